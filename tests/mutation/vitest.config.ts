import { defineConfig } from 'vitest/config';

/** Tests that take long for each of thousands of mutants, or have nothing to do with the model. What the first kind finds, an example has to find as well. */
const left = [
  'property',
  'schema-differential',
  'bench',
  'node-import',
  'test-counts',
  'version',
  'strings',
  'format',
  'host-records',
];

/** For `npm run mutation`: what the mutants of `src/model` have to get past. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
    // The clock's tests change the time zone, which the threads that mutants run in cannot: `src/model/clock.ts` is left out as well.
    exclude: [...left, 'clock'].map((name) => `tests/unit/**/*${name}.test.ts`),
  },
});
