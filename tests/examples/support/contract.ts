import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRecord } from '../../../src/model/load.js';
import { openPage, startBrowser, type Trouble } from '../../e2e/support/browser.js';
import { build, serveBuilt } from './app.js';
import { holdStoring, Visit } from './visit.js';

const words = 'I want to be at the bowling on Tuesdays.';
const none: Trouble = { violations: [], errors: [] };

export interface App {
  /** Where it is served from now on, anew each time; it is installed and built once. */
  readonly address: () => Promise<string>;
}

/**
 * What holds in every host: the example is installed from the packed file, built, served under the strict policy, and used in Chromium.
 *
 * @param name - for people
 * @param folder - in examples/
 * @param start - serves the app that was built, and returns its address
 */
export function worksIn(name: string, folder: string, start = serveBuilt): App {
  let built: Promise<string> | undefined;
  const app = { address: (): Promise<string> => (built ??= build(folder)).then(start) };
  describe(`An app in ${name}`, () => {
    let browser: Browser;

    beforeAll(async () => {
      browser = await startBrowser();
    });

    async function begin(): Promise<{ visit: Visit; trouble: Trouble }> {
      const { page, trouble } = await openPage(browser);
      const visit = new Visit(page);
      await visit.goto(await app.address());
      return { visit, trouble };
    }

    it('installs what its lock file says, type-checks and builds', async () => {
      expect(await app.address()).toMatch(/^http:/);
    });

    it.each(['light', 'dark'] as const)(
      'looks %s where the system does, shows who is open, and fits a telephone',
      async (colorScheme) => {
        const { visit, trouble } = await begin();
        const { page } = visit;
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width: 320, height: 700 });
        const lightness = (name?: string): Promise<number> =>
          (name === undefined ? page.locator('html') : visit.button(name)).evaluate((element, own) => {
            const probe = document.createElement('canvas').getContext('2d');
            if (!probe) throw new Error('There is a canvas.');
            probe.fillStyle = own ? getComputedStyle(element).backgroundColor : getComputedStyle(element).color;
            probe.fillRect(0, 0, 1, 1);
            return probe.getImageData(0, 0, 1, 1).data[0] ?? 0;
          }, name !== undefined);
        // Dark letters on a light page, and the other way about; who is open is the other way about again.
        expect([await lightness(), await lightness('Wullie'), await lightness('Jean')].map((one) => one > 127)).toEqual(
          colorScheme === 'light' ? [false, true, false] : [true, false, true],
        );
        for (const name of ['Jean', 'Wullie', 'The conversation', 'Send', 'As last time'])
          expect((await visit.button(name).boundingBox())?.height, name).toBeGreaterThanOrEqual(44);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        expect(trouble).toEqual(none);
      },
    );

    it('hears words and a rating as they are recorded', async () => {
      const { visit, trouble } = await begin();
      await visit.choose('Seeing people');
      const card = visit.card('Seeing people');
      await visit.write(card.words, words);
      await visit.shows('Kept here', words);
      await card.rate('Jean', 'Most of the time');
      await visit.shows('Answered last', 'seeing-people › ratings › person');
      await visit.shows('Status', 'draft');
      expect(trouble).toEqual(none);
    });

    it('is waited for while it stores the record, and may fail', async () => {
      const { visit, trouble } = await begin();
      const storing = await holdStoring(visit.page);
      await visit.choose('Seeing people');
      await visit.write(visit.card('Seeing people').words, words);
      await visit.complete.click();
      await visit.says('Saving…');
      await storing.answer(500);
      await visit.says('Not saved. Your words are kept here. Please try again.');
      await visit.holds('Seeing people', words);
      await visit.again.click();
      await storing.answer(201);
      await visit.says('Saved.');
      await visit.shows('Status', 'completed');
      const [first, second] = storing.sent.map((text) => loadRecord(text));
      expect(second).toEqual(first);
      expect(second).toMatchObject({
        ok: true,
        value: { status: 'completed', subject: { id: 'p-204', name: 'Jean' } },
      });
      // The browser itself writes the refusal of the server into the console.
      expect(trouble.errors.filter((text) => !text.includes('status of 500') && !text.includes('not-saved'))).toEqual(
        [],
      );
      expect(trouble.violations).toEqual([]);
    });

    it('shows another person in the middle of a sentence, and loses none of it', async () => {
      const { visit, trouble } = await begin();
      await visit.choose('Seeing people');
      await visit.write(visit.card('Seeing people').words, words);
      await visit.button('Wullie').click();
      await visit.choose('Maintaining health and well-being');
      await visit.write(visit.card('Maintaining health and well-being').words, 'A night’s sleep.');
      await visit.button('Jean').click();
      await visit.holds('Seeing people', words);
      await visit.shows('Kept here', words);
      await visit.button('Wullie').click();
      await visit.holds('Maintaining health and well-being', 'A night’s sleep.');
      await visit.shows('Kept here', 'A night’s sleep.');
      expect(trouble).toEqual(none);
    });

    it('takes the conversation out and puts it back as it was', async () => {
      const { visit, trouble } = await begin();
      await visit.choose('Seeing people');
      await visit.write(visit.card('Seeing people').words, words);
      await visit.button('The conversation').click();
      await expect.poll(() => visit.conversation.count()).toBe(0);
      await visit.button('The conversation').click();
      await visit.holds('Seeing people', words);
      await visit.write(visit.card('Seeing people').words, ' Still.');
      await visit.shows('Kept here', `${words} Still.`);
      expect(trouble).toEqual(none);
    });

    it('leaves the caret where somebody writes while it keeps the words', async () => {
      const { visit, trouble } = await begin();
      await visit.choose('Seeing people');
      await visit.write(visit.card('Seeing people').words, 'I see people.');
      await visit.shows('Kept here', 'I see people.');
      for (let letter = 0; letter < 'people.'.length; letter += 1) await visit.page.keyboard.press('ArrowLeft');
      await visit.page.keyboard.type('few ');
      await visit.shows('Kept here', 'I see few people.');
      await visit.page.keyboard.type('kind ');
      await visit.shows('Kept here', 'I see few kind people.');
      expect(trouble).toEqual(none);
    });

    it('sends a question of its own form, and sets it', async () => {
      const { visit, trouble } = await begin();
      await visit.button('Send').click();
      await visit.shows('Sent', 'nothing');
      await visit.safety('Some of the time').click();
      await visit.button('Send').click();
      await visit.shows('Sent', 'safe=some');
      await visit.button('As last time').click();
      await expect.poll(() => visit.safety('Most of the time').isChecked()).toBe(true);
      await visit.button('Send').click();
      await visit.shows('Sent', 'safe=most');
      expect(trouble).toEqual(none);
    });
  });
  return app;
}
