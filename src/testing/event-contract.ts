import { answered } from '../model/answer.js';
import { CHANGE, EVENTS, hear, same, type Check } from './check.js';
import { fieldCheck, parts, type AnyField, type FieldCase } from './field.js';

/** What was typed is told when the field is left. */
async function leave(field: AnyField): Promise<void> {
  (field.shadowRoot?.activeElement as HTMLElement | null)?.blur();
  (field as AnyField & { flush?: () => void }).flush?.();
  await field.updateComplete;
}

/** The state of every control, as a person sees it. */
const controls = (field: AnyField): readonly unknown[] =>
  parts(field, 'input, textarea, select').map((one) => {
    const control = one as HTMLInputElement;
    return ['radio', 'checkbox'].includes(control.type) ? control.checked : control.value;
  });

/** A change that is vetoed leaves everything as it was; once it is allowed, it happens. */
const vetoCheck = (one: FieldCase, state: string, value: unknown): Check =>
  fieldCheck(one, { required: '' })(
    `leaves everything as it was after a veto, while ${state}`,
    async ({ form, field, data }) => {
      field.value = value;
      await field.updateComplete;
      const all = (): readonly unknown[] => [controls(field), data(), form.checkValidity(), field.value];
      const before = all();
      const stop = (event: Event): void => {
        event.preventDefault();
      };
      form.addEventListener('tp-before-answer-change', stop);
      const heard = hear(form, ['input', 'tp-answer-change']);
      await one.change(field);
      field.clear();
      await leave(field);
      same(all(), before, 'what there is after the veto');
      same(heard.types, [], 'what is told of it');
      form.removeEventListener('tp-before-answer-change', stop);
      await one.change(field);
      await leave(field);
      same(JSON.stringify(field.value) === JSON.stringify(value), false, 'whether it stays so once it is allowed');
    },
  );

/** How often something is told, and that a veto holds: what a host counts on, for every field. */
export function eventContract(one: FieldCase): readonly Check[] {
  const check = fieldCheck(one);
  const [first, second] = one.values;
  return [
    check('tells nothing when the host sets, resets or clears the answer', async ({ form, field }) => {
      const heard = hear(document, EVENTS);
      field.value = first;
      field.answer = answered(second);
      await field.updateComplete;
      field.value = null;
      field.setAttribute('value', one.attribute);
      form.reset();
      await leave(field);
      heard.stop();
      same(heard.types, [], 'what is told');
    }),
    check(
      'tells one change as one input, one change and one tp-answer-change, in this order',
      async ({ form, field }) => {
        const heard = hear(form, CHANGE);
        await one.change(field);
        await leave(field);
        same(heard.types, CHANGE, 'what is told');
        same(
          heard.events.every(({ target }) => target === field),
          true,
          'whether it comes from the field',
        );
        const { v, source } = (heard.events[2] as CustomEvent<{ v: number; source: string }>).detail;
        same([v, source], [1, 'user'], 'the version of the event, and who did it');
      },
    ),
    check('asks before each change, with what was and what would be', async ({ form, field }) => {
      field.value = second;
      await field.updateComplete;
      const seen: unknown[] = [];
      form.addEventListener('tp-before-answer-change', ({ detail }) => {
        seen.push([detail.previous, detail.answer, field.value]);
      });
      await one.change(field);
      await field.updateComplete;
      same(seen, [[answered(second), answered(field.value), second]], 'what was asked');
    }),
    check('tells nothing while it is disabled, by itself or by a fieldset', async ({ field }) => {
      const heard = hear(document, EVENTS);
      field.disabled = true;
      await field.updateComplete;
      await one.change(field);
      field.clear();
      field.disabled = false;
      field.formDisabledCallback(true);
      await field.updateComplete;
      await one.change(field);
      await leave(field);
      heard.stop();
      same([field.value, heard.types], [null, []], 'what is told');
    }),
    check('tells nothing while it is read-only, even when code asks for a change', async ({ field }) => {
      field.value = second;
      const heard = hear(document, EVENTS);
      field.readonly = true;
      field.clear();
      await leave(field);
      heard.stop();
      same([field.value, heard.types], [second, []], 'what is told');
    }),
    vetoCheck(one, 'unanswered', null),
    vetoCheck(one, 'answered', second),
  ];
}
