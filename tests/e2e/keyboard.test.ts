import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPage, startBrowser } from './support/browser.js';
import { arrives, Focus } from './support/focus.js';
import { startHost, temporaryFolder, type Host } from './support/host.js';
import { storedLast } from './support/recording.js';

const jean = 'jean-morrison';
let browser: Browser;
let host: Host;

beforeAll(async () => {
  browser = await startBrowser();
  host = await startHost(join(temporaryFolder(), 'keyboard.db'));
  return async () => {
    await host.stop();
  };
});

async function start(): Promise<{ page: Page; focus: Focus }> {
  const { page } = await openPage(browser);
  await page.goto(`${host.url}/`);
  const focus = new Focus(page);
  await focus.to('link', 'Skip to the main part');
  await focus.press('Enter');
  await focus.to('link', 'Jean Morrison');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/jean-morrison');
  await focus.to('link', 'Record a conversation with Jean');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'What matters' }).waitFor();
  return { page, focus };
}

describe('By keyboard alone', () => {
  it('a conversation about three outcomes is recorded, and whoever looks always sees where they are', async () => {
    const { page, focus } = await start();

    // Folded at the start; the keyboard opens it.
    await focus.to('summary', 'Who and how When, where, who was there, support');
    await focus.press('Enter');
    await focus.to('textbox', 'Where?');
    await focus.type('At home');
    // Going through the roles adds nobody; the button does.
    await focus.to('select', 'Add somebody');
    await focus.press('ArrowDown');
    await focus.to('button', 'Add');
    await focus.press('Enter');
    await arrives(focus, 'textbox', 'Name');
    await focus.type('Fiona');
    for (const name of ['Feeling safe', 'Seeing people', 'Having a say']) {
      await focus.to('checkbox', name);
      await focus.press('Space');
    }
    await focus.to('textbox', 'Something else that matters');
    await focus.type('My garden');
    await focus.press('Enter');
    await arrives(focus, 'textbox', 'Something else that matters');

    await focus.into('Feeling safe');
    await focus.to('textbox', 'In Jean’s own words');
    await focus.type('The stairs.');
    await focus.press('Enter');
    await focus.type('Not the house.');
    // They are Jean's, as the heading says; somebody else can be chosen, and Jean again.
    await focus.to('select', 'Whose words?');
    await focus.press('ArrowDown');
    await focus.press('ArrowUp');
    await focus.to('textbox', 'What would Jean like?');
    await focus.type('Get to the garden');
    await focus.to('radio', 'get there');
    await focus.press('Space');
    // Space, then an arrow: the first answer was given, then moved on.
    await focus.to('radio', 'All of the time');
    await focus.press('Space');
    await focus.press('ArrowDown');
    await arrives(focus, 'radio', 'Most of the time');
    // A digit chooses.
    await focus.press('3');
    await arrives(focus, 'radio', 'Some of the time');
    await focus.to('textbox', 'Why that answer?');
    await focus.type('No rail');
    await focus.to('button', 'Another view');
    await focus.press('Enter');
    await focus.to('button', 'The unpaid carer’s view');
    await focus.press('Space');
    await arrives(focus, 'radio', 'All of the time');
    await focus.press('4');
    await arrives(focus, 'radio', 'None of the time');
    await focus.to('button', 'Who and what helps');
    await focus.press('Enter');
    await focus.to('button', 'Family');
    await focus.press('Enter');
    await arrives(focus, 'textbox', 'Family: who or what?');
    await focus.type('Fiona');
    // A second one, taken away again.
    await focus.to('button', 'Service');
    await focus.press('Enter');
    await arrives(focus, 'textbox', 'Service: who or what?');
    await focus.to('button', 'Remove Service');
    await focus.press('Enter');
    await focus.to('button', 'Next steps');
    await focus.press('Space');
    await focus.to('button', 'Something Jean will do');
    await focus.press('Enter');
    await arrives(focus, 'textbox', 'What will Jean do?');
    await focus.type('Ask for a rail');

    await focus.into('Seeing people');
    await focus.to('button', 'More reasons');
    await focus.press('Enter');
    await arrives(focus, 'radio', 'I’d rather not say');
    await focus.press('Space');

    await focus.into('Having a say');
    await focus.to('textbox', 'In Jean’s own words');
    await focus.type('She asks me.');
    await focus.into('My garden');
    await focus.to('textbox', 'In Jean’s own words');
    await focus.type('Roses.');
    // What kind of wish it is is asked once there is a wish, and can be changed and cleared by the same way.
    await focus.to('textbox', 'What would Jean like?');
    await focus.type('A bench');
    await focus.to('radio', 'get there');
    await focus.press('ArrowUp');
    await arrives(focus, 'radio', 'be comfortable');
    await focus.to('button', 'Clear');
    await focus.press('Enter');
    await arrives(focus, 'radio', 'get there');
    await focus.to('button', 'Complete');
    await focus.press('Enter');
    await arrives(focus, 'p', 'Saved.');
    await focus.to('link', 'See the stored record');
    await page.keyboard.press('Enter');
    await page.getByText('The stairs.').first().waitFor();

    const { entries, conversation } = (await storedLast(host.url, jean)).record;
    expect(conversation).toEqual({
      place: 'At home',
      participants: [{ id: expect.any(String) as string, role: 'unpaid-carer', name: 'Fiona' }],
    });
    expect(
      entries.map(({ label, narrative, personalOutcome, ratings, contributors, actions }) => ({
        label,
        words: narrative?.map(({ text, saidBy }) => [text, saidBy]),
        wish: personalOutcome,
        ratings: ratings?.map(({ perspective, answer, reason }) => [perspective, answer, reason]),
        helps: contributors?.map(({ kind, who }) => [kind, who]),
        steps: actions?.map(({ what, whoKind }) => [what, whoKind]),
      })),
    ).toEqual([
      {
        label: 'Feeling safe',
        words: [['The stairs.\nNot the house.', 'person']],
        wish: { text: 'Get to the garden', intent: 'achieve' },
        ratings: [
          ['person', { kind: 'answered', value: 'some' }, 'No rail'],
          ['carer', { kind: 'answered', value: 'none' }, undefined],
        ],
        helps: [['family', 'Fiona']],
        steps: [['Ask for a rail', 'person']],
      },
      { label: 'Seeing people', ratings: [['person', { kind: 'no-answer', reason: 'declined' }, undefined]] },
      { label: 'Having a say', words: [['She asks me.', 'person']] },
      { label: 'My garden', words: [['Roses.', 'person']], wish: { text: 'A bench' } },
    ]);
    expect(focus.unseen).toEqual([]);
  });

  it('Tab comes through the whole page and back without a trap', async () => {
    const { focus } = await start();
    await focus.to('checkbox', 'Feeling safe');
    await focus.press('Space');
    await focus.to('summary', 'Event log of this page', 200);
    await focus.to('checkbox', 'Feeling safe', 200, 'Shift+Tab');
    await focus.to('link', 'Kinfolk', 200, 'Shift+Tab');
    expect(focus.unseen).toEqual([]);
  });

  it('words that would be taken out are asked about, and the focus comes back', async () => {
    const { focus } = await start();
    await focus.to('checkbox', 'Seeing people');
    await focus.press('Space');
    await focus.into('Seeing people');
    await focus.to('textbox', 'In Jean’s own words');
    await focus.type('Ina from the choir.');
    await focus.to('checkbox', 'Seeing people', 80, 'Shift+Tab');
    await focus.press('Space');
    await arrives(focus, 'button', 'Keep it');
    await focus.press('Enter');
    expect((await focus.now()).role).toBe('checkbox');
    await focus.into('Seeing people');
    await focus.to('textbox', 'In Jean’s own words');
    expect((await focus.now()).value).toBe('Ina from the choir.');
    expect(focus.unseen).toEqual([]);
  });
});
