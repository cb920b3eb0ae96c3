// Element tests, in real browsers: BROWSERS=chromium,firefox,webkit npx wtr (Chromium alone unless it says otherwise).
import { defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { countReporter } from './scripts/lib/count-reporter.mjs';
import { engineCommandsPlugin } from './scripts/lib/engine-commands.mjs';
import { engines } from './scripts/lib/engines.mjs';
import { serverMarkupPlugin } from './scripts/lib/server-markup.mjs';

const wanted = (process.env.BROWSERS ?? 'chromium').split(',');
const browsers = [];
for (const name of wanted) {
  const start = engines[name];
  if (!start) throw new Error(`BROWSERS names "${name}": it can be ${Object.keys(engines).join(', ')}.`);
  browsers.push(await start());
}

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: 'tests/elements/**/*.test.ts',
  nodeResolve: { exportConditions: ['production'] },
  browsers,
  concurrentBrowsers: 1,
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: '20000' } },
  coverageConfig: { include: ['src/**/*.ts'], reportDir: 'coverage', reporters: ['text', 'lcovonly', 'html'] },
  reporters: [defaultReporter({ reportTestProgress: process.stdout.isTTY }), countReporter()],
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: './tsconfig.json' }),
    a11ySnapshotPlugin(),
    engineCommandsPlugin(),
    serverMarkupPlugin(),
  ],
};
