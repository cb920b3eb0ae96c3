import type { Locator, Page } from 'playwright-core';
import type { Recording } from './recording.js';

/** Clicks each that is there now, from the last to the first: those that a click adds come after it. */
async function clickEach(all: Locator): Promise<void> {
  for (let index = (await all.count()) - 1; index >= 0; index--) await all.nth(index).click();
}

/** Opens whatever can be opened on the page that records, with one outcome answered at length and one left empty. */
export async function openEverything(recording: Recording): Promise<void> {
  const { page, conversation } = recording;
  await recording.choose('Feeling safe', 'Living where you want/as you want');
  await conversation.getByLabel('Something else that matters').click();
  await page.keyboard.type('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen');
  await page.keyboard.press('Enter');
  await recording.openWho();
  await recording.addSomebody('Interpreter');
  await conversation.getByRole('checkbox', { name: 'Hearing loop' }).click();
  const card = recording.card('Feeling safe');
  await card.words.click();
  await page.keyboard.type(
    'I lie awake and listen to the stairs, and https://example.org/a-very-long-address-without-any-place-to-break-it-at-all?x=1 أشعر بالأمان',
  );
  await card.button('Add somebody else’s words').click();
  await card.write('What would Jean like?', 'Sleep.');
  await card.region.getByRole('radio', { name: 'get there' }).click();
  await card.rate('Jean’s view', 'Some of the time');
  await clickEach(card.region.locator('details:not([open]) > summary, [aria-expanded=false]'));
  for (const whose of ['The unpaid carer’s view', 'The practitioner’s view']) {
    if ((await card.button(whose).count()) === 0 || !(await card.button(whose).isVisible()))
      await card.fold('Another view');
    await card.button(whose).click();
  }
  await card.button('Family').click();
  await card.button('Friend or neighbour').click();
  await card.button('Something Jean will do').click();
  await card.button('Something others will do').click();
  await clickEach(card.region.getByRole('button', { name: 'More reasons' }));
  await clickEach(card.region.locator('details:not([open]) > summary, [aria-expanded=false]'));
  await page.locator('.log > summary').click();
  await page.locator('.log details > summary').first().click();
}

/** What sticks out of the page, to be scrolled to or cut off: by tag, part and name. */
export const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`the page: ${root.scrollWidth} in ${root.clientWidth}`);
    const look = (scope: Document | ShadowRoot): void => {
      for (const element of scope.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        const { left, right, width, height } = element.getBoundingClientRect();
        if (width <= 1 || height <= 1 || !element.checkVisibility()) continue;
        const name = `${element.localName}.${element.className || (element.getAttribute('part') ?? '')} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 30)}”`;
        if (left < -1 || right > root.clientWidth + 1) found.push(`${name} from ${left} to ${right}`);
        const { display, overflowX } = getComputedStyle(element);
        const scrolls = element.localName === 'pre' || element.localName === 'input';
        if (
          display !== 'inline' &&
          overflowX !== 'auto' &&
          !scrolls &&
          element.scrollWidth > element.clientWidth + 1 &&
          element.clientWidth > 0
        )
          found.push(`${name} holds ${element.scrollWidth} in ${element.clientWidth}`);
      }
    };
    look(document);
    return found;
  });
