// The server and the browser, for as long as they are needed and no longer.
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath } from '../../../scripts/browsers.mjs';
import { Problem } from './problem.js';
import { serve } from './serve.js';

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * @template T
 * @param {ReadonlyMap<string, { code: string }>} bundles
 * @param {(host: import('./measure.js').Host) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withHost(bundles, work) {
  const { address, close } = await serve(bundles);
  /** @type {import('playwright-core').Browser | undefined} */
  let browser;
  let stopped = false;
  const stop = () => {
    stopped = true;
    process.exitCode = 130;
    void browser?.close();
  };
  for (const signal of signals) process.on(signal, stop);
  try {
    browser = await chromium.launch({
      executablePath: await chromiumPath(),
      args: chromiumArgs,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    if (stopped) throw new Error('stopped while the browser was starting');
    return await work({ browser, address });
  } catch (error) {
    throw stopped ? new Problem('Stopped: nothing was written.') : error;
  } finally {
    for (const signal of signals) process.off(signal, stop);
    await browser?.close();
    close();
  }
}
