import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import type { Browser } from 'playwright-core';
import { rollup } from 'rollup';
import { build as vite } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import webpack, { type Stats } from 'webpack';
import { consumer, packed } from './support/packed.js';
import { openPage, serve, startChromium } from './support/pages.js';

/** What a bundle is made of: the text, and the modules that have something in it. */
interface Bundle {
  readonly text: string;
  readonly modules: readonly string[];
}

type Bundler = (entry: string, folder: string) => Promise<readonly string[]>;

const bundlers: Readonly<Record<string, Bundler>> = {
  async Rollup(input, dir) {
    const bundle = await rollup({ input, plugins: [nodeResolve({ browser: true })], logLevel: 'silent' });
    const { output } = await bundle.write({ dir, entryFileNames: 'page.js', format: 'es' });
    await bundle.close();
    return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  },
  async Vite(entry, outDir) {
    const built = await vite({
      root: consumer,
      configFile: false,
      logLevel: 'error',
      build: { outDir, emptyOutDir: true, lib: { entry, formats: ['es'], fileName: () => 'page.js' } },
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : [];
    return outputs.flatMap(({ output }) => output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : [])));
  },
  async webpack(entry, path) {
    const stats = await new Promise<Stats | undefined>((done, fail) => {
      webpack(
        { mode: 'production', context: consumer, entry, output: { path, filename: 'page.js' } },
        (error, result) => {
          if (error) fail(error);
          else done(result);
        },
      );
    });
    const { errors = [], modules = [] } =
      stats?.toJson({ all: false, errors: true, modules: true, nestedModules: true }) ?? {};
    expect(errors).toEqual([]);
    return modules.flatMap(({ name = '', modules: inner = [] }) => [name, ...inner.map((module) => module.name ?? '')]);
  },
};

const entries = {
  'one scale': `
    import 'talking-points-elements/define/scales';
    import 'talking-points-elements/define/tp-rating-scale';`,
  everything: `import 'talking-points-elements/define';`,
  'a class': `
    import 'talking-points-elements/define/scales';
    import { TpRatingScale } from 'talking-points-elements';
    customElements.define('tp-rating-scale', TpRatingScale);`,
} as const;

async function bundle(
  name: string,
  bundler: Bundler,
  entry: keyof typeof entries,
): Promise<Bundle & { folder: string }> {
  packed();
  const folder = join(consumer, 'bundles', `${name}-${entry}`.replaceAll(' ', '-'));
  mkdirSync(folder, { recursive: true });
  const file = `${folder}.js`;
  writeFileSync(file, entries[entry]);
  const modules = await bundler(file, folder);
  return { folder, modules, text: readFileSync(join(folder, 'page.js'), 'utf8') };
}

/** What only a conversation needs. */
const heavy = /\/elements\/(conversation|outcome|narrative|actions|contributors|prompt)\/|\/frameworks\/|\/zod\//;

const page = `<!doctype html><title>A host</title><script type="module" src="page.js"></script>
  <form><tp-rating-scale name="met" scale="met-3" label="How far has this been met?"></tp-rating-scale></form>`;

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});

describe.each(Object.entries(bundlers))('a page bundled with %s', (name, bundler) => {
  it.each(['one scale', 'everything', 'a class'] as const)('rates with %s', async (entry) => {
    const { folder, modules, text } = await bundle(name, bundler, entry);
    const light = entry !== 'everything';
    expect(modules.filter((module) => module.includes('rating-scale'))).not.toEqual([]);
    // Nothing that was not asked for comes with it.
    if (light) expect(modules.filter((module) => heavy.test(module))).toEqual([]);
    expect(text.includes('conversation.waiting')).toBe(!light);

    const port = await serve(folder, { '/': page });
    const { page: host, errors } = await openPage(browser);
    await host.goto(`http://localhost:${String(port)}/`);
    const told = host.evaluate(
      () =>
        new Promise<unknown>((done) => {
          document.addEventListener('tp-answer-change', (event) => {
            done((event as CustomEvent<{ answer: unknown }>).detail.answer);
          });
        }),
    );
    await host.getByRole('radio', { name: 'Partly met' }).click();
    expect(await told).toEqual({ kind: 'answered', value: 'partly' });
    const sent = host.evaluate(() => [...new FormData(document.forms[0])]);
    expect(await sent).toEqual([['met', 'partly']]);
    expect(errors).toEqual([]);
  });
});
