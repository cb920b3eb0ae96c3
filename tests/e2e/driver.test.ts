import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { conversationDriver, playwrightDriver } from '../../src/testing/index.js';
import { openPage, startBrowser } from './support/browser.js';
import { startHost, temporaryFolder, type Host } from './support/host.js';
import { Recording, storedLast } from './support/recording.js';

let browser: Browser;
let host: Host;

beforeAll(async () => {
  browser = await startBrowser();
  host = await startHost(join(temporaryFolder(), 'driver.db'));
  return async () => {
    await host.stop();
  };
});

describe('The driver of “talking-points-elements/testing” in Playwright', () => {
  it('fills in a conversation on a page that knows nothing of it, and what is stored is what it was told', async () => {
    const { page, trouble } = await openPage(browser);
    await Recording.begin(page, host.url, 'Jean Morrison', 'Jean');
    const talk = conversationDriver(playwrightDriver(page), { name: 'Jean' });
    await talk.on('2026-03-03');
    await talk.at('Jean’s kitchen');
    await talk.addSomebody('unpaid-carer');
    await talk.supportedBy('more-time');
    await talk.choose('Seeing people', 'Feeling safe');
    await talk.choose('Seeing people');
    await talk.add('My garden');
    const people = talk.outcome('Seeing people');
    await people.write('I miss the bowling.');
    await people.write(' And Eck.');
    await people.wants('To go on Tuesdays', 'achieve');
    await people.rate('Some of the time');
    await people.rate('None of the time', { view: 'carer' });
    await people.addHelp('friend', 'Eck', 'He rings');
    await people.addOwnStep('Ring the club');
    await talk.outcome('Feeling safe').noAnswer('later');
    await talk.outcome('My garden').noAnswer('declined');
    await talk.complete();
    await talk.says('finish.saved');

    const { record } = await storedLast(host.url, 'jean-morrison');
    expect(record).toMatchObject({
      status: 'completed',
      conversationAt: '2026-03-03',
      conversation: { place: 'Jean’s kitchen', participants: [{ role: 'unpaid-carer' }], support: ['more-time'] },
      entries: [
        {
          label: 'Seeing people',
          narrative: [{ text: 'I miss the bowling. And Eck.' }],
          personalOutcome: { text: 'To go on Tuesdays', intent: 'achieve' },
          ratings: [
            { perspective: 'person', answer: { kind: 'answered', value: 'some' } },
            { perspective: 'carer', answer: { kind: 'answered', value: 'none' } },
          ],
          contributors: [{ kind: 'friend', who: 'Eck', how: 'He rings' }],
          actions: [{ what: 'Ring the club', whoKind: 'person' }],
        },
        { label: 'Feeling safe', ratings: [{ answer: { kind: 'no-answer', reason: 'later' } }] },
        { label: 'My garden', ratings: [{ answer: { kind: 'no-answer', reason: 'declined' } }] },
      ],
    });
    expect(trouble).toEqual({ violations: [], errors: [] });
  });
});
