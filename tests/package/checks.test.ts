import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { schemas } from '../../src/schema/index.js';
import { VERSION } from '../../src/version.js';
import { archive, packed, read, root, type Manifest } from './support/packed.js';

describe('the package', () => {
  it('is what publint expects, without a remark', async () => {
    const { messages, pkg } = await publint({ pkgDir: packed(), strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that resolve in every way a project with modules resolves them', () => {
    packed();
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    // It fails with a problem, and ends with 0 without one.
    const args = [attw, archive(), '--profile', 'esm-only', '--format', 'json', '--no-definitely-typed'];
    const { analysis } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as {
      analysis: { problems: { kind: string; resolutionKind?: string }[]; entrypoints: object };
    };
    // A project in CommonJS, or on the resolution of 2015, cannot use a package of modules: that is known.
    const known = ['node10', 'node16-cjs'];
    expect(
      analysis.problems.filter(
        ({ kind, resolutionKind = '' }) => !known.includes(resolutionKind) && kind !== 'CJSResolvesToESM',
      ),
    ).toEqual([]);
    expect(Object.keys(analysis.entrypoints).length).toBeGreaterThan(10);
  });

  it('says its version in one voice', () => {
    expect(read<Manifest>('package.json').version).toBe(VERSION);
    expect(VERSION).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe.each(Object.entries(schemas))('the JSON Schema of %s', (name, schema) => {
  it.each([
    ['draft-2020-12', `dist/schemas/${name}.schema.json`, `urn:talking-points-elements:${name}`],
    ['draft-07', `dist/schemas/draft-07/${name}.schema.json`, `urn:talking-points-elements:${name}:draft-07`],
  ] as const)('is what the source makes of it, in %s', (target, file, id) => {
    const { $id, title, ...published } = read<Readonly<Record<string, unknown>>>(file);
    expect(published).toEqual(z.toJSONSchema(schema, { io: 'input', target }));
    expect([$id, title]).toEqual([id, name]);
  });
});
