/**
 * The floors of the house: an import only goes down (or stays on its floor where that is said).
 * From the ground up: schema, data (model, frameworks, scales), services (interop, measure, drafts),
 * look and language (i18n, theme), base, elements, frame, define. The command line and what is for tests stand
 * on top: nothing imports them.
 */
const floors = [
  ['schema'],
  ['model', 'frameworks', 'scales'],
  ['interop', 'measure', 'drafts'],
  ['i18n', 'theme'],
  ['base'],
  ['elements'],
  ['frame'],
  ['define'],
  ['cli', 'testing'],
];

const onlyDown = floors.flatMap((floor, height) => {
  const above = floors.slice(height + 1).flat();
  return floor.map((name) => ({
    name: `floors: ${name} imports only what is below it`,
    comment: `src/${name} is on floor ${height}.`,
    severity: 'error',
    from: { path: `^src/${name}/` },
    to: { path: [...above.map((other) => `^src/${other}/`), '^src/(index|define-all)\\.ts$'] },
  }));
});

export default {
  forbidden: [
    ...onlyDown,
    {
      name: 'floors: services stand side by side',
      severity: 'error',
      from: { path: '^src/(interop|measure|drafts|i18n|theme)/' },
      to: { path: '^src/(interop|measure|drafts|i18n|theme)/', pathNot: '^src/$1/' },
    },
    {
      name: 'elements: only fragments, styles and strings are shared',
      comment: 'Elements do not sit inside each other: they share template functions. A type costs nothing.',
      severity: 'error',
      from: { path: '^src/elements/([^/]+)/' },
      to: {
        path: '^src/elements/',
        dependencyTypesNot: ['type-only'],
        pathNot: ['^src/elements/$1/', '^src/elements/[^/]+/fragments/', '\\.(fragment|styles|strings|types)\\.ts$'],
      },
    },
    {
      name: 'define: nothing imports it',
      comment: 'Only the files in define have side effects.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/define/' },
      to: { path: '^src/define/' },
    },
    {
      name: 'cli and testing: no element is in them',
      comment: 'They run in Node too. Of the elements they know the words and the types alone.',
      severity: 'error',
      from: { path: '^src/(cli|testing)/' },
      to: {
        path: '^src/(base|theme|elements|define|index\\.ts$)',
        pathNot: '^src/elements/.*strings\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only the cli runs in Node',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: ['^(node:)?(fs|path|util|stream|readline)(/|$)', 'node_modules/jsonc-parser/'] },
    },
    {
      name: 'floors: every folder has its floor',
      severity: 'error',
      from: {},
      to: {
        path: '^src/',
        pathNot: [...floors.flat().map((name) => `^src/${name}/`), '^src/(index|define-all|version)\\.ts$'],
      },
    },
    {
      name: 'no circles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'every import is found', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'only what hosts install',
      comment: 'What src imports is in "dependencies" of package.json.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/', dependencyTypesNot: ['npm'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
