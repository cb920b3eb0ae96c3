import { answered, noAnswer, UNANSWERED } from '../model/answer.js';
import { CHANGE, EVENTS, hear, holds, same, type Check } from './check.js';
import { fieldCheck, parts, type AnyField, type FieldCase } from './field.js';

const chosen = (field: AnyField): number => parts(field, ':checked:not(option)').length;

/** As the browser hands it back. */
const restore = (field: AnyField, state: string | FormData | null): void => {
  field.formStateRestoreCallback(state);
};

function valueChecks(one: FieldCase): readonly Check[] {
  const check = fieldCheck(one);
  const [first, second] = one.values;
  return [
    check('sends nothing while it is unanswered, and has nothing chosen', async ({ field, data }) => {
      same([field.value, field.answer, data(), chosen(field)], [null, UNANSWERED, [], 0], 'a new field');
      holds(field.matches(':state(unanswered)'), 'it has the state "unanswered"');
      return Promise.resolve();
    }),
    check('sends the value that is set, in the same turn', async ({ field, data }) => {
      for (const value of one.values) {
        field.value = value;
        same([field.value, data()], [value, [['q', one.sent(value)]]], 'the value that was set');
      }
      field.value = null;
      same(data(), [], 'what is sent once it is null');
      field.value = second;
      field.value = undefined;
      same([field.value, data()], [null, []], 'once it is undefined');
      return Promise.resolve();
    }),
    fieldCheck(one, { required: '' })('sends a reason for no answer apart from an answer', async ({ field, data }) => {
      field.answer = noAnswer('declined', 'not today');
      const expected = [
        ['q.no-answer', 'declined'],
        ['q.note', 'not today'],
      ];
      same([field.value, data(), field.checkValidity()], [null, expected, true], 'declined, with a note');
      field.answer = noAnswer('later');
      same(data(), [['q.no-answer', 'later']], 'what is sent for later');
      holds(field.matches(':state(no-answer)'), 'it has the state "no-answer"');
      field.answer = null;
      same([field.answer, data()], [UNANSWERED, []], 'once there is no answer at all');
      return Promise.resolve();
    }),
    check('sends nothing without a name, and goes by its new name', async ({ field, data }) => {
      field.value = first;
      field.name = 'other';
      same(data(), [['other', one.sent(first)]], 'what is sent under another name');
      field.removeAttribute('name');
      field.name = undefined;
      same(data(), [], 'what is sent without a name');
      return Promise.resolve();
    }),
  ];
}

function validityChecks(one: FieldCase): readonly Check[] {
  const [first] = one.values;
  return [
    fieldCheck(one)('is invalid only while required and unanswered, in the same turn', async ({ form, field }) => {
      const valid = (): readonly boolean[] => [field.checkValidity(), form.checkValidity()];
      same(valid(), [true, true], 'validity while it is not required');
      field.required = true;
      same([...valid(), field.validity?.valueMissing], [false, false, true], 'while required and unanswered');
      holds(/^\S.*\S$/.test(field.validationMessage ?? ''), 'it says what is missing');
      field.value = first;
      same(valid(), [true, true], 'once it has its first value');
      field.value = null;
      same(valid(), [false, false], 'once the value is taken away');
      field.required = false;
      same([...valid(), field.validationMessage], [true, true, ''], 'once it is no more required');
      return Promise.resolve();
    }),
    fieldCheck(one, { required: '' })(
      'shows what is missing beside the field once the form asks, points at a control, and stops when it is answered',
      async ({ form, field }) => {
        same(parts(field, '[part=error]').length, 0, 'errors before the form asks');
        same(form.reportValidity(), false, 'reportValidity()');
        await field.updateComplete;
        same(parts(field, '[part=error]')[0]?.textContent, field.validationMessage, 'what is shown');
        holds(field.shadowRoot?.activeElement !== null, 'a control of it has the focus');
        field.value = first;
        await field.updateComplete;
        same(parts(field, '[part=error]').length, 0, 'errors once it is answered');
      },
    ),
  ];
}

function resetChecks(one: FieldCase): readonly Check[] {
  const [first, second] = one.values;
  return [
    fieldCheck(one, { value: one.attribute, required: '' })(
      'starts with its attribute value, and goes back to it on reset',
      async ({ form, field, data }) => {
        const sent = [['q', one.sent(first)]];
        same([field.value, data(), field.checkValidity()], [first, sent, true], 'at the start');
        const heard = hear(form, CHANGE);
        field.value = second;
        form.reset();
        same([field.value, data(), heard.types], [first, sent, []], 'after the reset');
        return Promise.resolve();
      },
    ),
    fieldCheck(one)(
      'goes back to unanswered on reset without an attribute value, also after a choice',
      async ({ form, field, data }) => {
        await one.change(field);
        same(field.answer.kind, 'answered', 'the answer after the change');
        form.reset();
        await field.updateComplete;
        same([field.answer, data(), chosen(field)], [UNANSWERED, [], 0], 'after the reset');
      },
    ),
    fieldCheck(one)('takes a later attribute value only while nobody has answered', async ({ field }) => {
      field.setAttribute('value', one.attribute);
      same(field.value, first, 'the value');
      field.value = second;
      field.setAttribute('value', one.attribute);
      same(field.value, second, 'the value that was set');
      return Promise.resolve();
    }),
    fieldCheck(one)('takes back what the browser kept, and says so as restored', async ({ form, field, data }) => {
      const heard = hear(form, CHANGE);
      restore(field, JSON.stringify(answered(second)));
      same([field.value, data()], [second, [['q', one.sent(second)]]], 'what was restored');
      same(heard.types, ['tp-answer-change'], 'what is told of it');
      same((heard.events[0] as CustomEvent<{ source: string }>).detail.source, 'restore', 'who did it');
      restore(field, JSON.stringify(noAnswer('unable', 'asleep')));
      same(field.answer, noAnswer('unable', 'asleep'), 'the reason that was restored');
      return Promise.resolve();
    }),
    fieldCheck(one)('takes nothing back that is not its own', async ({ form, field }) => {
      field.value = second;
      const heard = hear(form, EVENTS);
      const foreign = [
        ...[null, '', 'not JSON', 'null', '[]', '{}', new FormData()],
        JSON.stringify({ kind: 'answered' }),
        JSON.stringify({ kind: 'answered', value: one.foreign }),
        JSON.stringify({ kind: 'no-answer', reason: 'because' }),
      ];
      for (const state of foreign) restore(field, state);
      same([field.value, heard.types], [second, []], 'after state of somebody else’s');
      return Promise.resolve();
    }),
  ];
}

function pageChecks(one: FieldCase): readonly Check[] {
  const check = fieldCheck(one);
  const [first, second] = one.values;
  return [
    check('keeps its own disabled apart from a disabled fieldset', async ({ form, field, data }) => {
      const group = document.createElement('fieldset');
      group.disabled = true;
      form.prepend(group);
      group.append(field);
      field.value = first;
      await field.updateComplete;
      const states = (): readonly unknown[] => [field.disabled, field.isDisabled, field.matches(':disabled'), data()];
      same(states(), [false, true, true, []], 'in a disabled fieldset');
      same(parts(field, ':is(input, textarea, button, select):enabled').length, 0, 'controls that can be used');
      group.disabled = false;
      await field.updateComplete;
      same(states(), [false, false, false, [['q', one.sent(first)]]], 'once the fieldset is enabled');
      field.disabled = true;
      await field.updateComplete;
      group.disabled = true;
      group.disabled = false;
      await field.updateComplete;
      same([field.isDisabled, data()], [true, []], 'disabled by itself');
    }),
    check('belongs to the form that its form attribute names', async ({ form, field, data }) => {
      form.id = 'elsewhere';
      form.before(field);
      field.setAttribute('form', 'elsewhere');
      try {
        field.value = first;
        holds(field.form === form, 'it belongs to that form');
        same(data(), [['q', one.sent(first)]], 'what that form sends');
      } finally {
        field.remove();
      }
      return Promise.resolve();
    }),
    check('gets the focus when its label is clicked, and chooses nothing', async ({ form, field }) => {
      const label = document.createElement('label');
      label.textContent = 'Outside';
      field.id = label.htmlFor = 'field-under-contract';
      form.prepend(label);
      if (one.click) await one.click(label);
      else label.click();
      holds(document.activeElement === field, 'it has the focus');
      holds(field.shadowRoot?.activeElement !== null, 'a control of it has the focus');
      same(field.answer, UNANSWERED, 'the answer');
    }),
    check('answers to focus(), and clear() takes the answer away as one change', async ({ form, field }) => {
      field.focus();
      holds(field.shadowRoot?.activeElement !== null, 'a control of it has the focus');
      field.value = second;
      const heard = hear(form, CHANGE);
      field.clear();
      same([field.answer, heard.types], [UNANSWERED, CHANGE], 'after clear()');
      field.clear();
      same(heard.types, CHANGE, 'after clear() once more');
      return Promise.resolve();
    }),
    fieldCheck(one, { readonly: '' })(
      'shows its answer as text when it is read-only, and still sends it',
      async ({ field, data }) => {
        field.value = second;
        await field.updateComplete;
        same(parts(field, 'input, textarea, select, button').length, 0, 'controls');
        same(data(), [['q', one.sent(second)]], 'what is sent');
      },
    ),
  ];
}

/** What every field of ours keeps in a form, and a class that extends one has to keep. */
export const formContract = (one: FieldCase): readonly Check[] => [
  ...valueChecks(one),
  ...validityChecks(one),
  ...resetChecks(one),
  ...pageChecks(one),
];
