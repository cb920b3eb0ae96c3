import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleToRecord, frameworkToQuestionnaire, recordToBundle } from '../../src/interop/fhir/index.js';
import { R5 } from '../../src/interop/fhir/r5.js';
import { loadRecord } from '../../src/model/load.js';
import { conversationOver } from './support/conversation.js';
import { lforms, smartForms, startRenderers } from './support/renderers.js';
import { frameworks, scales } from './support/samples.js';

/** @import { OutcomeRecord } from '../../src/schema/record.js' */
/** @import { Renderer } from './support/renderers.js' */

/** @type {Awaited<ReturnType<typeof startRenderers>>} */
let pages;
beforeAll(async () => {
  pages = await startRenderers();
});
afterAll(() => pages.stop());

const TYPED = 'I was at the club on Tuesday.\nIt was grand.';

/** The record with the person's first answer and first words changed, as they are changed in the form. @param {OutcomeRecord} record */
function changed(record) {
  const copy = structuredClone(record);
  const [entry] = copy.entries;
  const [first] = entry?.ratings ?? [];
  const [words] = entry?.narrative ?? [];
  const scale = record.scales.find(({ id }) => id === first?.scale.id);
  const point = scale?.points.at(-1);
  if (!first || !words || !point) throw new Error('There is nothing to change.');
  Object.assign(first, { answer: { kind: 'answered', value: point.value } });
  // The words as shown were those of the answer that was there before.
  Reflect.deleteProperty(first, 'label');
  Object.assign(words, { text: TYPED });
  return { after: copy, label: point.label };
}

/** @param {unknown} response @returns {OutcomeRecord} */
function read(response) {
  const result = bundleToRecord(response, loadRecord);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(result.notRead).toEqual([]);
  return result.record;
}

/** @type {[Renderer, 'R4' | 'R5'][]} */
const renderers = [
  [lforms('R4'), 'R4'],
  [lforms('R5'), 'R5'],
  [smartForms(), 'R4'],
];

describe.each(renderers)('$name', (renderer, version) => {
  it.each(frameworks)('shows a response of $id, takes a change, and gives all the rest back', async (framework) => {
    const record = conversationOver(framework);
    const options = version === 'R5' ? { version: R5 } : {};
    const { questionnaire } = frameworkToQuestionnaire(framework, { scales, ...options });
    const response = recordToBundle(record, { framework, ...options }).entry[0]?.resource;
    if (!response) throw new Error('There is no response.');
    const { page, errors } = await pages.open(renderer);
    await renderer.show(page, questionnaire, response);

    const link = framework.outcomes[0]?.id ?? '';
    const [first] = record.entries[0]?.ratings ?? [];
    const words = renderer.text(page, `${link}.narrative.text`);
    await words.waitFor();
    expect(await words.inputValue()).toBe(record.entries[0]?.narrative?.[0]?.text);
    const value = `${link}.rating.answer.value`;
    expect(
      await renderer
        .option(page, value, first?.label ?? '')
        .locator('input')
        .isChecked(),
    ).toBe(true);
    // Nothing was touched, so nothing is different.
    expect(read(await renderer.taken(page, questionnaire))).toEqual(record);

    const { after, label } = changed(record);
    await renderer.option(page, value, label).click();
    await words.fill(TYPED);
    await expect
      .poll(async () => read(await renderer.taken(page, questionnaire)), { timeout: 5 * 60_000, interval: 2000 })
      .toEqual(after);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
