import { afterEach, describe, expect, it } from 'vitest';
import { inPage } from '../../src/model/in-page.js';
import { message, registerStrings, safeLocale } from '../../src/i18n/strings.js';

const english = {
  'scale.clear': 'Clear',
  'scale.of': '{name} of {count}',
  'only.english': 'Only here',
};
const say = (key: string, locale = 'en-GB', values = {}, own?: Record<string, string>): string =>
  message(key, values, locale, own, english);

afterEach(() => {
  inPage.clear();
});

describe('message', () => {
  registerStrings('gd', { 'scale.clear': 'Glan' });
  registerStrings('pl', { 'scale.clear': 'Wyczyść', 'scale.of': '{count}: {name}' });
  registerStrings('pl-PL', { 'scale.clear': 'Skasuj' });
  registerStrings('zh', { 'scale.clear': 'Zh' });
  registerStrings('zh-Hant', { 'scale.clear': 'Hant' });
  registerStrings('zh-Hant-HK', { 'scale.clear': 'Hong Kong' });

  it('takes the instance’s words first, then the locale’s, the language’s and the English', () => {
    expect(say('scale.clear', 'pl-PL', {}, { 'scale.clear': 'Ours' })).toBe('Ours');
    expect(say('scale.clear', 'pl-PL')).toBe('Skasuj');
    expect(say('scale.of', 'pl-PL', { name: 'a', count: 2 })).toBe('2: a');
    expect(say('only.english', 'pl-PL')).toBe('Only here');
    expect(say('scale.clear', 'gd-GB')).toBe('Glan');
  });

  it.each(['pl', 'PL', 'Pl-Latn', 'pl-Latn-PL', 'pl-x-family'])('finds the words of "pl" for %j', (locale) => {
    expect(say('scale.clear', locale)).toBe('Wyczyść');
  });

  it.each([
    ['zh', 'Zh'],
    ['zh-CN', 'Zh'],
    ['zh-Hant', 'Hant'],
    ['zh-Hant-TW', 'Hant'],
    ['ZH-HANT-hk', 'Hong Kong'],
    ['zh-hant-HK-x-home', 'Hong Kong'],
    ['zh-Hans-HK', 'Zh'],
    ['zhx', 'Clear'],
  ])('takes the nearest words to %j: subtag by subtag, in whatever case it is written', (locale, expected) => {
    expect(say('scale.clear', locale)).toBe(expected);
  });

  it('falls back message by message, to each shorter tag in turn', () => {
    registerStrings('x1-Latn-GB', { 'scale.of': 'three' });
    registerStrings('X1-latn', { 'scale.of': 'two', 'scale.clear': 'two' });
    registerStrings('x1', { 'scale.of': 'one', 'scale.clear': 'one', 'only.english': 'one' });
    const said = ['scale.of', 'scale.clear', 'only.english'].map((key) => say(key, 'x1-Latn-GB'));
    expect(said).toEqual(['three', 'two', 'one']);
  });

  it.each([5, 0, null, true, [], ['Ours'], { text: 'Ours' }])('passes over %j, which is no text', (value) => {
    const own = JSON.parse(JSON.stringify({ 'scale.clear': value })) as Record<string, string>;
    expect(say('scale.clear', 'gd', {}, own)).toBe('Glan');
    expect(say('only.english', 'gd', {}, own)).toBe('Only here');
    registerStrings('kw', own);
    expect(say('scale.clear', 'kw')).toBe('Clear');
  });

  it('passes over words that are no object at all', () => {
    for (const own of [5, true, 'words', [], () => 'words'])
      expect(say('scale.clear', 'gd', {}, own as never)).toBe('Glan');
  });

  it.each(['en-GB', 'xx', '', 'not a locale', 'constructor', '__proto__', '-'])(
    'falls back to English for %j',
    (locale) => {
      expect(say('scale.clear', locale)).toBe('Clear');
    },
  );

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'no.such.key', ''])(
    'shows the key %j, which has no message',
    (key) => {
      expect(say(key)).toBe(key);
      expect(say(key, 'gd', {}, {})).toBe(key);
    },
  );

  it('keeps an empty message: a partnership may want to say nothing', () => {
    expect(say('scale.clear', 'en-GB', {}, { 'scale.clear': '' })).toBe('');
  });

  it('puts in values, and leaves what has none', () => {
    expect(say('scale.of', 'en', { name: 'Moira', count: 0 })).toBe('Moira of 0');
    expect(say('scale.of', 'en', { name: 'Moira' })).toBe('Moira of {count}');
    expect(say('x', 'en', {}, { x: '{constructor} {toString} {} { name } {{name}}' })).toBe(
      '{constructor} {toString} {} { name } {{name}}',
    );
  });

  it('puts in a value as it is: no pattern, no second round', () => {
    expect(say('scale.of', 'en', { name: '$& {count} $1', count: '<b>' })).toBe('$& {count} $1 of <b>');
  });
});

describe('registerStrings', () => {
  it('adds to what is there, keeps a copy, and tells the elements on the page', () => {
    let told = 0;
    inPage.add({ requestUpdate: () => (told += 1) });
    const pack = { 'scale.clear': 'Clirio' };
    registerStrings('cy', pack);
    registerStrings('CY', { 'scale.of': '{name}/{count}' });
    pack['scale.clear'] = 'changed later';
    expect(told).toBe(2);
    expect(say('scale.clear', 'cy')).toBe('Clirio');
    expect(say('scale.of', 'cy', { name: 1, count: 2 })).toBe('1/2');
  });
});

describe('safeLocale', () => {
  it.each([
    ['en-gb', 'en-GB'],
    ['GD', 'gd'],
    ['', 'en-GB'],
    ['not a locale', 'en-GB'],
    ['en_GB', 'en-GB'],
    ['x', 'en-GB'],
  ])('%j is %s', (given, expected) => {
    expect(safeLocale(given)).toBe(expected);
  });
});
