import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';
import { loadRecord } from '../../src/model/load.js';
import { completeRecord, createEntry, createRecord } from '../../src/model/record.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { openPage, startBrowser, type Trouble } from '../e2e/support/browser.js';
import { Recording } from '../e2e/support/recording.js';
import { blocksOf, read } from './support/documents.js';
import { consumer, packed, root } from './support/packed.js';
import { serve } from './support/site.js';

const blocks = blocksOf(read('README.md'));
const blockWith = (language: string, text: string): string => {
  const fitting = blocks.filter(({ language: own, code }) => own === language && code.includes(text));
  expect(fitting, `the ${language} block with ${text}`).toHaveLength(1);
  return fitting[0]?.code ?? '';
};
const libraryAddress = '/assets/talking-points-elements.js';
const library = (): string => readFileSync(join(packed(), 'dist/cdn/talking-points-elements.js'), 'utf8');

/** The reader's own module: keeps what it is given, and lets the test say when something is stored. */
const myStore = `
  window.drafts = [];
  window.sent = [];
  export const keepDraft = (record) => void window.drafts.push(JSON.stringify(record));
  export const store = (record) => new Promise((stored, failed) => {
    window.sent.push({ record: JSON.stringify(record), stored, failed });
  });
`;
interface Mine {
  readonly drafts: readonly string[];
  readonly sent: readonly { record: string; stored: () => void; failed: (error: Error) => void }[];
}

const drafts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...(globalThis as unknown as Mine).drafts]);
const sent = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as Mine).sent.map(({ record }) => record));

/** A record that the library itself can read again. */
function recordOf(text: string | undefined): OutcomeRecord {
  const loaded = loadRecord(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}

/** A busy machine takes its time. */
const patiently = { timeout: 20_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});

describe('The page of the README', () => {
  const words = 'I want to be at the bowling on Tuesdays.';

  /** The page as the README writes it, with these words in it. */
  async function talk(): Promise<{ page: Page; recording: Recording; trouble: Trouble }> {
    const site = await serve({
      '/': blockWith('html', '<tp-conversation'),
      '/assets/my-page.js': blockWith('js', 'tp-record-complete'),
      '/assets/my-store.js': myStore,
      [libraryAddress]: library(),
      '/favicon.ico': '',
    });
    const { page, trouble } = await openPage(browser);
    await page.goto(site);
    const recording = new Recording(page);
    await recording.choose('Seeing people');
    await recording.write(recording.card('Seeing people').words, words);
    return { page, recording, trouble };
  }

  it('is ten lines, and the listening five', () => {
    const lines = (code: string): number => code.trim().split('\n').length;
    expect(lines(blockWith('html', '<tp-conversation'))).toBeLessThanOrEqual(10);
    expect(lines(blockWith('js', 'tp-record-complete').replace(/^\/\/.*\n/, ''))).toBeLessThanOrEqual(5);
  });

  it('hands over the whole record after each change', async () => {
    const { page, trouble } = await talk();
    await expect
      .poll(async () => recordOf((await drafts(page)).at(-1)).entries[0]?.narrative?.[0]?.text, patiently)
      .toBe(words);
    const draft = recordOf((await drafts(page)).at(-1));
    expect(draft.status).toBe('draft');
    expect(draft.subject).toEqual({ id: 'p-204', name: 'Jean' });
    expect(draft.framework.id).toBe('talking-points-community');
    expect(trouble).toEqual({ violations: [], errors: [] });
  });

  it('says "Saved" only when the promise has resolved', async () => {
    const { page, recording, trouble } = await talk();
    await recording.complete.click();
    await recording.says('Saving…');
    const record = recordOf((await sent(page)).at(0));
    expect(record.status).toBe('completed');
    expect(record.entries[0]?.narrative?.[0]?.text).toBe(words);
    await page.evaluate(() => (globalThis as unknown as Mine).sent[0]?.stored());
    await recording.says('Saved.');
    expect(trouble).toEqual({ violations: [], errors: [] });
  });

  it('keeps the words when it has rejected, and sends the same record again', async () => {
    const { page, recording } = await talk();
    await recording.complete.click();
    await recording.says('Saving…');
    await page.evaluate(() => (globalThis as unknown as Mine).sent[0]?.failed(new Error('No network.')));
    await recording.says('Not saved. Your words are kept here. Please try again.');
    expect(await recording.card('Seeing people').words.inputValue()).toBe(words);
    await recording.again.click();
    await expect.poll(() => sent(page), patiently).toHaveLength(2);
    const [first, second] = await sent(page);
    expect(second).toBe(first);
    await page.evaluate(() => (globalThis as unknown as Mine).sent[1]?.stored());
    await recording.says('Saved.');
  });
});

describe('The review of the README', () => {
  it('begins with what was agreed last time, and lets a completed record be corrected', async () => {
    const now = new Date('2026-03-03T14:05:00Z');
    const draft = createRecord({ framework: talkingPointsCommunity, subject: { id: 'p-204', name: 'Jean' }, now });
    const entry = {
      ...createEntry('Seeing people'),
      actions: [{ id: 'a-1', what: 'Ring the bowling club', whoKind: 'person' as const }],
    };
    const march = completeRecord({ ...draft, entries: [entry] }, now);
    const site = await serve({
      '/': blockWith('html', '<tp-conversation'),
      '/assets/my-page.js': `const conversation = document.querySelector('tp-conversation');
        const recordOfMarch = ${JSON.stringify(march)};
        ${blockWith('js', 'previous')}`,
      [libraryAddress]: library(),
      '/favicon.ico': '',
    });
    const { page, trouble } = await openPage(browser);
    await page.goto(site);
    await page.getByText('Ring the bowling club').first().waitFor();
    expect(await page.locator('tp-outcome').count()).toBe(1);
    expect(await page.locator('tp-conversation').evaluate((one) => Reflect.get(one, 'amendable') as unknown)).toBe(
      true,
    );
    expect(trouble).toEqual({ violations: [], errors: [] });
  });
});

describe('The form of the README', () => {
  for (const [answer, query] of [
    ['Most of the time', '?safe=most'],
    ['I’d rather not say', '?safe.no-answer=declined'],
  ] as const)
    it(`sends ${query} for "${answer}"`, async () => {
      const site = await serve({
        '/': `<!doctype html><script type="module" src="${libraryAddress}"></script>${blockWith('html', '<form')}`,
        '/review': 'Thank you.',
        [libraryAddress]: library(),
        '/favicon.ico': '',
      });
      const { page, trouble } = await openPage(browser);
      await page.goto(site);
      await page
        .getByRole('group', { name: 'How much of the time do you feel safe?' })
        .getByRole('radio', { name: answer, exact: true })
        .click();
      await page.getByRole('button', { name: 'Send' }).click();
      await page.waitForURL('**/review?*');
      expect(new URL(page.url()).search).toBe(query);
      expect(read('README.md')).toContain(query.slice(1));
      expect(trouble).toEqual({ violations: [], errors: [] });
    });
});

describe('The code of the README', () => {
  const folder = join(consumer, 'readme');

  beforeAll(() => {
    packed();
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    writeFileSync(join(folder, 'elements.d.ts'), `import 'talking-points-elements/define';`);
    writeFileSync(
      join(folder, 'my-store.d.ts'),
      `import type { OutcomeRecord } from 'talking-points-elements';
       export declare const keepDraft: (record: OutcomeRecord) => void;
       export declare const store: (record: OutcomeRecord) => Promise<void>;`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const compile = (file: string, code: string, ...options: string[]): string => {
    writeFileSync(join(folder, file), code);
    const compiler = join(root, 'node_modules/@typescript/native/bin/tsc');
    const always = ['--noEmit', '--ignoreConfig', '--target', 'es2022', '--module', 'nodenext', '--types', ''];
    try {
      return execFileSync(process.execPath, [compiler, ...always, ...options, file], { cwd: folder, encoding: 'utf8' });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };

  it('is in languages that this file tries', () => {
    expect(new Set(blocks.map(({ language }) => language))).toEqual(new Set(['sh', 'html', 'ts', 'js']));
    expect(blocks).toHaveLength(7);
  });

  it('compiles in strict TypeScript, which knows the tag and its events', () => {
    const more = `
      const element = document.querySelector('tp-conversation');
      const record: OutcomeRecord | undefined = element?.record;
      element?.addEventListener('tp-record-complete', (event) => event.waitUntil(Promise.resolve(event.detail.record)));
      export const again = loadRecord(JSON.stringify(record));`;
    expect(compile('typed.ts', blockWith('ts', 'define') + more, '--strict')).toBe('');
  });

  it('compiles as JavaScript whose types are checked', () => {
    // Plain JavaScript takes it for granted that the tag is in the page; so does this check.
    const options = ['--allowJs', '--checkJs', '--strict', '--strictNullChecks', 'false'];
    const code = blockWith('js', 'tp-record-complete');
    expect(compile('my-page.js', code, ...options, 'elements.d.ts')).toBe('');
    expect(compile('a-store.js', blockWith('js', 'response.ok'), '--allowJs', '--checkJs', '--strict', 'false')).toBe(
      '',
    );
    const wrong = code.replace('detail.record)', 'detail.nothing)');
    expect(compile('wrong.js', wrong, ...options, 'elements.d.ts')).toContain("'nothing' does not exist");
  });
});
