import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sheetsOf } from '../../scripts/lib/paper.mjs';
import { listOf } from './support/api.js';
import { openPage, startBrowser, type Trouble } from './support/browser.js';
import { arrives, Focus } from './support/focus.js';
import { startHost, temporaryFolder, type Host } from './support/host.js';
import { storedLast } from './support/recording.js';

const wullie = 'william-geddes';
const folder = temporaryFolder();
const coffee = 'Seven of us at the table on Thursday. I made the scones myself.';
const asked = 'Naebody asked me about the Wednesday lass. They asked Nan.';
const passedOn = 'The lad has his own chisels now. That’s me done wi’ it.';
let browser: Browser;
let host: Host;

beforeAll(async () => {
  browser = await startBrowser();
  host = await startHost(join(folder, 'review.db'));
  return async () => {
    await host.stop();
  };
});

/** From a page of the person to another one, by its links. */
async function follow(focus: Focus, ...links: readonly string[]): Promise<void> {
  for (const link of links) {
    await focus.to('link', link, 200);
    const before = focus.page.url();
    await focus.page.keyboard.press('Enter');
    await focus.page.waitForURL((url) => url.href !== before);
    await focus.page.waitForLoadState();
  }
}

/** The card of an outcome in the comparison. */
const outcome = (page: Page, name: string): Locator =>
  page.locator('tp-review-comparison [part=outcome]').filter({ has: page.getByRole('heading', { name, exact: true }) });

async function record(focus: Focus): Promise<void> {
  // What was agreed is gone through first: one step is done, the other is under way.
  await focus.to('radio', 'Done');
  await focus.press('Space');
  await focus.to('radio', 'Done');
  await focus.press('Space');
  await focus.press('ArrowDown');
  await arrives(focus, 'radio', 'Doing it');
  await focus.to('checkbox', 'Having a say');
  await focus.press('Space');

  await focus.into('Seeing people');
  await focus.to('textbox', 'In Wullie’s own words');
  await focus.type(coffee);
  await focus.to('radio', 'Every day');
  await focus.press('2');
  await arrives(focus, 'radio', 'Most days');
  await focus.to('radio', 'Much better');
  await focus.press('2');
  await arrives(focus, 'radio', 'A bit better');
  await focus.to('button', 'Davie, Wee Eck and the lads');
  await focus.press('Enter');
  await focus.to('radio', 'Continue');
  await focus.press('Space');

  await focus.into('Living where you want/as you want');
  await focus.to('radio', 'Every day');
  await focus.press('Space');

  await focus.into('Having things to do');
  await focus.to('textbox', 'In Wullie’s own words');
  await focus.type(passedOn);
  await focus.to('radio', 'Continue');
  await focus.press('Space');
  await focus.press('ArrowUp');
  await focus.press('ArrowUp');
  await arrives(focus, 'radio', 'No longer matters');

  await focus.into('Having a say');
  await focus.to('textbox', 'In Wullie’s own words');
  await focus.type(asked);
  await focus.to('radio', 'Every day');
  await focus.press('4');
  await arrives(focus, 'radio', 'A few days');
  await focus.to('button', 'Complete', 400);
  await focus.press('Enter');
  await arrives(focus, 'p', 'Saved.');
}

async function begin(): Promise<{ page: Page; focus: Focus; trouble: Trouble }> {
  const { context, page, trouble } = await openPage(browser);
  await context.addInitScript(() => {
    const counted = globalThis as unknown as { printed: number };
    counted.printed = 0;
    window.print = () => {
      counted.printed++;
    };
  });
  await page.goto(`${host.url}/`);
  const focus = new Focus(page);
  await follow(focus, 'William Geddes');
  return { page, focus, trouble };
}

describe('A review, by keyboard alone', () => {
  it('is recorded, stored, compared and printed, with nothing blocked and no error', async () => {
    const earlier = (await listOf(host.url, wullie)).filter(({ amendedBy }) => amendedBy === undefined);
    const { page, focus, trouble } = await begin();
    await follow(focus, 'Review together');
    await page.getByRole('heading', { name: 'What we agreed last time' }).waitFor();
    await record(focus);

    const { record: stored } = await storedLast(host.url, wullie);
    expect(stored).toMatchObject({ kind: 'review', status: 'completed', previous: { shown: 'after-answer' } });
    expect(stored.previous?.recordIds).toEqual(earlier.map(({ id }) => id).toReversed());
    expect(stored.scales.map(({ id }) => id)).toEqual(['strathmorn-days', 'change-5']);
    const said = Object.fromEntries(
      stored.entries.map(({ label, narrative, ratings, change, decision, actions, contributors }) => [
        label,
        [
          narrative?.[0]?.text,
          ratings?.map(({ label: answer }) => answer),
          change?.map(({ label: answer }) => answer),
          contributors?.map(({ who, stage }) => [who, stage]),
          decision?.value,
          actions?.map(({ status }) => status),
        ],
      ]),
    );
    const lads = [['Davie, Wee Eck and the lads', 'actual']];
    const nothing = [undefined, undefined, undefined, undefined, undefined];
    expect(said).toEqual({
      'Seeing people': [coffee, ['Most days'], ['A bit better'], lads, 'continue', undefined],
      'Living where you want/as you want': [undefined, ['Every day'], ...nothing.slice(1)],
      'Improved mobility': [...nothing, ['done']],
      'Feeling safe': [...nothing, undefined],
      'Having things to do': [passedOn, undefined, undefined, undefined, 'no-longer-matters', ['doing']],
      Reliability: [...nothing, undefined],
      'Having a say': [asked, ['A few days'], undefined, undefined, undefined, undefined],
    });
    expect(stored.entries.map(({ previous }) => previous !== undefined)).toEqual([
      ...Array<boolean>(6).fill(true),
      false,
    ]);

    // Compared with last time.
    await follow(focus, 'See the stored record', 'William Geddes', 'Then and now');
    await outcome(page, 'Seeing people').getByText(coffee).waitFor();
    const seeing = await outcome(page, 'Seeing people').innerText();
    expect(seeing).toContain('They come here now, the first Thursday.');
    expect(seeing).toMatch(/Most days\s*→\s*to\s*Most days/);
    expect(seeing).toContain('The same');
    expect(await outcome(page, 'Living where you want/as you want').innerText()).toContain('Kept, as hoped');
    expect(await outcome(page, 'Having a say').locator('[part=status]').innerText()).toBe('First time recorded');
    expect(await outcome(page, 'Having things to do').locator('[part=status]').innerText()).toBe('No longer matters');

    // With the first conversation, which was held on another scale: the answers stand there, and no change is said.
    await focus.to('select', 'Then');
    await focus.press('Home');
    await focus.to('button', 'Compare these two');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?then=/);
    await outcome(page, 'Seeing people').getByText('The lads have their coffee on a Thursday.').waitFor();
    for (const name of ['Seeing people', 'Living where you want/as you want']) {
      const text = await outcome(page, name).innerText();
      expect(text).toContain('Not compared: there were other answers to choose from then.');
      expect(text).not.toMatch(/The same|Kept|A little|by (one|two|three) step/);
    }
    expect(await outcome(page, 'Seeing people').innerText()).toContain('Some of the time');

    // The person's copy.
    const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    const title = `Review, ${today.format(new Date(stored.recordedAt.slice(0, 10)))}`;
    await follow(focus, 'William Geddes', `Print a copy of ${title}`);
    await page.locator('tp-record-summary').getByText(coffee).waitFor();
    await focus.to('select', 'How it looks');
    await focus.press('ArrowDown');
    await focus.to('button', 'Show this copy');
    await page.keyboard.press('Enter');
    await page.waitForURL(/layout=large/);
    await page.locator('tp-record-summary[layout=large]').getByText(coffee).waitFor();
    await focus.to('button', 'Print');
    await focus.press('Enter');
    expect(await page.evaluate(() => (globalThis as unknown as { printed: number }).printed)).toBe(1);
    const file = join(folder, 'copy.pdf');
    writeFileSync(file, await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    const sheets = sheetsOf(file).map(({ words }) => words.map(({ text }) => text).join(' '));
    expect(sheets.join(' ')).toContain(coffee);
    expect(sheets.join(' ')).toContain(asked);
    for (const sheet of sheets) expect(sheet).toContain('Wullie');
    expect(sheets.join(' ')).not.toMatch(/Kinfolk|Show this copy|http/);

    expect(focus.unseen).toEqual([]);
    expect(trouble).toEqual({ violations: [], errors: [] });
  });
});

describe('An amendment, by keyboard alone', () => {
  it('gives its reason, is refused without the version that it corrects, and is stored with it, beside the old one', async () => {
    const old = (await listOf(host.url, wullie)).find(({ id }) => id.startsWith('019e44fd'));
    const { page, focus, trouble } = await begin();
    await page.goto(`${host.url}/people/${wullie}/records/${old?.id ?? ''}`);
    await page.getByRole('button', { name: 'Amend' }).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await focus.to('button', 'Amend');
    await focus.press('Enter');
    await arrives(focus, 'textbox', 'Why is a correction needed?');
    await focus.type('It was Nan who washed the cups.');
    await focus.to('button', 'Start the correction');
    await focus.press('Enter');
    await arrives(focus, 'h3', 'What this correction changes');
    await focus.into('Seeing people');
    await focus.to('textbox', 'In Wullie’s own words');
    await focus.press('Control+a');
    await focus.type('They come here now. Nan bakes and washes the cups.');

    // Without the version it is refused, and stays on the screen.
    await page.route(
      '**/api/people/*/records',
      async (route) => {
        const { 'if-match': _version, ...headers } = route.request().headers();
        await route.continue({ headers });
      },
      { times: 1 },
    );
    const refused = page.waitForResponse((response) => response.request().method() === 'POST');
    await focus.to('button', 'Complete', 400);
    await focus.press('Enter');
    expect((await refused).status()).toBe(428);
    await arrives(focus, 'button', 'Try again');
    await page.getByText('Not saved. Your words are kept here. Please try again.').waitFor();
    expect(await page.title()).toContain('Not saved yet');

    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await focus.press('Enter');
    await arrives(focus, 'p', 'Saved.');
    expect((await sent).headers()['if-match']).toBe(old?.etag);
    const { record: stored } = await storedLast(host.url, wullie);
    expect(stored.amends).toMatchObject({ recordId: old?.id, reason: 'It was Nan who washed the cups.' });
    expect(stored.entries[0]?.narrative?.[0]?.text).toBe('They come here now. Nan bakes and washes the cups.');
    expect((await listOf(host.url, wullie)).find(({ id }) => id === old?.id)?.amendedBy).toBe(stored.id);

    await follow(focus, 'See the stored record');
    expect(focus.unseen).toEqual([]);
    await page.getByText('It was Nan who washed the cups.').first().waitFor();
    // The browser itself writes down that an answer was 428.
    expect({ ...trouble, errors: trouble.errors.filter((error) => !error.includes('428')) }).toEqual({
      violations: [],
      errors: [],
    });
    await page.goto(`${host.url}/people/${wullie}/records/${old?.id ?? ''}`);
    await page.getByRole('link', { name: 'See the correction' }).waitFor();
    await page.locator('tp-outcome').first().waitFor();
    expect(await page.getByRole('button', { name: 'Amend' }).count()).toBe(0);
  });
});
