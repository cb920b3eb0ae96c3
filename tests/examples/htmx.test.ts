import { expect, it } from 'vitest';
import { openPage, startBrowser } from '../e2e/support/browser.js';
import { startServer } from './support/app.js';
import { worksIn } from './support/contract.js';
import { Visit } from './support/visit.js';

const app = worksIn('HTML from a server, with htmx', 'htmx', startServer);

it('A page with htmx keeps the conversation where a morph draws around it', async () => {
  const { page, trouble } = await openPage(await startBrowser());
  const visit = new Visit(page);
  await visit.goto(await app.address());
  await visit.button('Wullie').click();
  const topic = 'A life of their own';
  await visit.choose(topic);
  await visit.card(topic).words.click();
  const before = await visit.conversation.elementHandle();
  await page.keyboard.type('Bowls, on Tuesdays.');
  const refreshed = page.waitForResponse('**/people/p-317');
  await visit.button('Refresh').click();
  await refreshed;
  await visit.write(visit.card(topic).words, ' Not often.');
  await visit.shows('Kept here', 'Bowls, on Tuesdays. Not often.');
  expect(await visit.conversation.evaluate((now, then) => now === then, before)).toBe(true);
  expect(trouble).toEqual({ violations: [], errors: [] });
});
