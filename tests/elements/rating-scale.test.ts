import { expect } from '@open-wc/testing';
import type { TpRatingScale } from '../../src/elements/rating-scale/rating-scale.js';
import { registerScale } from '../../src/scales/registry.js';
import { NO_ANSWER_REASONS, SCALE_PRESENTATIONS } from '../../src/schema/codes.js';
import { watchConsole } from './support/console.js';
import { licensed, NOTICE, scale } from './support/data.js';
import { allWithin, button, drawn, hasButton, labelled, mount, shown, within, words } from './support/dom.js';
import { listen } from './support/events.js';
import { click, press, type } from './support/keyboard.js';

const said = watchConsole();

const make = (attributes: string): Promise<TpRatingScale> =>
  mount<TpRatingScale>(`<tp-rating-scale ${attributes}></tp-rating-scale>`);
const options = (field: TpRatingScale): readonly string[] => allWithin(field, '.option').map(words);

describe('<tp-rating-scale>', () => {
  it('asks the label, or else the scale’s own question, or its name', async () => {
    const field = await make('label="How safe do you feel?" scale="frequency-4"');
    expect(words(within(field, 'legend'))).to.equal('How safe do you feel?');
    field.label = undefined;
    field.scale = scale({ question: 'How is the garden?' });
    await drawn(field);
    expect(words(within(field, 'legend'))).to.equal('How is the garden?');
    field.scale = scale();
    await drawn(field);
    expect(words(within(field, 'legend'))).to.equal('Garden scale');
  });

  it('lets a label be clicked, and has nothing chosen before', async () => {
    const field = await make('scale="frequency-4"');
    expect(allWithin(field, ':checked')).to.have.lengthOf(0);
    await click(within(field, '.option:nth-child(3) span'));
    expect(field.value).to.equal('some');
    expect(words(within(field, '.option:has(:checked)'))).to.equal('Some of the time');
  });

  it('takes a scale by id, by id and version, as an object, as JSON, and one registered later', async () => {
    const field = await make('scale="met-3"');
    expect(options(field)).to.have.lengthOf(3);
    field.scale = 'met-3@1';
    await drawn(field);
    expect(options(field)).to.deep.equal(['Met', 'Partly met', 'Not met']);
    field.scale = JSON.stringify(scale());
    await drawn(field);
    expect(options(field)).to.deep.equal(['Yes', 'Partly', 'No']);
    field.scale = scale({ points: [{ value: 1, label: 'Only' }] });
    await drawn(field);
    expect(options(field)).to.deep.equal(['Only']);

    const late = await make('scale="garden-late"');
    expect(said.take().join()).to.include('There is no scale “garden-late”');
    expect(words(within(late, '[part=error]'))).to.equal('This question cannot be shown.');
    registerScale(scale({ id: 'garden-late' }));
    late.requestUpdate();
    await drawn(late);
    expect(options(late)).to.deep.equal(['Yes', 'Partly', 'No']);
  });

  it('reads a scale and an answer that are set in one turn, in either order', async () => {
    const field = await make('');
    field.value = 2;
    field.scale = 'goal-attainment';
    expect(field.checkValidity()).to.equal(true);
    field.scale = 'met-3';
    field.value = 'met';
    await drawn(field);
    expect(words(within(field, '.option:has(:checked)'))).to.equal('Met');
    expect(said.take()).to.deep.equal([]);
  });

  it('reads its attributes in whatever order they are written', async () => {
    for (const attributes of ['scale="numeric-0-10" value="3"', 'value="3" scale="numeric-0-10"']) {
      const field = await make(attributes);
      expect(field.value, attributes).to.equal(3);
      expect(field.checkValidity()).to.equal(true);
      said.take();
    }
  });

  describe('no answer', () => {
    it('offers “I’d rather not say” at once, and the other reasons on request', async () => {
      const field = await make('scale="frequency-4"');
      expect(allWithin(field, '.reason').map(words)).to.deep.equal(['I’d rather not say']);
      await click(button(field, 'More reasons'));
      await drawn(field);
      expect(allWithin(field, '.reason')).to.have.lengthOf(NO_ANSWER_REASONS.length);
      expect(hasButton(field, 'More reasons')).to.equal(false);
      expect(field.value).to.equal(null);
      await click(labelled(field, 'This doesn’t apply to me'));
      expect(field.answer).to.deep.equal({ kind: 'no-answer', reason: 'not-applicable' });
    });

    it('is of the same group as the answers: one takes the other’s place', async () => {
      const field = await make('scale="frequency-4"');
      await click(labelled(field, 'I’d rather not say'));
      await click(labelled(field, 'All of the time'));
      expect(field.answer).to.deep.equal({ kind: 'answered', value: 'all' });
      expect(allWithin(field, ':checked')).to.have.lengthOf(1);
      const names = new Set(allWithin<HTMLInputElement>(field, 'input').map(({ name }) => name));
      expect(names).to.have.lengthOf(1);
    });

    it('keeps a reason in sight that is folded away', async () => {
      const field = await make('scale="frequency-4"');
      field.answer = { kind: 'no-answer', reason: 'unable' };
      await drawn(field);
      expect(words(within(field, '.reason:has(:checked)'))).to.equal('Not able to answer this time');
      expect(allWithin(field, '.reason')).to.have.lengthOf(2);
    });

    it('can be left out', async () => {
      const field = await make('scale="frequency-4" no-reasons');
      expect(allWithin(field, '.reason')).to.have.lengthOf(0);
      expect(hasButton(field, 'More reasons')).to.equal(false);
    });

    it('satisfies required', async () => {
      const field = await make('scale="frequency-4" required');
      expect(field.checkValidity()).to.equal(false);
      await click(labelled(field, 'I’d rather not say'));
      expect(field.checkValidity()).to.equal(true);
    });
  });

  it('Clear is there only once there is an answer, and keeps the focus in the scale', async () => {
    const field = await make('scale="frequency-4"');
    expect(hasButton(field, 'Clear the answer')).to.equal(false);
    await click(labelled(field, 'All of the time'));
    await drawn(field);
    await click(button(field, 'Clear the answer'));
    await drawn(field);
    expect(field.value).to.equal(null);
    expect(hasButton(field, 'Clear the answer')).to.equal(false);
    expect(field.shadowRoot?.activeElement?.localName).to.equal('input');
  });

  describe('digits', () => {
    it('7 chooses 7; 1 and 0 together choose 10', async () => {
      const field = await make('scale="importance-1-10"');
      const heard = listen(field, ['tp-answer-change']);
      field.focus();
      await press('7');
      expect(field.value).to.equal(7);
      // In one breath: a pause between the two digits makes them two answers.
      await type('10');
      expect(field.value).to.equal(10);
      expect(within<HTMLInputElement>(field, ':checked')).to.equal(field.shadowRoot?.activeElement);
      expect(heard.types.length).to.be.at.most(3);
    });

    it('0 chooses 0', async () => {
      const field = await make('scale="numeric-0-10"');
      field.focus();
      await press('0');
      expect(field.value).to.equal(0);
    });

    it('2 chooses the second answer in words, and a number that there is not chooses nothing', async () => {
      const field = await make('scale="frequency-4"');
      field.focus();
      await press('9');
      expect(field.value).to.equal(null);
      await press('2');
      expect(field.value).to.equal('most');
    });

    it('with Control stay the browser’s', async () => {
      const field = await make('scale="frequency-4"');
      field.focus();
      within(field, 'input').dispatchEvent(new KeyboardEvent('keydown', { key: '2', ctrlKey: true, bubbles: true }));
      expect(field.value).to.equal(null);
    });
  });

  describe('presentations', () => {
    for (const presentation of SCALE_PRESENTATIONS)
      it(`${presentation}: the same radios, each named by its words`, async () => {
        const field = await make(`scale="numeric-0-10" presentation="${presentation}"`);
        const radios = allWithin<HTMLInputElement>(field, '.option input[type=radio]');
        expect(radios).to.have.lengthOf(11);
        expect(within(field, '.options').classList.contains(presentation)).to.equal(true);
        await click(labelled(field, '3'));
        expect(field.value).to.equal(3);
        for (const picture of allWithin(field, 'svg')) expect(picture.getAttribute('aria-hidden')).to.equal('true');
        expect(allWithin(field, 'svg')).to.have.lengthOf(presentation === 'faces' ? 11 : 0);
      });

    it('a ladder has its top on top; the digit and the focus go to the same rung', async () => {
      const field = await make('scale="numeric-0-10" presentation="ladder"');
      expect(options(field)[0]).to.match(/^10\b/);
      field.focus();
      await press('3');
      expect(field.value).to.equal(3);
      expect(labelled(field, '3')).to.equal(field.shadowRoot?.activeElement);
    });

    it('a locked scale is never reordered', async () => {
      const field = await make('presentation="ladder"');
      field.scale = {
        ...licensed,
        kind: 'numeric',
        points: [1, 2, 3].map((value) => ({ value, label: String(value) })),
      };
      await drawn(field);
      expect(options(field)).to.deep.equal(['1', '2', '3']);
    });

    it('the ends of a scale describe the question', async () => {
      const field = await make('');
      field.scale = scale({
        kind: 'numeric',
        points: [0, 1].map((value) => ({ value, label: String(value) })),
        anchors: { first: 'Not at all', last: 'Fully' },
      });
      await drawn(field);
      expect(options(field)).to.deep.equal(['0', '1']);
      const described = (within(field, 'fieldset').getAttribute('aria-describedby') ?? '').split(' ');
      const texts = described.flatMap((id) => allWithin(field, `#${id}`).map(words));
      expect(texts).to.deep.equal(['Not at all Fully']);
    });
  });

  it('keeps an answer that is not on the scale, shows it, and says that it is not valid', async () => {
    const field = await make('scale="numeric-0-10"');
    const heard = listen(field, ['tp-error']);
    field.value = 42;
    expect(field.checkValidity()).to.equal(false);
    expect(field.validity?.customError).to.equal(true);
    await drawn(field);
    expect(field.value).to.equal(42);
    expect(allWithin(field, ':checked')).to.have.lengthOf(0);
    expect(words(within(field, '[part=error]')))
      .to.include('“42” is not on the scale')
      .and.include('Choose one of: 0, 1, 2');
    expect(heard.details('tp-error')).to.have.lengthOf(1);
    expect(said.take()).to.have.lengthOf(1);
    await click(labelled(field, '4'));
    await drawn(field);
    expect(field.checkValidity()).to.equal(true);
    expect(allWithin(field, '[part=error]')).to.have.lengthOf(0);
    field.readonly = true;
    field.value = 42;
    await drawn(field);
    expect(words(within(field, '[part=answer]'))).to.equal('Recorded as “42”');
    said.take();
  });

  describe('a licensed scale', () => {
    for (const state of ['', 'readonly', 'disabled', 'presentation="faces"', 'no-reasons'])
      it(`shows its notice always: ${state || 'plain'}`, async () => {
        const field = await make(state);
        field.scale = licensed;
        await drawn(field);
        expect(words(within(field, '[part=notice]'))).to.equal(NOTICE);
        expect(within(field, '[part=notice]').offsetHeight).to.be.greaterThan(0);
      });
  });

  it('read-only: the question and the answer in words, never a disabled widget', async () => {
    const field = await make('scale="frequency-4" label="How often?" value="most" readonly');
    expect(shown(field)).to.equal('How often? Most of the time');
    for (const [answer, text] of [
      [{ kind: 'unanswered' }, 'No answer yet'],
      [{ kind: 'no-answer', reason: 'declined', note: 'too tired' }, 'I’d rather not say: too tired'],
    ] as const) {
      field.answer = answer;
      await drawn(field);
      expect(words(within(field, '[part=answer]'))).to.equal(text);
    }
  });

  it('two on a page do not choose for each other', async () => {
    const page = await mount(
      '<div><tp-rating-scale scale="met-3"></tp-rating-scale><tp-rating-scale scale="met-3"></tp-rating-scale></div>',
    );
    const [one, two] = allWithin<TpRatingScale>(page, 'tp-rating-scale');
    if (!one || !two) throw new Error('There are two scales.');
    await drawn(one, two);
    await click(labelled(one, 'Met'));
    await click(labelled(two, 'Not met'));
    expect([one.value, two.value]).to.deep.equal(['met', 'not']);
    expect(within<HTMLInputElement>(one, 'input').name).to.not.equal(within<HTMLInputElement>(two, 'input').name);
  });

  it('tells its state to style sheets', async () => {
    const field = await make('scale="met-3"');
    const is = (...states: string[]): boolean[] => states.map((state) => field.matches(`:state(${state})`));
    expect(is('unanswered', 'answered', 'no-answer')).to.deep.equal([true, false, false]);
    await click(labelled(field, 'Met'));
    expect(is('unanswered', 'answered', 'no-answer')).to.deep.equal([false, true, false]);
    await click(labelled(field, 'I’d rather not say'));
    expect(is('unanswered', 'answered', 'no-answer')).to.deep.equal([false, false, true]);
  });
});
