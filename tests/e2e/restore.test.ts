import type { Browser, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { openPage, startBrowser } from './support/browser.js';
import { startSite, type Site } from './support/site.js';

const words = 'Mostly fine 🙂. الحمد لله\n"And" <that> is it = 100 %';
const form = `<form action="/sent" method="post">
  <tp-rating-scale name="often" label="How often?" scale="frequency-4"></tp-rating-scale>
  <tp-rating-scale name="zero" label="From 0 to 10?" scale="numeric-0-10"></tp-rating-scale>
  <tp-rating-scale name="rather-not" label="And at night?" scale="frequency-4"></tp-rating-scale>
  <tp-rating-scale name="nothing" label="Not answered" scale="frequency-4"></tp-rating-scale>
  <tp-narrative name="words" label="In your own words"></tp-narrative>
  <tp-contributors name="helps" label="Who helps?"></tp-contributors>
  <tp-actions name="steps" label="What next?"></tp-actions>
  <label>A native field <input></label>
  <button>Send</button>
</form>
<a href="/other">Elsewhere</a>
<script>
  window.told = [];
  document.addEventListener('tp-answer-change', ({ detail }) => told.push(detail.path[0] + ' ' + detail.source));
  addEventListener('pageshow', ({ persisted }) => { document.body.dataset.frozen = persisted; });
</script>`;
const zero = `<tp-conversation subject='{"name":"Ina"}'></tp-conversation><pre></pre>
<script>
  document.querySelector('tp-conversation').framework = {
    schemaVersion: '1.0', id: 'ours', version: '1', name: 'Ours', scale: 'numeric-0-10', outcomes: [{ id: 'home', name: 'Home' }],
  };
  document.addEventListener('tp-record-complete', ({ detail }) => {
    document.querySelector('pre').textContent = JSON.stringify(detail.record);
  });
</script>`;

let site: Site;

beforeAll(async () => {
  site = await startSite({ '/': form, '/other': '<p>Elsewhere</p>', '/zero': zero });
  return () => site.stop();
});

const group = (page: Page, name: string): Locator => page.getByRole('group', { name });

async function fill(page: Page): Promise<void> {
  await page.goto(`${site.url}/`);
  await group(page, 'How often?').getByRole('radio', { name: 'Most of the time' }).click();
  await group(page, 'From 0 to 10?').getByRole('radio', { name: '0', exact: true }).click();
  await group(page, 'And at night?').getByRole('radio', { name: 'I’d rather not say' }).click();
  await page.getByRole('textbox', { name: 'In your own words' }).click();
  await page.keyboard.type(words);
  await group(page, 'Who helps?').getByRole('button', { name: 'Family' }).click();
  await page.getByRole('textbox', { name: 'Family: who or what?' }).click();
  await page.keyboard.type('Fiona');
  await group(page, 'What next?').getByRole('button', { name: 'Something the person will do' }).click();
  await page.getByRole('textbox', { name: 'What will the person do?' }).click();
  await page.keyboard.type('Ask');
  await page.getByRole('textbox', { name: 'A native field' }).click();
  await page.keyboard.type('native');
}

/** What the page shows to whoever comes back to it. */
const shown = async (page: Page): Promise<unknown> => ({
  often: await group(page, 'How often?').getByRole('radio', { name: 'Most of the time' }).isChecked(),
  zero: await group(page, 'From 0 to 10?').getByRole('radio', { name: '0', exact: true }).isChecked(),
  rather: await group(page, 'And at night?').getByRole('radio', { name: 'I’d rather not say' }).isChecked(),
  nothing: await group(page, 'Not answered').locator(':checked').count(),
  words: await page.getByRole('textbox', { name: 'In your own words' }).inputValue(),
  family: await page.getByRole('textbox', { name: 'Family: who or what?' }).inputValue(),
  step: await page.getByRole('textbox', { name: 'What will the person do?' }).inputValue(),
});
const everything = { often: true, zero: true, rather: true, nothing: 0, words, family: 'Fiona', step: 'Ask' };

const something: unknown = expect.any(String);

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL('**/sent');
  const sent = new URLSearchParams((await page.locator('body').textContent()) ?? '');
  const entries = Object.fromEntries(sent);
  expect([...sent.keys()].sort()).toEqual(['helps', 'often', 'rather-not.no-answer', 'steps', 'words', 'zero']);
  expect(entries).toMatchObject({
    often: 'most',
    zero: '0',
    'rather-not.no-answer': 'declined',
    // As every form sends line breaks.
    words: words.replaceAll('\n', '\r\n'),
  });
  expect(JSON.parse(entries['helps'] ?? '')).toEqual([{ id: something, kind: 'family', who: 'Fiona' }]);
  expect(JSON.parse(entries['steps'] ?? '')).toEqual([{ id: something, what: 'Ask', whoKind: 'person' }]);
}

const told = (page: Page): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { told: string[] }).told);

describe('Leaf elements in a plain form', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });

  it('send name, name.no-answer, or nothing', async () => {
    const { page, trouble } = await openPage(browser);
    await fill(page);
    await send(page);
    expect(trouble).toEqual({ violations: [], errors: [] });
  });

  it('after a reload are as the browser leaves its own fields, and tell it when they are filled', async () => {
    const { page } = await openPage(browser);
    await fill(page);
    await page.reload();
    const native = page.getByRole('textbox', { name: 'A native field' });
    await group(page, 'What next?').waitFor();
    const kept = (await native.inputValue()) === 'native';
    const answers = await page.locator(':state(answered), :state(no-answer)').count();
    expect([answers, (await told(page)).length]).toEqual(kept ? [6, 6] : [0, 0]);
  });

  it('have their answers again after going elsewhere and back', async () => {
    const { page } = await openPage(browser);
    await fill(page);
    await page.getByRole('link', { name: 'Elsewhere' }).click();
    await page.getByText('Elsewhere').waitFor();
    await page.goBack();
    expect(await page.locator('body').getAttribute('data-frozen')).toBe('false');
    await expect.poll(() => shown(page)).toEqual(everything);
    const names = ['often', 'zero', 'rather-not', 'words', 'helps', 'steps'];
    expect((await told(page)).sort()).toEqual(names.map((name) => `${name} restore`).sort());
    await page.goForward();
    await page.goBack();
    await expect.poll(() => shown(page)).toEqual(everything);
    await send(page);
  });

  it('have their answers again after a form was sent and somebody went back to it', async () => {
    const { page } = await openPage(browser);
    await fill(page);
    await send(page);
    await page.goBack();
    await expect.poll(() => shown(page)).toEqual(everything);
    await send(page);
  });
});

describe('A page that the browser keeps while somebody is elsewhere', () => {
  it('comes back with its answers, and tells nothing twice', async () => {
    const browser = await startBrowser([], ['--disable-back-forward-cache']);
    const { page } = await openPage(browser);
    await fill(page);
    const before = await told(page);
    await page.getByRole('link', { name: 'Elsewhere' }).click();
    await page.getByText('Elsewhere').waitFor();
    await page.goBack({ waitUntil: 'commit' });
    await expect.poll(() => page.locator('body').getAttribute('data-frozen')).toBe('true');
    expect(await shown(page)).toEqual(everything);
    expect(await told(page)).toEqual(before);
    await send(page);
  });
});

describe('A rating of 0', () => {
  it('is kept as 0 in a completed record', async () => {
    const { page, trouble } = await openPage(await startBrowser());
    await page.goto(`${site.url}/zero`);
    await page.getByRole('checkbox', { name: 'Home' }).click();
    expect(await page.getByRole('region', { name: 'Home' }).getByRole('radio', { checked: true }).count()).toBe(0);
    await page.getByRole('region', { name: 'Home' }).getByRole('radio', { name: '0', exact: true }).click();
    await page.getByRole('button', { name: 'Complete' }).click();
    const record = JSON.parse((await page.locator('pre').textContent()) ?? '') as OutcomeRecord;
    expect(record.entries[0]?.ratings?.[0]?.answer).toEqual({ kind: 'answered', value: 0 });
    expect(trouble).toEqual({ violations: [], errors: [] });
  });
});
