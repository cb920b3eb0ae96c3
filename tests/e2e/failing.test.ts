import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { get, listOf } from './support/api.js';
import { openPage, startBrowser } from './support/browser.js';
import { startHost, temporaryFolder } from './support/host.js';
import { Recording } from './support/recording.js';

const tam = 'tam-ogilvie';
const outcome = 'A life of their own';
const words = 'I have not slept through since March. 😴';
const notSaved = 'Not saved. Your words are kept here. Please try again.';
const folder = temporaryFolder();
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

/** A host with its own file, and a page there with something to lose. */
async function somethingToLose(name: string): Promise<{
  page: Page;
  recording: Recording;
  url: string;
  stop: () => Promise<unknown>;
  restart: () => Promise<void>;
  stored: () => Promise<readonly OutcomeRecord[]>;
}> {
  const file = join(folder, `${name}.db`);
  let host = await startHost(file);
  const { url } = host;
  const before = (await listOf(url, tam)).length;
  const { page } = await openPage(browser);
  const recording = new Recording(page);
  await recording.open(url, tam);
  await recording.topic(outcome).click();
  await recording.write(recording.card(outcome).words, words);
  await recording.card(outcome).rate('Tam’s view', 'Some of the time');
  return {
    page,
    recording,
    url,
    stop: () => host.stop(),
    restart: async () => {
      host = await startHost(file, '--port', new URL(url).port);
    },
    stored: async () => {
      const listed = await listOf(url, tam);
      const added = listed.slice(0, listed.length - before);
      return Promise.all(added.map(async ({ href }) => JSON.parse((await get(url + href)).text) as OutcomeRecord));
    },
  };
}

const unreached = 'Kinfolk could not be reached.';

/** @param why - what the host says of it to people */
async function isStillThere({ page, recording }: { page: Page; recording: Recording }, why: string): Promise<void> {
  await recording.says(`${notSaved} ${why}`.trim());
  const card = recording.card(outcome);
  expect(await card.words.inputValue()).toBe(words);
  expect(await card.view('Tam’s view').getByRole('radio', { name: 'Some of the time' }).isChecked()).toBe(true);
  expect(await page.title()).toContain('Not saved yet');
  // The button that was pressed has gone: the focus goes on where the words say, so that Enter tries again.
  await expect.poll(() => recording.again.evaluate((button) => button.matches(':focus'))).toBe(true);
}

const textsOf = (records: readonly OutcomeRecord[]): unknown[] =>
  records.map(({ entries }) => entries.map(({ narrative }) => narrative?.map(({ text }) => text)));

describe('A record that could not be stored', () => {
  it('since the host has stopped, is stored once when the host is back', async () => {
    const all = await somethingToLose('stopped');
    await all.stop();
    await all.recording.complete.click();
    await isStillThere(all, unreached);
    // And a second time for nothing.
    await all.recording.again.click();
    await isStillThere(all, unreached);
    await all.restart();
    await all.recording.again.click();
    await all.recording.says('Saved.');
    expect(textsOf(await all.stored())).toEqual([[[words]]]);
    await all.stop();
  });

  it('since the computer is offline, is stored with what was written since', async () => {
    const all = await somethingToLose('offline');
    const { page, recording } = all;
    await page.context().setOffline(true);
    await recording.complete.click();
    await isStillThere(all, unreached);
    await recording.card(outcome).words.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Now I said so.');
    await page.context().setOffline(false);
    await recording.complete.or(recording.again).click();
    await recording.says('Saved.');
    expect(textsOf(await all.stored())).toEqual([[[`${words} Now I said so.`]]]);
    await all.stop();
  });

  it.each([
    [500, 'application/problem+json', '{"title":"Broken","detail":"The disk is full."}', 'The disk is full.'],
    [502, 'text/html', '<h1>Bad gateway</h1>', ''],
    [403, 'application/problem+json', '{"title":"Signed out","detail":"Please sign in."}', 'Please sign in.'],
    [415, 'application/problem+json', '{"title":"Only JSON","detail":"Send application/json."}', ''],
  ])('since the answer is %i, stays on the screen', async (status, contentType, body, why) => {
    const all = await somethingToLose(`status-${String(status)}`);
    await all.page.route('**/api/people/*/records', (route) => route.fulfill({ status, contentType, body }), {
      times: 1,
    });
    await all.recording.complete.click();
    await isStillThere(all, why);
    expect(await all.stored()).toEqual([]);
    await all.recording.again.click();
    await all.recording.says('Saved.');
    expect(textsOf(await all.stored())).toEqual([[[words]]]);
    await all.stop();
  });

  it('for all that the page knows, but was, is not stored twice', async () => {
    const all = await somethingToLose('answer-lost');
    await all.page.route(
      '**/api/people/*/records',
      async (route) => {
        expect((await route.fetch()).status()).toBe(201);
        await route.abort();
      },
      { times: 1 },
    );
    await all.recording.complete.click();
    await isStillThere(all, unreached);
    const [first] = await all.stored();
    const answered = all.page.waitForResponse('**/api/people/*/records');
    await all.recording.again.click();
    expect((await answered).status()).toBe(200);
    await all.recording.says('Saved.');
    expect(await all.stored()).toEqual([first]);
    await all.stop();
  });
});

describe('Complete', () => {
  it('directly after a key takes the last words along, and no click is lost', async () => {
    const all = await somethingToLose('at-once');
    const { page, recording } = all;
    // A screen so tall that the words and the button are in sight together: nothing has to be scrolled in between.
    await page.setViewportSize({ width: 1280, height: 4000 });
    await recording.card(outcome).words.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nAnd my back.\nAnd my knees.');
    // Where the button is now is where somebody aims; what the page does between press and release is up to the page.
    const aim = await recording.complete.boundingBox();
    if (!aim) throw new Error('The button is not on the screen.');
    await page.mouse.move(aim.x + aim.width / 2, aim.y + aim.height / 2);
    await page.mouse.down();
    await new Promise((done) => setTimeout(done, 80));
    await page.mouse.up();
    await recording.says('Saved.');
    expect(textsOf(await all.stored())).toEqual([[[`${words}\nAnd my back.\nAnd my knees.`]]]);
    await all.stop();
  });

  it('pressed twice stores one record', async () => {
    const all = await somethingToLose('twice');
    await all.recording.complete.dblclick();
    await all.recording.says('Saved.');
    expect(await all.stored()).toHaveLength(1);
    await all.stop();
  });

  it('leaves nothing behind that would hold somebody back from leaving the page', async () => {
    const all = await somethingToLose('leaving');
    const { page, recording, url } = all;
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    // Staying means that no other page ever comes: a click that waited for one would wait until it gives up.
    await page.getByRole('link', { name: 'Kinfolk' }).click({ noWaitAfter: true });
    await expect.poll(() => asked).toEqual(['beforeunload']);
    expect(await recording.card(outcome).words.inputValue()).toBe(words);
    await recording.complete.click();
    await recording.says('Saved.');
    await page.getByRole('link', { name: 'Kinfolk' }).click();
    await page.waitForURL(`${url}/`);
    expect(asked).toHaveLength(1);
    await all.stop();
  });
});

describe('A worry about somebody’s safety', () => {
  it('is handed to the host, whose dialog opens over everything that was typed', async () => {
    const all = await somethingToLose('concern');
    const { page, recording } = all;
    const card = recording.card(outcome);
    await card.fold('More');
    await card.button('I am worried about somebody’s safety').click();
    const dialog = page.getByRole('dialog', { name: 'You are worried about somebody’s safety' });
    await dialog.getByText(`You were talking about: ${outcome}`).waitFor();
    await dialog.getByRole('button', { name: 'Go back to the conversation' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await card.button('I am worried about somebody’s safety').evaluate((one) => one.matches(':focus'))).toBe(
      true,
    );
    await card.region.getByText('This page has been told.').waitFor();
    expect(await card.words.inputValue()).toBe(words);
    await recording.complete.click();
    await recording.says('Saved.');
    // The worry is the host's: it is no part of the person's record.
    expect(JSON.stringify(await all.stored())).not.toContain('worried');
    await all.stop();
  });
});
