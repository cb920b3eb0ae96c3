import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { get, listOf } from './support/api.js';
import { openPage, startBrowser, type Trouble } from './support/browser.js';
import { arrives, Focus } from './support/focus.js';
import { startHost, temporaryFolder, type Host } from './support/host.js';

const wullie = 'william-geddes';
const TITLE = 'Another version of this conversation is stored by now';
const folder = temporaryFolder();
let browser: Browser;
let host: Host;

beforeAll(async () => {
  browser = await startBrowser();
  host = await startHost(join(folder, 'conflict.db'));
  return async () => {
    await host.stop();
  };
});

/** One person at one keyboard. */
interface Worker {
  readonly page: Page;
  readonly focus: Focus;
}

const at = (page: Page): Worker => ({ page, focus: new Focus(page) });

/** The record that was stored last. */
const latest = async (): Promise<string> => (await listOf(host.url, wullie))[0]?.id ?? '';

const stored = async (id: string): Promise<OutcomeRecord> =>
  JSON.parse((await get(`${host.url}/api/people/${wullie}/records/${id}`)).text) as OutcomeRecord;

/** Begins a correction, with other words in the first outcome. Nothing is sent yet. */
async function rewrite({ page, focus }: Worker, id: string, reason: string, words: string): Promise<void> {
  await page.goto(`${host.url}/people/${wullie}/records/${id}`);
  await page.getByRole('button', { name: 'Amend' }).waitFor();
  await focus.to('button', 'Amend');
  await focus.press('Enter');
  await arrives(focus, 'textbox', 'Why is a correction needed?');
  await focus.type(reason);
  await focus.to('button', 'Start the correction');
  await focus.press('Enter');
  await arrives(focus, 'h3', 'What this correction changes');
  await focus.into('Seeing people');
  await focus.to('textbox', 'In Wullie’s own words');
  await focus.press('Control+a');
  await focus.type(words);
}

async function complete({ focus }: Worker): Promise<void> {
  await focus.to('button', 'Complete', 400);
  await focus.press('Enter');
}

/** Chooses a card of the question about the words, by its place. */
async function choose({ focus, page }: Worker, downs: number): Promise<void> {
  await arrives(focus, 'div', TITLE);
  const asked = page.locator('tp-record-conflict fieldset').first();
  for (let times = 0; times < 40; times += 1) {
    const { role } = await focus.press('Tab');
    if (role === 'radio') break;
  }
  await focus.press('Space');
  for (let times = 0; times < downs; times += 1) await focus.press('ArrowDown');
  expect(await asked.locator('input').nth(downs).isChecked()).toBe(true);
  await focus.to('button', 'Keep these and complete');
  // The cards come back above what says that it is saved, which is brought into sight with the next frame.
  await page.keyboard.press('Enter');
  await arrives(focus, 'p', 'Saved.');
  await expect.poll(async () => (await focus.now()).unseen).toBe('');
}

/** The browser itself writes down that an answer was 412. */
const clean = ({ violations, errors }: Trouble): unknown => ({
  violations,
  errors: errors.filter((error) => !error.includes('412')),
});

const words = (record: OutcomeRecord): readonly string[] =>
  (record.entries.find(({ label }) => label === 'Seeing people')?.narrative ?? []).map(({ text }) => text);

describe('Two people correct one record, by keyboard alone', () => {
  it('two users: the second sees both versions and keeps both; nothing is lost', async () => {
    const id = (await listOf(host.url, wullie)).find((one) => one.id.startsWith('019e44fd'))?.id ?? '';
    const [one, two] = [await openPage(browser), await openPage(browser)];
    const [mairi, colin] = [at(one.page), at(two.page)];
    await rewrite(mairi, id, 'Nan read it', 'Nan bakes, and I wash up.');
    await rewrite(colin, id, 'Wullie rang', 'They come here now, all seven.');
    await complete(mairi);
    await arrives(mairi.focus, 'p', 'Saved.');
    const theirs = await latest();
    await complete(colin);
    const asked = colin.page.locator('tp-record-conflict');
    await asked.getByText('Nan bakes, and I wash up.').waitFor();
    await asked.getByText('They come here now, all seven.').waitFor();
    await choose(colin, 2);

    const merged = await stored(await latest());
    expect(merged.amends).toMatchObject({ recordId: theirs, reason: 'Wullie rang' });
    expect(words(merged)).toEqual(
      expect.arrayContaining(['Nan bakes, and I wash up.', 'They come here now, all seven.']),
    );
    expect(words(await stored(theirs))).toContain('Nan bakes, and I wash up.');
    expect([...mairi.focus.unseen, ...colin.focus.unseen]).toEqual([]);
    expect([one, two].map(({ trouble }) => clean(trouble))).toEqual(Array(2).fill({ violations: [], errors: [] }));
  });

  it('two tabs of one user: the second keeps its own, and the first is still in the history', async () => {
    const id = await latest();
    const { context, page, trouble } = await openPage(browser);
    const [first, second] = [at(page), at(await context.newPage())];
    await first.page.bringToFront();
    await rewrite(first, id, 'The first', 'The first tab.');
    await second.page.bringToFront();
    await rewrite(second, id, 'The second', 'The second tab.');
    await first.page.bringToFront();
    await complete(first);
    await arrives(first.focus, 'p', 'Saved.');
    const between = await latest();
    await second.page.bringToFront();
    await complete(second);
    await choose(second, 1);
    const last = await stored(await latest());
    expect(last.amends?.recordId).toBe(between);
    expect(words(last)).toContain('The second tab.');
    expect(words(await stored(between))).toContain('The first tab.');
    expect(clean(trouble)).toEqual({ violations: [], errors: [] });
  });
});
