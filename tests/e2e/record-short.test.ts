import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPage, startBrowser } from './support/browser.js';
import { startHost, temporaryFolder, type Host } from './support/host.js';
import { Recording, storedLast } from './support/recording.js';

let browser: Browser;
let host: Host;

beforeAll(async () => {
  browser = await startBrowser();
  host = await startHost(join(temporaryFolder(), 'short.db'));
  return async () => {
    await host.stop();
  };
});

describe('A short conversation', () => {
  it('is told live, event by event, in another tab', async () => {
    const { page, context, trouble } = await openPage(browser);
    const recording = await Recording.begin(page, host.url, 'Tam Ogilvie', 'Tam');
    const watching = await context.newPage();
    await watching.goto(`${host.url}/events`);
    await page.bringToFront();
    await recording.conversation.getByRole('checkbox').nth(0).waitFor();
    const [first] = await page.locator('.topic').allTextContents();
    const name = first?.trim() ?? '';
    await recording.choose(name);
    await recording.write(recording.card(name).words, 'Two hours on Thursdays.');
    await recording.complete.click();
    await recording.says('Saved.');
    const log = watching.locator('[data-event-log]');
    for (const event of ['tp-before-answer-change', 'tp-answer-change', 'tp-record-change', 'tp-record-complete'])
      await log.getByText(event, { exact: true }).first().waitFor();
    await watching.locator('#latest-json').getByText('Two hours on Thursdays.').waitFor();
    expect(trouble).toEqual({ violations: [], errors: [] });
  });

  it('of words alone is valid, and holds nothing that was not said', async () => {
    const { page, trouble } = await openPage(browser);
    const recording = await Recording.begin(page, host.url, 'Aisha Rahman', 'Aisha');
    await recording.choose('Listened to');
    await recording.write(recording.card('Listened to').words, 'They listen.');
    await recording.complete.click();
    await recording.says('Saved.');
    const { record } = await storedLast(host.url, 'aisha-rahman');
    expect(record.entries).toHaveLength(1);
    const [entry] = record.entries;
    expect(Object.keys(entry ?? {}).sort()).toEqual(['id', 'label', 'narrative', 'outcomes']);
    expect(entry?.narrative?.map(({ text }) => text)).toEqual(['They listen.']);
    expect([record.conversation, record.conversationAt, record.scales]).toEqual([{}, undefined, []]);
    expect(trouble).toEqual({ violations: [], errors: [] });
  });
});
