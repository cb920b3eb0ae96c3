import { expect } from '@open-wc/testing';
import type { TpNarrative } from '../../src/elements/narrative/narrative.js';
import { watchConsole } from './support/console.js';
import { allWithin, drawn, labelled, mount, shown, within, words } from './support/dom.js';
import { listen, vetoAll } from './support/events.js';
import { click, press, type } from './support/keyboard.js';
import { pauseOver } from './support/pause.js';

watchConsole();

const make = (attributes = ''): Promise<TpNarrative> =>
  mount<TpNarrative>(`<tp-narrative ${attributes}></tp-narrative>`);

const choose = async (field: TpNarrative, label: string, option: string): Promise<void> => {
  const select = labelled<HTMLSelectElement>(field, label);
  const found = [...select.options].find((one) => words(one) === option);
  if (!found) throw new Error(`There is no "${option}".`);
  select.selectedIndex = found.index;
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await drawn(field);
};

describe('<tp-narrative>', () => {
  it('asks for the person’s own words, by name where it is known, or by its label', async () => {
    const field = await make();
    expect(words(within(field, 'label'))).to.equal('In the person’s own words');
    field.personName = 'Jean';
    await drawn(field);
    expect(words(within(field, 'label'))).to.equal('In Jean’s own words');
    field.label = 'What matters?';
    field.description = 'Take your time.';
    field.language = 'gd';
    await drawn(field);
    const box = within(field, 'textarea');
    expect(words(within(field, 'label'))).to.equal('What matters?');
    expect(words(within(field, `#${box.getAttribute('aria-describedby') ?? ''}`))).to.equal('Take your time.');
    expect(box.lang).to.equal('gd');
  });

  it('keeps every character: blanks, line breaks, emoji and what looks like markup', async () => {
    const field = await make();
    const text = '  two  blanks\n\nand a line\ttab <b>not bold</b> 👩‍👩‍👧 é é  ';
    field.value = text;
    await drawn(field);
    expect(within<HTMLTextAreaElement>(field, 'textarea').value).to.equal(text);
    await click(within(field, 'textarea'));
    await press('Control', 'End');
    await type('!');
    expect(field.value).to.equal(`${text}!`);
    expect(allWithin(field, 'b')).to.have.lengthOf(0);
  });

  it('grows with its words and cuts none', async () => {
    const field = await make();
    const box = within<HTMLTextAreaElement>(field, 'textarea');
    const before = box.offsetHeight;
    field.value = Array.from({ length: 40 }, (_, line) => `Line ${line}`).join('\n');
    await drawn(field);
    expect(box.offsetHeight).to.be.greaterThan(before * 3);
    expect(box.scrollHeight - box.clientHeight).to.be.at.most(2);
    field.value = 'Short';
    await drawn(field);
    expect(box.offsetHeight).to.be.at.most(before + 2);
  });

  it('is unanswered again when the words are taken out by hand', async () => {
    const field = await make('required value="a"');
    await click(within(field, 'textarea'));
    await press('End');
    await press('Backspace');
    expect(field.answer).to.deep.equal({ kind: 'unanswered' });
    expect(field.checkValidity()).to.equal(false);
  });

  it('keeps the caret where it is while somebody types in the middle', async () => {
    const field = await make('value="ac"');
    await click(within(field, 'textarea'));
    await press('Home');
    await press('ArrowRight');
    await type('b');
    await pauseOver();
    await type('b');
    await drawn(field);
    expect(field.value).to.equal('abbc');
    expect(within<HTMLTextAreaElement>(field, 'textarea').selectionStart).to.equal(3);
  });

  describe('whose words, and who may see them', () => {
    it('are asked only where there is a choice', async () => {
      expect(allWithin(await make(), 'select')).to.have.lengthOf(0);
      const field = await make('perspectives="person carer nobody" person-name="Jean"');
      expect(allWithin(field, 'select')).to.have.lengthOf(0);
      await click(within(field, 'textarea'));
      await type('roses');
      expect(field.value).to.equal('roses');
      expect([...labelled<HTMLSelectElement>(field, 'Whose words?').options].map(words)).to.deep.equal([
        'Not said',
        'Jean',
        'Unpaid carer',
      ]);
    });

    it('are told with the words, once for each choice', async () => {
      const field = await make('perspectives="person carer" value="roses"');
      const heard = listen(field, ['tp-answer-change']);
      await choose(field, 'Whose words?', 'Unpaid carer');
      await choose(field, 'Who may see this?', 'Only the worker');
      await choose(field, 'Who may see this?', 'As for the whole record');
      expect(field.saidBy).to.equal('carer');
      expect(field.sharing).to.equal(undefined);
      expect(
        heard
          .details<{ perspective?: string; sharing?: string[] }>('tp-answer-change')
          .map(({ perspective, sharing }) => [perspective, sharing]),
      ).to.deep.equal([
        ['carer', undefined],
        ['carer', []],
        ['carer', undefined],
      ]);
    });

    it('say whole who may see them, in a card on a telephone of 320 pixels', async () => {
      const field = await make(
        'perspectives="person carer" value="roses" style="inline-size: 248px; font: 16px system-ui"',
      );
      const select = labelled<HTMLSelectElement>(field, 'Who may see this?');
      const alone = document.createElement('select');
      // As wide as what is chosen, with the arrow of this browser.
      alone.append(new Option(select.selectedOptions[0]?.text));
      select.after(alone);
      Object.assign(alone.style, { position: 'absolute', maxInlineSize: 'none', inlineSize: 'max-content' });
      expect(alone.offsetWidth).to.be.greaterThan(100).and.at.most(select.offsetWidth);
    });

    it('can be vetoed as every change can', async () => {
      const field = await make('perspectives="person carer" value="roses"');
      const heard = listen(field, ['tp-answer-change']);
      vetoAll(field);
      await choose(field, 'Whose words?', 'Unpaid carer');
      expect(field.saidBy).to.equal(undefined);
      expect(labelled<HTMLSelectElement>(field, 'Whose words?').value).to.equal('');
      expect(heard.types).to.deep.equal([]);
    });

    it('show a perspective that is not offered, and one set by the host after a choice', async () => {
      const field = await make('perspectives="person carer" said-by="advocate" value="roses"');
      const select = labelled<HTMLSelectElement>(field, 'Whose words?');
      expect(select.value).to.equal('advocate');
      await choose(field, 'Whose words?', 'The person');
      field.saidBy = 'carer';
      await drawn(field);
      expect(select.value).to.equal('carer');
      field.saidBy = 'person';
      await drawn(field);
      expect(select.value).to.equal('person');
    });

    it('are said in words when it is read-only', async () => {
      const field = await make('readonly value="roses" said-by="person" person-name="Jean"');
      field.sharing = ['person', 'family'];
      await drawn(field);
      expect(shown(field)).to.equal('In Jean’s own words roses Who may see this? The person, Family');
      field.sharing = [];
      field.value = null;
      field.saidBy = 'carer';
      await drawn(field);
      expect(shown(field))
        .to.include('Unpaid carer')
        .and.include('Nothing written')
        .and.include('Who may see this? Only the worker');
    });

    it('are said under a label of the host’s too: nobody’s words may pass for somebody else’s', async () => {
      const field = await make('readonly value="roses" said-by="carer" label="What matters?"');
      expect(shown(field)).to.include('What matters?').and.include('Unpaid carer');
    });

    it('say a combination of audiences that is not offered too', async () => {
      const field = await make('readonly value="roses" label="Words"');
      field.sharing = ['family', 'agencies'];
      await drawn(field);
      expect(shown(field)).to.not.match(/sharing\./);
    });
  });
});
