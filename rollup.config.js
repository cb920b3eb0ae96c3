// Bundles what tsc has put into out/: modules for npm, and one file for a script tag.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import manifest from './package.json' with { type: 'json' };

/** lit and zod stay imports in the npm build, so that a page has one of each. */
const external = Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`));

/** A warning about our own modules ends the build; those about lit and zod are not ours to mend. @param {import('rollup').RollupLog} warning */
const onwarn = (warning) => {
  const file = warning.id ?? warning.ids?.[0] ?? warning.loc?.file ?? '';
  // A module of types alone is empty.
  if (file.includes('node_modules') || warning.code === 'EMPTY_BUNDLE') return;
  throw new Error(warning.message);
};

/** Follows tsc's source maps, so that ours lead to the TypeScript. @returns {import('rollup').Plugin} */
const sourceMaps = () => ({
  name: 'source-maps-of-tsc',
  load(id) {
    if (id.includes('node_modules') || !existsSync(`${id}.map`)) return null;
    return { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) };
  },
});

/** The minified file holds other people's work: their names and licences stay with it. */
const notice =
  '/*! talking-points-elements, Apache-2.0. Holds Lit (Google LLC, BSD-3-Clause), zod (Colin McDonnell, MIT) and uuid (Robert Kieffer and contributors, MIT). */';

/** The CDN file registers every element and exports the whole library. @returns {import('rollup').Plugin} */
const everything = () => ({
  name: 'everything',
  resolveId: (id) => (id === 'everything' ? id : null),
  load: (id) => (id === 'everything' ? "import './out/define/all.js';\nexport * from './out/index.js';\n" : null),
});

/** Its types are written for CommonJS. @type {(options: object) => import('rollup').Plugin} */
const minify = /** @type {any} */ (terser);

const minified = [literalsHtmlCssMinifier({ include: ['out/**'], failOnError: true })];
export const bundled = [
  nodeResolve({ exportConditions: ['production', 'browser', 'import', 'default'] }),
  ...minified,
  minify({ module: true, ecma: 2020, compress: { passes: 3 }, format: { comments: false } }),
];

/** @type {import('rollup').RollupOptions[]} */
export default [
  {
    input: globSync('out/**/*.js'),
    external,
    onwarn,
    plugins: [sourceMaps(), ...minified],
    output: { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'out', sourcemap: true },
  },
  {
    input: 'everything',
    onwarn,
    plugins: [everything(), sourceMaps(), ...bundled],
    output: {
      file: 'dist/cdn/talking-points-elements.js',
      format: 'es',
      inlineDynamicImports: true,
      sourcemap: true,
      banner: notice,
    },
  },
];
