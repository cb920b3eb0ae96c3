// The form in native HTML, built by a script: what everything else is held against.
import { OWN_WORDS, QUESTION, SCALE, styles, WAYS_TO_ASK } from './plain-form.js';

/** @param {string} tag @param {Record<string, unknown>} properties @param {(Node | string)[]} children */
function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** @param {import('../globals.js').Outcome} outcome @param {number} index */
const section = ({ name, description, prompts }, index) =>
  element(
    'section',
    {},
    element('h3', {}, name),
    element('p', {}, description),
    element(
      'details',
      {},
      element('summary', {}, WAYS_TO_ASK),
      element('ul', {}, ...prompts.map((prompt) => element('li', {}, prompt))),
    ),
    element(
      'fieldset',
      {},
      element('legend', {}, QUESTION),
      element(
        'div',
        { className: 'options' },
        ...SCALE.map(([value, label]) =>
          element(
            'label',
            {},
            element('input', { type: 'radio', name: `scale-${index}`, value }),
            element('span', {}, label),
          ),
        ),
      ),
    ),
    element('label', { className: 'label', htmlFor: `words-${index}` }, OWN_WORDS),
    element('textarea', { id: `words-${index}`, name: `words-${index}`, rows: 3 }),
  );

const form = element('form', {}, ...bench.outcomes.map(section));
form.addEventListener('change', bench.heard);
document.head.append(element('style', {}, styles));
document.body.append(form);

/** @param {number} index */
export const optionOf = (index) => form.children[index]?.querySelectorAll('.options label')[2];
