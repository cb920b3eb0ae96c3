import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../src/schema/codes.js';
import { VERSION } from '../../src/version.js';

it('the version that the code tells is that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    version: string;
  };
  expect(VERSION).toBe(version);
});

it('the version of the records is one that the schema takes', () => {
  expect(SCHEMA_VERSION).toMatch(/^1\.\d+$/);
});
