import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, chromiumPath } from './scripts/browsers.mjs';

const minutes = 60_000;

// The tests that need no browser run without one, too.
const chromium = await chromiumPath().catch(() => undefined);

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/unit/seed.ts'],
        },
      },
      {
        test: {
          name: 'package',
          environment: 'node',
          include: ['tests/package/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 5 * minutes,
          hookTimeout: 5 * minutes,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 3 * minutes,
          hookTimeout: 3 * minutes,
        },
      },
      {
        test: {
          name: 'examples',
          environment: 'node',
          include: ['tests/examples/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 10 * minutes,
          hookTimeout: 3 * minutes,
        },
      },
      {
        test: {
          name: 'fhir',
          environment: 'node',
          include: ['tests/fhir/*.test.js'],
          fileParallelism: false,
          testTimeout: 15 * minutes,
          hookTimeout: 5 * minutes,
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook', disableAddonDocs: true })],
        resolve: { dedupe: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'] },
        optimizeDeps: {
          // Named here, because finding one during a run reloads the page under the tests.
          include: [
            'lit',
            'lit/directive.js',
            'lit/directive-helpers.js',
            'lit/directives/*.js',
            'zod/mini',
            '@storybook/addon-themes',
            '@storybook/addon-a11y/preview',
          ],
        },
        test: {
          name: 'storybook',
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: chromium, args: chromiumArgs } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
