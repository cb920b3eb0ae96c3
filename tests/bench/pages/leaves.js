// The form from our leaf elements, as they come: each outcome a tp-prompt, a tp-rating-scale and a tp-narrative.
import '../../../dist/define/scales.js';
import '../../../dist/define/tp-narrative.js';
import '../../../dist/define/tp-prompt.js';
import '../../../dist/define/tp-rating-scale.js';

const form = document.createElement('form');
for (const [index, outcome] of bench.outcomes.entries()) {
  const section = document.createElement('section');
  section.append(
    Object.assign(document.createElement('tp-prompt'), { outcome }),
    Object.assign(document.createElement('tp-rating-scale'), { name: `scale-${index}`, scale: 'frequency-4' }),
    Object.assign(document.createElement('tp-narrative'), { name: `words-${index}` }),
  );
  form.append(section);
}
form.addEventListener('tp-answer-change', bench.heard);
document.body.append(form);
const narratives = form.querySelectorAll('tp-narrative');
await narratives[narratives.length - 1]?.updateComplete;

/** @param {number} index */
export const optionOf = (index) =>
  form.children[index]?.querySelector('tp-rating-scale')?.renderRoot.querySelectorAll('.option')[2];
