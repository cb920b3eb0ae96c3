import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPage, startBrowser } from './support/browser.js';
import { startHost, temporaryFolder, type Host } from './support/host.js';
import { Recording, storedLast } from './support/recording.js';

const jean = 'jean-morrison';
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
/** What the host forbids beyond that. */
const more = "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const safe = 'I’m fine in the house. أشعر بالأمان في البيت 🏠👵🏽\nBut <b>not</b> on the stairs & "never" at night.';
const wish = 'To get down to the garden by myself — e.g. with a stick';
const why = 'The second flight has no rail 😬';
const garden = 'My garden 🌷';
const say = '  Fiona decides, but she asks me first.  ';

let browser: Browser;
let host: Host;

beforeAll(async () => {
  browser = await startBrowser();
  host = await startHost(join(temporaryFolder(), 'record.db'));
  return async () => {
    await host.stop();
  };
});

const something: unknown = expect.any(String);
const instant: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
const mairi = { id: 'worker-0412', name: 'Mairi Campbell', role: 'Social worker' };
const written = { recordedAt: instant, recordedBy: mairi };
const reference = (
  id: string,
  name: string,
  category = { id: 'quality-of-life', label: 'Quality of life' },
): unknown => ({
  framework: 'talking-points-community',
  frameworkVersion: something,
  id,
  name,
  category,
});
const rating = (perspective: string, answer: unknown, label: string, extra: object = {}): unknown => ({
  id: something,
  perspective,
  scale: { id: 'frequency-4', version: '1' },
  answer,
  label,
  ...written,
  ...extra,
});

/** Who took part, when and how. */
async function sayWhoAndHow(recording: Recording): Promise<void> {
  const { conversation, page } = recording;
  await recording.openWho();
  // The day is the month, so that it is the same date in the order of any country.
  await conversation.getByLabel('When was the conversation?').click({ position: { x: 16, y: 16 } });
  await page.keyboard.type('11112026');
  await page.keyboard.press('Tab');
  await conversation.getByLabel('Where?').click();
  await page.keyboard.type('Jean’s kitchen');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('By ph');
  await page.keyboard.press('Tab');
  const people = conversation.getByRole('group', { name: 'Who took part?' });
  for (const [role, name] of [
    ['The person', 'Jean'],
    ['Unpaid carer', 'Fiona'],
  ] as const) {
    const names = people.getByRole('textbox', { name: 'Name', exact: true });
    const before = await names.count();
    await recording.addSomebody(role);
    await expect.poll(() => names.nth(before).evaluate((box) => box.matches(':focus'))).toBe(true);
    await page.keyboard.type(name);
  }
  await conversation.getByRole('checkbox', { name: 'More time' }).click();
}

/** Everything that can be said about one outcome. */
async function talkAboutSafety(recording: Recording): Promise<void> {
  const { page } = recording;
  const card = recording.card('Feeling safe');
  await card.words.click();
  await page.keyboard.type(safe);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Jean');
  await card.region.getByRole('checkbox', { name: 'Most important now' }).click();
  await card.write('What would Jean like?', wish);
  await card.region.getByRole('radio', { name: 'get there' }).click();
  await card.rate('Jean’s view', 'Some of the time');
  await card.write('Why that answer?', why);
  await card.fold('Another view');
  await card.button('The unpaid carer’s view').click();
  await card.rate('The unpaid carer’s view', 'None of the time');
  await card.fold('Who and what helps');
  await card.button('Family').click();
  await card.write('Family: who or what?', 'Fiona, my daughter');
  await card.write('How do they help?', 'She walks down with me on Saturdays');
  await card.fold('Next steps');
  await card.button('Something Jean will do').click();
  await card.write('What will Jean do?', 'Ask the housing officer for a rail');
  await page.keyboard.press('Tab');
  await page.keyboard.type('12122026');
  await card.region.getByLabel('How is it going?').click();
  await page.keyboard.press('Escape');
  await page.keyboard.type('Planned');
  await page.keyboard.press('Tab');
}

describe('A conversation about three outcomes', () => {
  it('is recorded with clicks and keys, completed, stored, shown and shown again, with nothing blocked and no error', async () => {
    const { page, context, trouble } = await openPage(browser);
    const headers: string[] = [];
    context.on('response', (response) => headers.push(response.headers()['content-security-policy'] ?? 'none'));
    const recording = await Recording.begin(page, host.url, 'Jean Morrison', 'Jean');

    // Nothing is chosen for anybody.
    expect(await recording.conversation.locator(':checked:not(option)').count()).toBe(0);
    await sayWhoAndHow(recording);
    await recording.choose('Feeling safe', 'Seeing people', 'Having a say');
    await recording.write(recording.conversation.getByLabel('Something else that matters'), garden);
    await page.keyboard.press('Enter');
    for (const name of ['Feeling safe', 'Seeing people', 'Having a say', garden])
      expect(await recording.card(name).region.locator(':checked:not(option)').count()).toBe(0);

    await talkAboutSafety(recording);
    await recording.card('Seeing people').rate('Jean’s view', 'I’d rather not say');
    await recording.write(recording.card('Having a say').words, say);
    await recording.write(recording.card(garden).words, 'The roses.');

    // The answer is held back until it was read that the record is on its way.
    let letGo = (): void => undefined;
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    let sent = '';
    await context.route('**/api/people/*/records', async (route) => {
      sent = route.request().postData() ?? '';
      await held;
      await route.continue();
    });
    await recording.complete.click();
    await recording.says('Saving…');
    letGo();
    await recording.says('Saved.');
    await page.getByRole('heading', { name: 'The conversation is in Jean’s file' }).waitFor();

    const { record, text } = await storedLast(host.url, jean);
    expect(text).toBe(sent);
    expect(record).toMatchObject({
      schemaVersion: '1.0',
      kind: 'assessment',
      status: 'completed',
      subject: { id: jean, name: 'Jean' },
      conversationAt: '2026-11-11',
      recordedAt: instant,
      completedAt: instant,
      recordedBy: mairi,
      framework: { id: 'talking-points-community' },
    });
    expect(record.conversation).toEqual({
      mode: 'phone',
      place: 'Jean’s kitchen',
      support: ['more-time'],
      participants: [
        { id: something, role: 'person', name: 'Jean' },
        { id: something, role: 'unpaid-carer', name: 'Fiona' },
      ],
    });
    expect(record.scales.map(({ id, version }) => `${id}@${version}`)).toEqual(['frequency-4@1']);
    const answered = (value: string): unknown => ({ kind: 'answered', value });
    expect(record.entries).toEqual([
      {
        id: something,
        label: 'Feeling safe',
        outcomes: [reference('feeling-safe', 'Feeling safe')],
        mostImportant: true,
        narrative: [{ id: something, text: safe, saidBy: 'person', ...written }],
        personalOutcome: { text: wish, intent: 'achieve' },
        ratings: [
          rating('person', answered('some'), 'Some of the time', { reason: why }),
          rating('carer', answered('none'), 'None of the time'),
        ],
        contributors: [
          {
            id: something,
            kind: 'family',
            stage: 'planned',
            who: 'Fiona, my daughter',
            how: 'She walks down with me on Saturdays',
          },
        ],
        actions: [
          {
            id: something,
            what: 'Ask the housing officer for a rail',
            whoKind: 'person',
            by: '2026-12-12',
            status: 'planned',
          },
        ],
      },
      {
        id: something,
        label: 'Seeing people',
        outcomes: [reference('seeing-people', 'Seeing people')],
        ratings: [rating('person', { kind: 'no-answer', reason: 'declined' }, 'I’d rather not say')],
      },
      {
        id: something,
        label: 'Having a say',
        outcomes: [reference('having-a-say', 'Having a say', { id: 'process', label: 'Process' })],
        narrative: [{ id: something, text: say, saidBy: 'person', ...written }],
      },
      {
        id: something,
        label: garden,
        outcomes: [],
        narrative: [{ id: something, text: 'The roses.', saidBy: 'person', ...written }],
      },
    ]);

    await page.getByRole('link', { name: 'See the stored record' }).click();
    for (let time = 0; time < 2; time++) {
      await page.getByRole('region', { name: 'Feeling safe' }).waitFor();
      const shown = await page.locator('tp-conversation').ariaSnapshot();
      for (const words of [
        'أشعر بالأمان في البيت 🏠👵🏽',
        '<b>not</b>',
        wish,
        why,
        'Fiona decides,',
        garden,
        'The roses.',
      ])
        expect(shown).toContain(words.replaceAll('"', String.raw`\"`));
      for (const words of [
        'Some of the time',
        'None of the time',
        'I’d rather not say',
        'Fiona, my daughter',
        'Ask the housing officer for a rail',
        'Jean’s kitchen',
      ])
        expect(shown).toContain(words);
      expect(await page.locator('tp-conversation').getByRole('textbox').count()).toBe(0);
      expect(await page.getByRole('region', { name: 'The record as JSON' }).textContent()).toBe(
        JSON.stringify(record, null, 2),
      );
      await page.reload();
    }
    await page.getByRole('link', { name: 'On a page of its own' }).click();
    await page.getByRole('region', { name: 'The record as JSON' }).waitFor();
    await page.goto(`${host.url}/people/${jean}`);
    await page.getByText('But <b>not</b> on the stairs').waitFor();
    await page.goto(`${host.url}/events`);
    await page.getByText(record.id).waitFor();

    expect(trouble).toEqual({ violations: [], errors: [] });
    expect([...new Set(headers)]).toEqual([`${policy}; ${more}`]);
  });
});
