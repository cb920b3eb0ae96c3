import { expect } from '@open-wc/testing';
import { answered, noAnswer, UNANSWERED } from '../../src/model/answer.js';
import { watchConsole } from './support/console.js';
import { allWithin, mount, within } from './support/dom.js';
import { listen, TP_EVENTS } from './support/events.js';
import { escaped, fields, inForm, type AnyField } from './support/fields.js';
import { click, focused } from './support/keyboard.js';

const said = watchConsole();

/** As the browser calls it. */
const restore = (field: AnyField, state: string | FormData | null): void => {
  field.formStateRestoreCallback(state);
};

for (const one of fields)
  describe(`<${one.tag}> in a form`, () => {
    const [first, second] = one.values;

    it('sends nothing while it is unanswered, and has nothing chosen', async () => {
      const { field, data } = await inForm(one);
      expect(field.value).to.equal(null);
      expect(field.answer).to.deep.equal(UNANSWERED);
      expect(data()).to.deep.equal([]);
      expect(allWithin(field, ':checked:not(option)')).to.have.lengthOf(0);
      expect(field.matches(':state(unanswered)')).to.equal(true);
    });

    it('sends the value that is set, in the same turn', async () => {
      const { field, data } = await inForm(one);
      for (const value of one.values) {
        field.value = value;
        expect(field.value).to.deep.equal(value);
        expect(data()).to.deep.equal([['q', one.sent(value)]]);
      }
      field.value = null;
      expect(data()).to.deep.equal([]);
      field.value = second;
      field.value = undefined;
      expect(field.value).to.equal(null);
      expect(data()).to.deep.equal([]);
    });

    it('sends a reason for no answer apart from an answer', async () => {
      const { field, data } = await inForm(one, 'required');
      field.answer = noAnswer('declined', 'not today');
      expect(field.value).to.equal(null);
      expect(data()).to.deep.equal([
        ['q.no-answer', 'declined'],
        ['q.note', 'not today'],
      ]);
      expect(field.checkValidity()).to.equal(true);
      field.answer = noAnswer('later');
      expect(data()).to.deep.equal([['q.no-answer', 'later']]);
      expect(field.matches(':state(no-answer)')).to.equal(true);
      field.answer = null;
      expect(field.answer).to.deep.equal(UNANSWERED);
      expect(data()).to.deep.equal([]);
    });

    it('sends nothing without a name, and goes by its new name', async () => {
      const { field, data } = await inForm(one);
      field.value = first;
      field.name = 'other';
      expect(data()).to.deep.equal([['other', one.sent(first)]]);
      field.removeAttribute('name');
      field.name = undefined;
      expect(data()).to.deep.equal([]);
    });

    it('is invalid only while required and unanswered, in the same turn', async () => {
      const { form, field } = await inForm(one);
      expect(field.checkValidity()).to.equal(true);
      field.required = true;
      expect(field.checkValidity()).to.equal(false);
      expect(field.validity?.valueMissing).to.equal(true);
      expect(field.validationMessage).to.match(/^Please .+\.$/);
      expect(form.checkValidity()).to.equal(false);
      field.value = first;
      expect(field.checkValidity(), 'the first value is an answer').to.equal(true);
      expect(form.checkValidity()).to.equal(true);
      field.value = null;
      expect(form.checkValidity()).to.equal(false);
      field.required = false;
      expect(form.checkValidity()).to.equal(true);
      expect(field.validationMessage).to.equal('');
    });

    it('shows what is missing beside the field once the form asks, points at a control, and stops when it is answered', async () => {
      const { form, field } = await inForm(one, 'required');
      expect(allWithin(field, '[part=error]')).to.have.lengthOf(0);
      expect(form.reportValidity()).to.equal(false);
      await field.updateComplete;
      expect(within(field, '[part=error]').textContent).to.equal(field.validationMessage);
      expect(field.shadowRoot?.activeElement).to.not.equal(null);
      field.value = first;
      await field.updateComplete;
      expect(allWithin(field, '[part=error]')).to.have.lengthOf(0);
    });

    it('starts with its attribute value, and goes back to it on reset', async () => {
      const { form, field, data } = await inForm(one, `value="${escaped(one.attribute)}" required`);
      expect(field.value).to.deep.equal(first);
      expect(data()).to.deep.equal([['q', one.sent(first)]]);
      expect(field.checkValidity()).to.equal(true);
      const heard = listen(form);
      field.value = second;
      form.reset();
      expect(field.value).to.deep.equal(first);
      expect(data()).to.deep.equal([['q', one.sent(first)]]);
      expect(heard.types).to.deep.equal([]);
    });

    it('goes back to unanswered on reset without an attribute value, also after a choice', async () => {
      const { form, field, data } = await inForm(one);
      await one.change(field);
      expect(field.answer.kind).to.equal('answered');
      form.reset();
      await field.updateComplete;
      expect(field.answer).to.deep.equal(UNANSWERED);
      expect(data()).to.deep.equal([]);
      expect(allWithin(field, ':checked:not(option)')).to.have.lengthOf(0);
    });

    it('takes a later attribute value only while nobody has answered', async () => {
      const { field } = await inForm(one);
      field.setAttribute('value', one.attribute);
      expect(field.value).to.deep.equal(first);
      field.value = second;
      field.setAttribute('value', one.attribute);
      expect(field.value).to.deep.equal(second);
    });

    it('keeps its own disabled apart from a disabled fieldset', async () => {
      const form = await mount<HTMLFormElement>(
        `<form><fieldset disabled><${one.tag} name="q" ${one.attributes}></${one.tag}></fieldset></form>`,
      );
      const field = within<AnyField>(form, one.tag);
      const group = within<HTMLFieldSetElement>(form, 'fieldset');
      field.value = first;
      await field.updateComplete;
      expect(field.disabled).to.equal(false);
      expect(field.isDisabled).to.equal(true);
      expect(field.matches(':disabled')).to.equal(true);
      expect([...new FormData(form)]).to.deep.equal([]);
      expect(allWithin(field, 'input:enabled,textarea:enabled,button:enabled,select:enabled')).to.have.lengthOf(0);
      group.disabled = false;
      await field.updateComplete;
      expect(field.isDisabled).to.equal(false);
      expect([...new FormData(form)]).to.deep.equal([['q', one.sent(first)]]);
      field.disabled = true;
      await field.updateComplete;
      group.disabled = true;
      group.disabled = false;
      await field.updateComplete;
      expect(field.isDisabled).to.equal(true);
      expect([...new FormData(form)]).to.deep.equal([]);
    });

    it('belongs to the form that its form attribute names', async () => {
      const page = await mount(
        `<div><form id="elsewhere"></form><${one.tag} form="elsewhere" name="q" ${one.attributes}></${one.tag}></div>`,
      );
      const form = within<HTMLFormElement>(page, 'form');
      const field = within<AnyField>(page, one.tag);
      field.value = first;
      expect(field.form).to.equal(form);
      expect([...new FormData(form)]).to.deep.equal([['q', one.sent(first)]]);
    });

    it('takes back what the browser kept, and says so as restored', async () => {
      const { form, field, data } = await inForm(one);
      const heard = listen(form);
      restore(field, JSON.stringify(answered(second)));
      expect(field.value).to.deep.equal(second);
      expect(data()).to.deep.equal([['q', one.sent(second)]]);
      expect(heard.types).to.deep.equal(['tp-answer-change']);
      expect(heard.details<{ source: string }>('tp-answer-change')[0]?.source).to.equal('restore');
      restore(field, JSON.stringify(noAnswer('unable', 'asleep')));
      expect(field.answer).to.deep.equal(noAnswer('unable', 'asleep'));
    });

    it('takes nothing back that is not its own', async () => {
      const { form, field } = await inForm(one);
      field.value = second;
      const heard = listen(form, [...TP_EVENTS, 'input', 'change']);
      const foreign = [
        null,
        '',
        'not JSON',
        'null',
        '[]',
        '{}',
        JSON.stringify({ kind: 'answered' }),
        JSON.stringify({ kind: 'answered', value: one.foreign }),
        JSON.stringify({ kind: 'no-answer', reason: 'because' }),
        new FormData(),
      ];
      for (const state of foreign) restore(field, state);
      expect(field.value).to.deep.equal(second);
      expect(heard.types).to.deep.equal([]);
    });

    it('gets the focus when its label is clicked, and chooses nothing', async () => {
      const page = await mount(
        `<div><label for="field">Outside</label><${one.tag} id="field" name="q" ${one.attributes}></${one.tag}></div>`,
      );
      const field = within<AnyField>(page, one.tag);
      await field.updateComplete;
      await click(within(page, 'label'));
      expect(document.activeElement).to.equal(field);
      expect(field.shadowRoot?.contains(focused())).to.equal(true);
      expect(field.answer).to.deep.equal(UNANSWERED);
    });

    it('answers to focus(), and clear() takes the answer away as one change', async () => {
      const { form, field } = await inForm(one);
      field.focus();
      expect(field.shadowRoot?.activeElement).to.not.equal(null);
      field.value = second;
      const heard = listen(form);
      field.clear();
      expect(field.answer).to.deep.equal(UNANSWERED);
      expect(heard.types).to.deep.equal(['input', 'change', 'tp-answer-change']);
      field.clear();
      expect(heard.types).to.have.lengthOf(3);
    });

    it('shows its answer as text when it is read-only, and still sends it', async () => {
      const { field, data } = await inForm(one, 'readonly');
      field.value = second;
      await field.updateComplete;
      expect(allWithin(field, 'input,textarea,select,button')).to.have.lengthOf(0);
      expect(data()).to.deep.equal([['q', one.sent(second)]]);
    });
  });

describe('answers that look like nothing', () => {
  it('keeps a rating of 0 as 0, valid when required', async () => {
    const form = await mount<HTMLFormElement>(
      '<form><tp-rating-scale name="q" scale="numeric-0-10" required></tp-rating-scale></form>',
    );
    const field = within<AnyField>(form, 'tp-rating-scale');
    await field.updateComplete;
    await click(within(field, '.option:first-child input'));
    expect(field.value).to.equal(0);
    expect(field.answer).to.deep.equal({ kind: 'answered', value: 0 });
    expect(form.checkValidity()).to.equal(true);
    expect([...new FormData(form)]).to.deep.equal([['q', '0']]);
  });

  it('tells words that a host has set to nothing from words that nobody has written', async () => {
    const form = await mount<HTMLFormElement>('<form><tp-narrative name="q" required></tp-narrative></form>');
    const field = within<AnyField>(form, 'tp-narrative');
    expect(field.value).to.equal(null);
    field.value = '';
    expect(field.value).to.equal('');
    expect([...new FormData(form)]).to.deep.equal([['q', '']]);
    expect(form.checkValidity()).to.equal(true);
  });

  it('tells an empty list that a host has set from a list that nobody has begun', async () => {
    for (const tag of ['tp-contributors', 'tp-actions']) {
      const form = await mount<HTMLFormElement>(`<form><${tag} name="q"></${tag}></form>`);
      const field = within<AnyField>(form, tag);
      expect(field.value).to.equal(null);
      field.value = [];
      expect(field.value).to.deep.equal([]);
      expect([...new FormData(form)]).to.deep.equal([['q', '[]']]);
    }
  });

  it('does not take the text "0" for the number 0', async () => {
    const field = await mount<AnyField>('<tp-rating-scale scale="numeric-0-10" value="0"></tp-rating-scale>');
    expect(field.value).to.equal(0);
    field.value = '0';
    expect(field.value).to.equal('0');
    expect(field.checkValidity()).to.equal(false);
    await field.updateComplete;
    expect(said.take().join()).to.include('value-off-scale');
  });
});
