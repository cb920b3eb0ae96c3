// Commands for element tests that work alike in Chromium and Firefox (over BiDi or CDP) and in WebKitGTK (over WebDriver).

/** WebDriver's own names for keys. @type {Record<string, string>} */
const webdriverKeys = {
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Backspace: '\uE003',
  Delete: '\uE017',
  Space: ' ',
};

/** @typedef {any} Browser what a launcher of the test runner offers differs by engine */

/** Presses keys together and lets them go in the opposite order. @param {Browser} browser @param {string} id @param {string[]} keys */
async function chord(browser, id, keys) {
  if (browser.type === 'webdriver') {
    const value = (/** @type {string} */ key) => webdriverKeys[key] ?? key;
    const actions = [
      ...keys.map((key) => ({ type: 'keyDown', value: value(key) })),
      ...keys.toReversed().map((key) => ({ type: 'keyUp', value: value(key) })),
    ];
    await browser.driver.performActions([{ type: 'key', id: 'keyboard', actions }]);
    return;
  }
  const { keyboard } = browser.getPage(id);
  const value = (/** @type {string} */ key) => (key === 'Space' ? ' ' : key);
  for (const key of keys) await keyboard.down(value(key));
  for (const key of keys.toReversed()) await keyboard.up(value(key));
}

/** Types text as a keyboard would. @param {Browser} browser @param {string} id @param {string} text */
async function type(browser, id, text) {
  if (browser.type !== 'webdriver') {
    await browser.getPage(id).keyboard.type(text);
    return;
  }
  const actions = [...text].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
  await browser.driver.performActions([{ type: 'key', id: 'keyboard', actions }]);
}

/** Sets the size of the page. WebKitGTK's window does not get narrower than about 447 pixels. @param {Browser} browser @param {string} id @param {{ width: number, height: number }} size */
async function resize(browser, id, { width, height }) {
  if (browser.type !== 'webdriver') {
    await browser.getPage(id).setViewport({ width, height });
    return;
  }
  const [frameWidth, frameHeight] = await browser.driver.executeScript(
    'return [outerWidth - innerWidth, outerHeight - innerHeight]',
    [],
  );
  await browser.driver.setWindowRect(null, null, width + frameWidth, height + frameHeight);
}

/**
 * Sends a command of the Chrome DevTools Protocol: Chromium only.
 * @param {Browser} browser @param {string} id @param {string} method @param {object} params
 */
async function cdp(browser, id, method, params) {
  if (browser.name === 'Firefox' || browser.type === 'webdriver') return { supported: false };
  const session = await browser.getPage(id).createCDPSession();
  return { supported: true, result: await session.send(method, params) };
}

/**
 * - `chord`: keys pressed together, `['Shift', 'Tab']`; a single key is a chord of one. All engines.
 * - `type`: a text, key by key. All engines.
 * - `resize`: `{ width, height }` of the page. All engines.
 * - `media`: media features, `{ 'forced-colors': 'active' }`. Chromium; elsewhere it answers `{ supported: false }`.
 * - `cdp`: `{ method, params }` of the DevTools protocol. Chromium; elsewhere it answers `{ supported: false }`.
 * @returns {import('@web/test-runner').TestRunnerPlugin<any>}
 */
export const engineCommandsPlugin = () => ({
  name: 'engine-commands',
  async executeCommand({ command, payload, session: { browser, id } }) {
    switch (command) {
      case 'chord':
        await chord(browser, id, payload);
        return true;
      case 'type':
        await type(browser, id, payload);
        return true;
      case 'resize':
        await resize(browser, id, payload);
        return true;
      case 'media': {
        // An emulation lives as long as its session, which stays open on purpose: an empty list ends it.
        const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
        return cdp(browser, id, 'Emulation.setEmulatedMedia', { features });
      }
      case 'cdp':
        return cdp(browser, id, payload.method, payload.params ?? {});
      default:
        return undefined;
    }
  },
});
