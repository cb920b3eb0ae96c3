import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatList, formatLocalDate, languageName } from '../../src/i18n/format.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('formatLocalDate', () => {
  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/London', 'America/St_Johns'])(
    'shows the day that was written, in %s too',
    (zone) => {
      vi.stubEnv('TZ', zone);
      expect(formatLocalDate('2026-03-03', 'en-GB')).toBe('3 March 2026');
      expect(formatLocalDate('2026-03-03T00:00', 'en-GB')).toBe('3 March 2026 at 00:00');
      expect(formatLocalDate('2026-03-03T23:59', 'en-GB')).toBe('3 March 2026 at 23:59');
      // An hour that the clocks skip in London.
      expect(formatLocalDate('2026-03-29T01:30', 'en-GB')).toBe('29 March 2026 at 01:30');
    },
  );

  it('speaks the language of the page, or English where the tag is wrong', () => {
    expect(formatLocalDate('2026-03-03', 'pl')).toBe('3 marca 2026');
    expect(formatLocalDate('2026-03-03', 'not a locale')).toBe('3 March 2026');
  });

  it.each([
    '',
    'last Tuesday',
    '03/03/2026',
    '2026-02-30',
    '2026-13-01',
    '2026-3-3',
    '2026-03-03T',
    '2026-03-03T14:05:00Z',
    '2026-03-03T25:00',
    '2026-03-03 or so',
    '2026-03-033',
  ])('shows %j, which is no local day, as it is', (value) => {
    expect(formatLocalDate(value, 'en-GB')).toBe(value);
  });
});

describe('formatList', () => {
  it.each([
    [[], ''],
    [['Jean'], 'Jean'],
    [['Jean', 'Eck'], 'Jean and Eck'],
    [['Jean', 'Eck', 'Morag'], 'Jean, Eck and Morag'],
  ])('%j', (items, expected) => {
    expect(formatList(items, 'en-GB')).toBe(expected);
    expect(formatList(items, '!')).toBe(expected);
  });
});

describe('languageName', () => {
  it.each([
    ['pl', 'Polish'],
    ['gd', 'Scottish Gaelic'],
    ['', ''],
    ['not a language', 'not a language'],
  ])('%j is %s', (tag, expected) => {
    expect(languageName(tag, 'en-GB')).toBe(expected);
  });
});
