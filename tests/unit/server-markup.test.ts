import { expect, it } from 'vitest';
import { tidyMarkup } from '../../src/base/server-markup.js';

it('a property that is false is no attribute', () => {
  expect(tidyMarkup('<input type="radio" checked="false"><details open="false" class="step"></details>')).toBe(
    '<input type="radio"><details class="step"></details>',
  );
});

it('one that is true stays, and so does every word', () => {
  const markup = '<input checked="true"><p title="a checked=&quot;false&quot; b">checked=&quot;false&quot;</p>';
  expect(tidyMarkup(markup)).toBe(markup);
});
