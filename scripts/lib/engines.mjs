// Starts the three engines for Web Test Runner.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { chromiumArgs, chromiumPath, firefoxPath, webkitPaths } from '../browsers.mjs';

/** @type {import('node:child_process').ChildProcess[]} */
const children = [];
process.on('exit', () => {
  for (const child of children) child.kill('SIGTERM');
});

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A screen that nobody sees, for a browser that has no headless mode. @returns {Promise<string>} its name */
async function display() {
  if (process.env.DISPLAY) return process.env.DISPLAY;
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  children.push(screen);
  const number = await new Promise((done, fail) => {
    screen.stdio[3]?.once('data', done);
    screen.once('error', fail);
    screen.once('exit', () => fail(new Error('Xvfb did not start.')));
  });
  return `:${String(number).trim()}`;
}

/** @param {number} port */
async function answers(port) {
  for (let attempt = 0; attempt < 400; attempt++) {
    try {
      await fetch(`http://127.0.0.1:${String(port)}/status`);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  throw new Error('WebKitWebDriver did not start.');
}

/** @type {Record<string, () => Promise<import('@web/test-runner').BrowserLauncher>>} */
export const engines = {
  async chromium() {
    return chromeLauncher({ launchOptions: { executablePath: await chromiumPath(), args: chromiumArgs } });
  },
  // puppeteer-core speaks WebDriver BiDi with Firefox: no further driver is needed.
  firefox() {
    const launcher = chromeLauncher({
      concurrency: 1,
      launchOptions: { browser: 'firefox', executablePath: firefoxPath(), headless: true },
    });
    launcher.name = 'Firefox';
    return Promise.resolve(launcher);
  },
  async webkit() {
    const { driver, browser } = webkitPaths();
    const port = await freePort();
    const env = { ...process.env, DISPLAY: await display() };
    children.push(spawn(driver, [`--port=${String(port)}`], { stdio: 'ignore', env }));
    await answers(port);
    const launcher = webdriverLauncher({
      hostname: '127.0.0.1',
      port,
      path: '/',
      logLevel: 'error',
      capabilities: /** @type {any} */ ({
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
      }),
    });
    const initialize = launcher.initialize.bind(launcher);
    launcher.initialize = (config) => initialize({ ...config, concurrency: 1 });
    return Object.assign(launcher, { concurrency: 1 });
  },
};
