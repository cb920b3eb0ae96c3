// Bundles what tsc has put into out/: modules for npm, and one file for a script tag.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import manifest from './package.json' with { type: 'json' };

/** lit and zod stay imports in the npm build, so that a page has one of each. */
const external = [...Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`)), /^node:/];

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
const own = '/*! talking-points-elements, Apache-2.0. */';
const keeps = '/*! talking-points-elements, Apache-2.0. Holds idb-keyval (Jake Archibald, Apache-2.0). */';
const notice =
  '/*! talking-points-elements, Apache-2.0. Holds Lit (Google LLC, BSD-3-Clause), zod (Colin McDonnell, MIT) and uuid (Robert Kieffer and contributors, MIT). */';

/** What looks back on records, and what settles two versions of one. */
const review = ['outcome-star', 'outcome-timeline', 'record-summary', 'review-comparison'];
const conflict = ['record-conflict'];
const isElsewhere = (/** @type {string} */ text) =>
  [...review, ...conflict].some((name) => text.includes(`${name}.js`));

/** A file on top of the first, with these elements. @param {readonly string[]} names */
const onTop = (names) => () => [
  "import 'cdn:talking-points-elements';",
  ...names.map((name) => `import './out/define/tp-${name}.js';`),
  ...names.map((name) => `export * from './out/elements/${name}/${name}.js';`),
];

/**
 * The CDN files. The first registers what records and reviews a conversation, and exports the library; the others add what looks back, and what
 * settles two versions of a record, and take what they need from the first.
 * @type {Record<string, () => string[]>}
 */
const cdn = {
  'talking-points-elements': () => [
    ...readFileSync('out/define/all.js', 'utf8').replaceAll("'./", "'./out/define/").split('\n'),
    ...readFileSync('out/index.js', 'utf8')
      .replaceAll("'./", "'./out/")
      .split(/(?<=;\n)/),
    // What a page needs of the model. Not from its index: this file would then hold all of it.
    "export { registerFramework } from './out/frameworks/registry.js';",
    "export { registerScale } from './out/scales/registry.js';",
    "export { loadRecord } from './out/model/load.js';",
    // Who may see what: the host asks it too, and what looks back takes it from here.
    "export { shareRecord } from './out/model/share.js';",
  ],
  'talking-points-review': onTop(review),
  'talking-points-conflict': onTop(conflict),
  // Not for a CDN: the page in a frame.
  embed: () => [
    "import './out/define/tp-conversation.js';",
    "import './out/define/tp-record-conflict.js';",
    "import { FramePage } from './out/frame/page.js';",
    "new FramePage(document.querySelector('main'));",
  ],
  // These need nothing of the others.
  'talking-points-drafts': () => ["export * from './out/drafts/index.js';"],
  'talking-points-drafts-encrypted': () => ["export * from './out/drafts/encrypted.js';"],
};

/** @returns {import('rollup').Plugin} */
const cdnEntries = () => ({
  name: 'cdn-entries',
  resolveId: (id) => (id.startsWith('cdn:') ? id : null),
  load(id) {
    const name = id.slice('cdn:'.length);
    const lines = id.startsWith('cdn:') ? cdn[name]?.() : undefined;
    return lines?.filter((line) => name !== 'talking-points-elements' || !isElsewhere(line)).join('\n') ?? null;
  },
});

/**
 * Everything that the first file imports stays in it, whether the others need it too or not: rollup would else make one more file, which no page
 * loads by name.
 * @type {import('rollup').GetManualChunk}
 */
const firstFile = (id, { getModuleInfo }) => {
  const reached = new Set(['cdn:talking-points-elements']);
  for (const one of reached) for (const imported of getModuleInfo(one)?.importedIds ?? []) reached.add(imported);
  // So that other people's work, and the notice of it, is in the first file alone; but for what the drafts alone need.
  return reached.has(id) || /node_modules\/(?!idb-keyval\/)/.test(id) ? 'talking-points-elements' : undefined;
};

/** Its types are written for CommonJS. @type {(options: object) => import('rollup').Plugin} */
const minify = /** @type {any} */ (terser);

const minified = [literalsHtmlCssMinifier({ include: ['out/**'], failOnError: true })];
/** @param {boolean} module a script that is no module keeps the name that it gives to the page */
const whole = (module) => [
  nodeResolve({ exportConditions: ['production', 'browser', 'import', 'default'] }),
  ...minified,
  minify({ module, ecma: 2020, compress: { passes: 3 }, format: { comments: /^!/ } }),
];
export const bundled = whole(true);

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
    input: Object.fromEntries(
      ['elements', 'review', 'conflict', 'drafts', 'drafts-encrypted'].map((name) => [
        `talking-points-${name}`,
        `cdn:talking-points-${name}`,
      ]),
    ),
    preserveEntrySignatures: 'allow-extension',
    onwarn,
    plugins: [cdnEntries(), sourceMaps(), ...bundled],
    output: {
      dir: 'dist/cdn',
      format: 'es',
      entryFileNames: '[name].js',
      manualChunks: firstFile,
      sourcemap: true,
      banner: ({ name }) =>
        /(review|encrypted)$/.test(name) ? own : name === 'talking-points-drafts' ? keeps : notice,
    },
  },
  // What a page shows in a frame, and what such a page needs itself where it cannot load modules.
  {
    input: 'cdn:embed',
    onwarn,
    plugins: [cdnEntries(), sourceMaps(), ...whole(false)],
    output: { file: 'dist/embed/embed.js', format: 'iife', sourcemap: true, banner: notice },
  },
  {
    input: 'out/frame/client.js',
    onwarn,
    plugins: [sourceMaps(), ...whole(false)],
    output: {
      file: 'dist/embed/client.js',
      format: 'iife',
      name: 'TalkingPointsEmbed',
      sourcemap: true,
      banner: own,
    },
  },
];
