import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  copies,
  nameOf,
  printed,
  recordOf,
  sheetsOf,
  startPrinting,
  type Copy,
  type Sheet,
} from '../../scripts/lib/paper.mjs';
import { secret } from '../../scripts/lib/print-records.mjs';
import { shareRecord } from '../../src/model/share.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { reviews } from '../bench/lib/reviews.js';
import { root } from './support/packed.js';
import { startChromium } from './support/pages.js';

const folder = join(root, '.cache/print-tests');
const inch = 72;
let page: Page;
let stop = (): void => undefined;

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const host = await startPrinting();
  stop = host.stop;
  page = await (await startChromium()).newPage();
  await page.goto(host.url);
});
afterAll(() => {
  stop();
});

async function sheets(copy: Copy): Promise<readonly Sheet[]> {
  const file = join(folder, `${nameOf(copy)}-${copy.audience ?? 'person'}.pdf`);
  writeFileSync(file, await printed(page, copy));
  return sheetsOf(file);
}

/** Letters and digits alone: where a line ends, and which side a bracket looks to, makes no difference. */
const letters = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
const all = (found: readonly Sheet[]): string =>
  letters(found.flatMap(({ words }) => words.map(({ text }) => text)).join(''));

/** The members of a record that hold words to be read; the rest are codes, marks and names of files. */
const wordsIn = new Set([
  'text',
  'reason',
  'who',
  'how',
  'what',
  'note',
  'wouldHelp',
  'place',
  'relationship',
  'label',
  'notice',
  'name',
]);
/** An easy name or label may stand for the one in the record; a scale's and a role's own name is not shown. */
const notShown = /^\/(scales\/\d+\/(name|points)|framework|entries\/\d+\/outcomes)/;

function wordsOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    const place = `${path}/${name}`;
    if (notShown.test(place)) return [];
    if (typeof part === 'string' && wordsIn.has(name)) return part.split(/\s+/).map(letters).filter(Boolean);
    return wordsOf(part, place);
  });
}

/** What Chromium writes from right to left may come out of a PDF from either end. */
const has = (text: string, word: string): boolean =>
  text.includes(word) || text.includes(Array.from(word).reverse().join(''));

const person = (copy: Copy): OutcomeRecord => shareRecord(recordOf(copy), copy.audience ?? 'person');

describe.each(copies.map((copy) => [nameOf(copy), copy] as const))('On paper: %s', (_name, copy) => {
  let found: readonly Sheet[] = [];
  beforeAll(async () => {
    found = await sheets(copy);
  });

  it('the person’s name and the day stand at the head of each sheet, clear of what follows', () => {
    const [year, day] = ['2026', '1'];
    expect(found.length).toBeGreaterThan(1);
    for (const { words } of found) {
      const top = Math.min(...words.map((word) => word.top));
      const head = words.filter((word) => word.top < top + 4);
      const rest = words.filter((word) => !head.includes(word));
      expect(head.map(({ text }) => text)).toEqual(expect.arrayContaining(['Jean', 'Morrison', day, year]));
      expect(Math.min(...rest.map((word) => word.top))).toBeGreaterThan(Math.max(...head.map((word) => word.bottom)));
    }
  });

  it('every word that the person may see is there, on the sheet and not beside it', () => {
    const text = all(found);
    const shown = person(copy);
    const labels = copy.layout === 'easy' ? shown.entries.map(({ label }) => label) : [];
    const replaced = new Set(labels.flatMap((label) => label.split(/\s+/).map(letters)));
    for (const word of wordsOf(shown).filter((one) => !replaced.has(one))) expect(has(text, word), word).toBe(true);
    for (const { width, height, words } of found)
      for (const word of words) {
        expect(word.left, word.text).toBeGreaterThan(inch / 4);
        expect(word.right, word.text).toBeLessThan(width - inch / 4);
        expect(word.top, word.text).toBeGreaterThan(inch / 4);
        expect(word.bottom, word.text).toBeLessThan(height - inch / 4);
      }
  });

  it('nothing private, nothing of the host’s page and no address', () => {
    const text = all(found);
    expect(JSON.stringify(recordOf(copy))).toContain(secret);
    for (const hidden of [secret, 'localhost', '127001', 'http', 'kinfolkexample', 'last line', 'A page of the host'])
      expect(text.toLowerCase()).not.toContain(letters(hidden.toLowerCase()));
  });

  it('no sheet but the last is half empty, and no heading stands alone at the foot', () => {
    for (const { height, words } of found.slice(0, -1))
      expect(Math.max(...words.map(({ bottom }) => bottom))).toBeGreaterThan(height * 0.6);
    for (const { words } of found) {
      const foot = Math.max(...words.map(({ bottom }) => bottom));
      const last = words.filter(({ bottom }) => bottom > foot - 4).map(({ text }) => text);
      for (const heading of headings) expect(last.join(' ')).not.toBe(heading);
    }
  });
});

const headings = [
  'Next steps',
  'What we decided',
  'How are things now?',
  'Who and what helped',
  'What gets in the way',
];

describe('On paper, for others', () => {
  const copy = { layout: 'normal', length: 'short', direction: 'ltr', paper: 'A4' } as const;

  it('family and agencies: what was shared with them, and not a word more', async () => {
    for (const audience of ['family', 'agencies'] as const) {
      const text = all(await sheets({ ...copy, audience }));
      for (const word of wordsOf(person({ ...copy, audience }))) expect(text).toContain(word);
      for (const hidden of ['Tuesdays', 'singing', 'Fiona', 'buses', 'Keepgoing', 'licence'])
        expect(text).not.toContain(hidden);
    }
  });

  it('nobody: a name, a day, and that there is nothing', async () => {
    const record = shareRecord(recordOf({ ...copy, length: 'short' }), 'person', { agreed: [] });
    const [sheet, ...more] = await sheets({ ...copy, record: { ...record, entries: [] } });
    expect(more).toEqual([]);
    expect(all(sheet ? [sheet] : [])).toContain('Thereisnothinginthiscopy');
  });
});

describe('Charts on paper', () => {
  it('no heading stands alone at the foot of a sheet, of drawings or of rows, wherever a sheet ends', async () => {
    const records = reviews(9);
    const names = records[0]?.entries.map(({ label }) => label) ?? [];
    expect(names.length).toBeGreaterThan(5);
    for (let before = 0; before < 600; before += 25) {
      await page.evaluate(
        async ([records, before]) => {
          await customElements.whenDefined('tp-outcome-timeline');
          const timeline = Object.assign(document.createElement('tp-outcome-timeline'), { records });
          timeline.style.marginBlockStart = `${before}px`;
          // A page of the practitioner’s, and not the one that prints the person’s copy alone.
          document.querySelector('[rel=stylesheet]')?.remove();
          document.querySelector('main')?.replaceChildren(timeline);
          await Reflect.get(timeline, 'updateComplete');
        },
        [records, before] as const,
      );
      const file = join(folder, 'charts.pdf');
      writeFileSync(file, await page.pdf({ format: 'A4' }));
      const found = sheetsOf(file);
      expect(found.length).toBeGreaterThan(5);
      for (const { words } of found) {
        const foot = Math.max(...words.map(({ bottom }) => bottom));
        const last = words.filter(({ bottom }) => bottom > foot - 4).map(({ text }) => text);
        for (const name of names) expect(last.join(' ').startsWith(name), `${name}, ${before} px lower`).toBe(false);
      }
    }
  });
});
