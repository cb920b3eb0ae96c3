import { expect } from '@open-wc/testing';
import { registerStrings } from '../../src/i18n/index.js';
import { answered } from '../../src/model/answer.js';
import { eventContract } from '../../src/testing/index.js';
import type { TpNarrative } from '../../src/elements/narrative/narrative.js';
import type { TpContributors } from '../../src/elements/contributors/contributors.js';
import { watchConsole } from './support/console.js';
import { family } from './support/data.js';
import { button, labelled, mount, until, within } from './support/dom.js';
import { CHANGE, listen, TP_EVENTS } from './support/events.js';
import { elements, fields, inForm, underContract, type AnyField } from './support/fields.js';
import { click, press, type } from './support/keyboard.js';
import { pauseOver, withClock } from './support/pause.js';

watchConsole();

const ALL = [...TP_EVENTS, 'input', 'change'];

for (const { tag, attributes } of elements)
  describe(`<${tag}>`, () => {
    it('says nothing while it is drawn, drawn again and taken out', async () => {
      const heard = listen(document, ALL);
      const page = await mount(`<div><${tag} ${attributes}></${tag}></div>`);
      const element = within<HTMLElement & { updateComplete: Promise<boolean>; requestUpdate(): void }>(page, tag);
      await element.updateComplete;
      element.requestUpdate();
      await element.updateComplete;
      registerStrings('xx', { 'nothing.at-all': '' });
      await element.updateComplete;
      element.remove();
      await pauseOver();
      expect(heard.types).to.deep.equal([]);
    });
  });

for (const one of fields)
  describe(`The events of <${one.tag}>`, () => {
    for (const { name, run } of eventContract(underContract(one))) it(name, run);

    it('none when it is read-only and somebody clicks and types all the same', async () => {
      const { field } = await inForm(one, 'readonly');
      field.value = one.values[1];
      await field.updateComplete;
      const heard = listen(document, ALL);
      await click(field);
      await press('7');
      expect(field.value).to.deep.equal(one.values[1]);
      expect(heard.types).to.deep.equal([]);
    });

    if (one.told === 'after-a-pause')
      it('say what was typed when the field is left by the keyboard', async () => {
        const { form, field } = await inForm(one);
        const heard = listen(form);
        await one.change(field);
        expect(heard.types).to.deep.equal(['input']);
        await press('Tab');
        expect(heard.types).to.deep.equal([...CHANGE]);
        await pauseOver();
        expect(heard.types).to.have.lengthOf(3);
      });
  });

describe('Choosing what is chosen already', () => {
  it('says nothing, by pointer or by digit', async () => {
    const field = await mount<AnyField>('<tp-rating-scale scale="numeric-0-10"></tp-rating-scale>');
    await click(within(field, '.option:nth-child(4) input'));
    const heard = listen(document, ALL);
    await click(within(field, '.option:nth-child(4) input'));
    await press('3');
    await press('Space');
    expect(field.value).to.equal(3);
    expect(heard.types).to.deep.equal([]);
  });

  it('says one change for each arrow key', async () => {
    const page = await mount('<div><tp-rating-scale scale="numeric-0-10"></tp-rating-scale></div>');
    const field = within<AnyField>(page, 'tp-rating-scale');
    await click(within(field, '.option:nth-child(4) input'));
    const heard = listen(page);
    await press('ArrowDown');
    expect(field.value).to.equal(4);
    await press('ArrowDown');
    expect(field.value).to.equal(5);
    expect(heard.types).to.deep.equal([...CHANGE, ...CHANGE]);
  });
});

describe('Typed words', () => {
  const typing = async (): Promise<{ page: HTMLElement; field: TpNarrative }> => {
    const page = await mount('<div><tp-narrative name="q"></tp-narrative><button>After</button></div>');
    const field = within<TpNarrative>(page, 'tp-narrative');
    await click(within(field, 'textarea'));
    return { page, field };
  };

  it('are in the value at each key, and told once after the pause', async () => {
    const { page, field } = await typing();
    const heard = listen(page);
    await type('roses');
    expect(field.value).to.equal('roses');
    expect(heard.types).to.deep.equal(Array<string>(5).fill('input'));
    await pauseOver();
    expect(heard.types.slice(5)).to.deep.equal(['tp-answer-change']);
    expect(heard.details('tp-answer-change')[0]).to.deep.include({
      answer: answered('roses'),
      previous: { kind: 'unanswered' },
    });
    await press('Tab');
    await pauseOver();
    expect(heard.types.slice(6), 'leaving tells nothing again').to.deep.equal(['change']);
  });

  it('are told once on leaving, and not again after the pause', async () => {
    const { page } = await typing();
    const heard = listen(page);
    await type('roses');
    await press('Tab');
    expect(heard.types.slice(5)).to.deep.equal(['change', 'tp-answer-change']);
    await pauseOver();
    expect(heard.types).to.have.lengthOf(7);
  });

  it('are told with what was told before, once for each pause', async () => {
    const { page } = await typing();
    const heard = listen(page, ['tp-answer-change']);
    await type('a');
    await pauseOver();
    await type('b');
    await pauseOver();
    expect(
      heard
        .details<{ answer: unknown; previous: unknown }>('tp-answer-change')
        .map(({ answer, previous }) => [previous, answer]),
    ).to.deep.equal([
      [{ kind: 'unanswered' }, answered('a')],
      [answered('a'), answered('ab')],
    ]);
  });

  it('are told by the clock, without anything else happening', async () => {
    await withClock(async () => {
      const { page } = await typing();
      const heard = listen(page, ['tp-answer-change']);
      await press('a');
      await until(() => heard.types.length > 0, 'the words are told');
    });
  });

  it('that are taken back within the pause are not told', async () => {
    const { page, field } = await typing();
    const heard = listen(page, ['tp-answer-change']);
    await type('a');
    await press('Backspace');
    await pauseOver();
    expect(field.answer).to.deep.equal({ kind: 'unanswered' });
    expect(heard.types).to.deep.equal([]);
  });

  it('are told at once by flush(), when the page is hidden, and when the element is taken out', async () => {
    for (const tell of [
      (field: TpNarrative) => {
        field.flush();
      },
      () => globalThis.dispatchEvent(new PageTransitionEvent('pagehide')),
      () => document.dispatchEvent(new Event('visibilitychange')),
    ]) {
      const { page, field } = await typing();
      const heard = listen(page, ['tp-answer-change']);
      await type('a');
      tell(field);
      expect(heard.types).to.deep.equal(['tp-answer-change']);
    }
    const { field } = await typing();
    const heard = listen(field, ['tp-answer-change']);
    await type('a');
    field.remove();
    expect(heard.types).to.deep.equal(['tp-answer-change']);
    await pauseOver();
    expect(heard.types).to.have.lengthOf(1);
  });

  it('in a list are told once after the pause, and rows at once', async () => {
    const page = await mount(`<div><tp-contributors></tp-contributors></div>`);
    const field = within<TpContributors>(page, 'tp-contributors');
    field.value = [family];
    await field.updateComplete;
    const heard = listen(page, ['tp-answer-change', 'change']);
    const who = labelled(field, 'Family: who or what?');
    await click(who);
    await press('End');
    await type(' M');
    expect(heard.types).to.deep.equal([]);
    await pauseOver();
    expect(heard.types).to.deep.equal(['tp-answer-change']);
    expect(field.value[0]?.who).to.equal('Morag M');
    await click(button(field, 'Remove Morag M'));
    expect(heard.types).to.deep.equal(['tp-answer-change', 'change', 'change', 'tp-answer-change']);
    expect(field.value).to.equal(null);
  });
});
