import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

const templates = "TaggedTemplateExpression[tag.name='html'] TemplateElement";

/** Markup that a strict Content-Security-Policy blocks or reports. */
const unsafeMarkup = [
  {
    selector: `${templates}[value.raw=/\\sstyle\\s*=/i]`,
    message: 'A strict CSP blocks style attributes: use a class, a part, or element.style.setProperty() in updated().',
  },
  {
    selector: `${templates}[value.raw=/<style/i]`,
    message: 'A strict CSP blocks <style>: use static styles.',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Trusted Types block strings as markup: use a lit template.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|parseFromString)$/]',
    message: 'Trusted Types block strings as markup: use a lit template.',
  },
];

const unsafeImports = [
  {
    group: [
      'lit/directives/style-map*',
      'lit/directives/unsafe-*',
      'lit-html/directives/style-map*',
      'lit-html/directives/unsafe-*',
    ],
    message: 'A strict CSP blocks it, or it reads text as markup.',
  },
  { group: ['lit/static-html*', 'lit-html/static*'], message: 'It reads text as markup: write the tag out.' },
  {
    group: ['lit/decorators*', '@lit/reactive-element/decorators*'],
    message: 'No decorators: static properties and declare.',
  },
];
const onlyInNode = { group: ['node:*', 'jsonc-parser'], message: 'The library runs in a browser.' };
const noZod = { group: ['zod', 'zod/*'], message: 'Only src/schema imports zod; other floors import its types.' };
const onlyZodMini = {
  regex: '^zod(?!/mini$)',
  message: "Import * as z from 'zod/mini': the whole of zod costs ten times as much.",
};

/** The library is a good guest: it sends nothing and stores nothing. */
const sendsOrStores = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
  'EventSource',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'cookieStore',
];
const guestGlobals = sendsOrStores.map((name) => ({
  name,
  message: 'The host sends and stores: tell it by an event.',
}));
const guestProperties = [
  ...['window', 'globalThis', 'self'].flatMap((object) =>
    sendsOrStores.map((property) => ({ object, property, message: 'The host sends and stores: tell it by an event.' })),
  ),
  { object: 'navigator', property: 'sendBeacon', message: 'The library makes no network call.' },
  { object: 'document', property: 'cookie', message: 'The library sets no cookie.' },
  { object: 'z', property: 'config', message: "It would change the host page's zod too." },
  ...['randomUUID', 'subtle'].map((property) => ({
    object: 'crypto',
    property,
    message: 'Not there on plain http: use crypto.getRandomValues().',
  })),
  { object: 'navigator', property: 'locks', message: 'Not there on plain http.' },
];
const domGlobals = [
  'document',
  'window',
  'navigator',
  'location',
  'customElements',
  'HTMLElement',
  'Element',
  'Node',
  'DOMParser',
].map((name) => ({
  name,
  message: 'Floors 0 to 2 know no DOM: they run in Node, workers and on a server.',
}));

export default defineConfig(
  {
    ignores: [
      'node_modules',
      'out',
      'dist',
      'storybook-static',
      'coverage',
      '.cache',
      '**/*.d.ts',
      'examples/host/data',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A number reads well in a sentence without String() around it.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // It knows `new` only: elements come from createElement and querySelector.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], litA11y.configs.recommended],
    rules: {
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-invalid-escape-sequences': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/prefer-nothing': 'error',
      'lit/prefer-static-styles': 'error',
      'lit/value-after-constraints': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', ...guestGlobals],
      'no-restricted-properties': ['error', ...guestProperties],
      'no-restricted-syntax': ['error', ...unsafeMarkup],
      'no-restricted-imports': ['error', { patterns: [...unsafeImports, onlyInNode, noZod] }],
      // So that the .d.ts names TemplateResult and CSSResultGroup, not a package that nobody listed.
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'wc/guard-super-call': 'off', // lit always has the lifecycle methods
      'wc/no-closed-shadow-root': 'error',
      'wc/no-constructor-params': 'error',
      'wc/no-typos': 'error',
      'wc/require-listener-teardown': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/schema/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [...unsafeImports, onlyInNode, onlyZodMini] }] },
  },
  {
    files: ['src/{schema,model,frameworks,scales,interop,measure}/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...guestGlobals, ...domGlobals] },
  },
  {
    files: ['src/cli/**/*.ts'],
    languageOptions: { globals: globals.node },
    rules: { 'no-restricted-imports': ['error', { patterns: [...unsafeImports, noZod] }] },
  },
  {
    // Drafts: only when a host hands them over. Each file says what happens where a page on plain http has none of it.
    files: ['src/drafts/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...guestProperties.filter(
          ({ property }) => !['subtle', 'locks', 'indexedDB', 'localStorage'].includes(property),
        ),
      ],
    },
  },
  { files: ['src/base/report.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // chai's assertions are properties, and fast-check hands in any value.
      '@typescript-eslint/no-unused-expressions': 'off',
      // within<HTMLInputElement>(…) reads as querySelector<HTMLInputElement>(…) does.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.object.name=/^(it|describe|test|suite)$/][callee.property.name=/^(only|skip|todo|fails)$/]',
          message: 'Every test runs, every time.',
        },
        {
          selector: 'CallExpression[callee.name=/^(xit|xdescribe|fit|fdescribe)$/]',
          message: 'Every test runs, every time.',
        },
      ],
    },
  },
  {
    files: ['tests/elements/**/*.ts'],
    rules: {
      // The types of @open-wc/semantic-dom-diff say that every `equal` of chai returns a promise. It does not; `accessible()` does.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['Equal'], package: 'chai' }] },
      ],
    },
  },
  // Belongs to the project in scripts/, which reads JavaScript; tsc checks its types there.
  {
    files: ['vitest.config.ts'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: globals.node } },
  {
    files: ['examples/**/*.{js,mjs}', 'tests/**/*.{js,mjs}'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  // These apps install the packed library somewhere else, where their own builds check their types. Here: they need no casts.
  {
    files: ['examples/*/src/**/*.{ts,tsx}'],
    extends: [ts.configs.strict, ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] },
  },
  // What the pages of the benchmark are given by the script that measures them.
  { files: ['tests/bench/**/*.js'], languageOptions: { globals: { bench: 'readonly' } } },
);
