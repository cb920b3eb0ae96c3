/** Styles inside css`` literals and the theme files. */
export default {
  rules: {
    'block-no-empty': true,
    'color-no-invalid-hex': true,
    'declaration-block-no-duplicate-properties': [true, { ignore: ['consecutive-duplicates-with-different-values'] }],
    'function-no-unknown': true,
    'property-no-unknown': true,
    'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['state'] }],
    'selector-pseudo-element-no-unknown': true,
    'unit-no-unknown': true,
    // Sizes follow --tp-font-size, so that a host can scale one element.
    'unit-disallowed-list': [['rem'], { message: 'Use em of --tp-font-size, not rem.' }],
    // Right-to-left for nothing: logical properties only.
    'property-disallowed-list': [
      [
        '/^(margin|padding|border)-(left|right|top|bottom)/',
        'left',
        'right',
        'top',
        'bottom',
        '/^border-(top|bottom)-(left|right)-radius$/',
      ],
      { message: 'Use the logical property (margin-inline-start, inset-block-end …).' },
    ],
    'declaration-property-value-disallowed-list': [
      { 'text-align': ['left', 'right'], float: ['left', 'right'] },
      { message: 'Use start and end.' },
    ],
  },
  overrides: [{ files: ['src/**/*.ts'], customSyntax: 'postcss-lit' }],
};
