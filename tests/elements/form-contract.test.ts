import { expect } from '@open-wc/testing';
import { formContract } from '../../src/testing/index.js';
import { watchConsole } from './support/console.js';
import { mount, within } from './support/dom.js';
import { fields, underContract, type AnyField } from './support/fields.js';
import { click } from './support/keyboard.js';

const said = watchConsole();

for (const one of fields)
  describe(`<${one.tag}> in a form`, () => {
    for (const { name, run } of formContract(underContract(one))) it(name, run);
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
