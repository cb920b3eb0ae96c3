// What `npm test` does, step by step.

/** @typedef {import('../browsers.mjs').Engine} Engine */
/**
 * @typedef {object} Step
 * @property {string} name for `npm test -- name`
 * @property {string} title
 * @property {string[][]} commands each one: a program of node_modules/.bin or `node`, and its arguments
 * @property {string} [packages] a folder with a lock file of its own, whose packages it needs
 * @property {boolean} [onlyByName] whether it is left out where no step is named: it takes long, and needs packages that nothing else does
 * @property {boolean} [counts] whether it leaves its counts in the file that TEST_COUNTS names
 * @property {Engine[]} [engines] the browsers that it drives
 * @property {Record<string, string>} [env]
 * @property {number} [minutes] after which it is taken for stuck
 */

/** @param {string} project of vitest.config.ts @param {'default' | 'verbose'} [reporter] */
const vitest = (project, reporter = 'default') => [
  ['vitest', 'run', '--project', project, `--reporter=${reporter}`, '--reporter=json', '--outputFile.json={counts}'],
];

/** @param {Engine} engine @param {string} title @returns {Step} */
const elements = (engine, title) => ({
  name: `elements:${engine}`,
  title: `The elements in ${title}`,
  commands: [['wtr']],
  counts: true,
  engines: [engine],
  env: { BROWSERS: engine },
  minutes: 40,
});

/** @type {Step[]} */
export const steps = [
  // First: the catalogue's types and stories read the manifest that the build makes.
  { name: 'build', title: 'Build', commands: [['node', 'scripts/build.mjs']] },
  {
    name: 'types',
    title: 'Types',
    commands: [
      '.',
      'src/cli',
      'scripts',
      'tests',
      'tests/bench',
      'tests/crash',
      'tests/elements',
      'tests/types',
      '.storybook',
      'stories',
      'examples/host',
    ].map((project) => ['tsc', '--noEmit', '-p', project]),
  },
  {
    name: 'lint',
    title: 'Lint, floors, styles and formatting',
    commands: [
      ['eslint', '.', '--max-warnings=0'],
      ['depcruise', 'src', '--config', '.dependency-cruiser.js'],
      ['stylelint', 'src/**/*.styles.ts', 'src/**/*.css'],
      ['prettier', '--check', '--log-level=warn', '.'],
    ],
  },
  { name: 'unit', title: 'Schema, model and the rest that needs no browser', commands: vitest('unit'), counts: true },
  elements('chromium', 'Chromium'),
  elements('firefox', 'Firefox'),
  elements('webkit', 'WebKit'),
  {
    name: 'stories',
    title: 'Every story, with its accessibility check',
    commands: vitest('storybook'),
    counts: true,
    engines: ['chromium'],
  },
  {
    name: 'package',
    title: 'The packed package',
    commands: vitest('package'),
    counts: true,
    engines: ['chromium', 'poppler'],
  },
  {
    name: 'e2e',
    title: 'The reference host, from end to end',
    commands: vitest('e2e'),
    counts: true,
    engines: ['chromium'],
  },
  {
    name: 'examples',
    title: 'The apps in examples/, each installed, built and used as in its framework',
    onlyByName: true,
    commands: vitest('examples', 'verbose'),
    counts: true,
    engines: ['chromium'],
  },
  {
    name: 'fhir',
    title: 'FHIR: validators, form renderers and a server that others wrote',
    packages: 'tests/fhir',
    onlyByName: true,
    commands: [['tsc', '--noEmit', '-p', 'tests/fhir'], ...vitest('fhir', 'verbose')],
    counts: true,
    engines: ['chromium'],
  },
  {
    name: 'crash',
    title: 'Drafts, after pages and browsers were lost (all of it: npm run crash)',
    commands: [['node', 'tests/crash/run.js', '--runs', '7']],
    engines: ['chromium'],
  },
  { name: 'size', title: 'Size budgets', commands: [['node', 'scripts/size.mjs']] },
];
