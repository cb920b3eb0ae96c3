import { expect, it } from 'vitest';
import { openPage, startBrowser } from '../e2e/support/browser.js';
import { worksIn } from './support/contract.js';

const app = worksIn('plain HTML', 'html');

it('A page in plain HTML runs no other file than the one whose checksum it has', async () => {
  const { page, trouble } = await openPage(await startBrowser());
  const address = await app.address();
  const library = '/talking-points-elements.js';
  await page.route(`**${library}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\nwindow.stranger = true;` });
  });
  await page.goto(address);
  await expect.poll(() => trouble.errors.join()).toContain('integrity');
  const ran = await page.evaluate(() => 'stranger' in window || customElements.get('tp-conversation') !== undefined);
  expect(ran).toBe(false);
});
