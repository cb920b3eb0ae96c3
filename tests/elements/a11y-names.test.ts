import { expect } from '@open-wc/testing';
import { watchConsole } from './support/console.js';
import { card, cardsOf, conversationWith, fullEntry, openWho } from './support/cards.js';
import { fullRecord } from './support/data.js';
import { allWithin, drawn, mount, within, words } from './support/dom.js';
import { elements } from './support/fields.js';
import { click } from './support/keyboard.js';

watchConsole();

/** What stands on the screen beside a control. Somebody who says what they see to their computer has to be understood. */
function visibleName(control: HTMLInputElement): string {
  const label = control.labels?.[0] ?? control.closest('label');
  return label ? words(label) : words(control);
}

/** Controls without a name, and references that lead nowhere. */
function faults(element: Element): readonly string[] {
  const controls = allWithin<HTMLInputElement>(element, 'input,textarea,select,button,summary,[tabindex]');
  const nameless = controls
    .filter(
      (control) => !control.matches('[role=status]') && !control.getAttribute('aria-label') && !visibleName(control),
    )
    .map((control) => `no name: ${control.outerHTML.slice(0, 80)}`);
  const references = allWithin(element, '[aria-describedby],[aria-labelledby],[aria-controls],label[for]').flatMap(
    (one) =>
      ['aria-describedby', 'aria-labelledby', 'aria-controls', 'for'].flatMap((attribute) =>
        (one.getAttribute(attribute) ?? '')
          .split(/\s+/)
          .filter((id) => id && allWithin(element, `[id="${id}"]`).length !== 1)
          .map((id) => `${attribute} names "${id}", which is there ${allWithin(element, `[id="${id}"]`).length} times`),
      ),
  );
  return [...nameless, ...references];
}

describe('Names and references', () => {
  for (const { tag, attributes } of elements)
    for (const state of ['', 'readonly', 'disabled', 'required'])
      it(`<${[tag, state].filter(Boolean).join(' ')}>: every control has a name, every reference leads somewhere`, async () => {
        const element = await mount(`<${tag} ${attributes} ${state}></${tag}>`);
        await drawn(element);
        expect(faults(element)).to.deep.equal([]);
      });

  it('a full card and a full conversation too, with everything open', async () => {
    const outcome = await card('perspectives="person carer"', fullEntry());
    for (const one of allWithin(outcome, '.sections summary'))
      if (!(one.parentElement as HTMLDetailsElement).open) await click(one);
    await drawn(outcome);
    expect(faults(outcome)).to.deep.equal([]);
    outcome.remove();
    const { conversation } = await conversationWith(fullRecord());
    await openWho(conversation);
    for (const element of [conversation, ...cardsOf(conversation)]) expect(faults(element)).to.deep.equal([]);
  });

  it('a control in a list is told from its neighbours by its row', async () => {
    for (const markup of [
      `<tp-contributors value='[{"id": "1", "kind": "family", "who": "Morag"}, {"id": "2", "kind": "friend", "who": "Eck"}]'></tp-contributors>`,
      `<tp-actions value='[{"id": "1", "what": "Ring"}, {"id": "2", "what": "Walk"}]'></tp-actions>`,
    ]) {
      const field = await mount(markup);
      await drawn(field);
      const rows = allWithin(field, '.row').map(
        (row) => row.getAttribute('role') === 'group' && row.getAttribute('aria-label'),
      );
      expect(new Set(rows), markup).to.have.lengthOf(2);
      expect(rows.every(Boolean), `each row is a named group: ${markup}`).to.equal(true);
    }
  });

  it('what a field says of itself is read out with it', async () => {
    const form = await mount<HTMLFormElement>(
      '<form><tp-narrative name="q" label="What matters?" description="Take your time." required></tp-narrative></form>',
    );
    const field = within(form, 'tp-narrative');
    form.reportValidity();
    await drawn(field);
    const box = within(field, 'textarea');
    const described = (box.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => words(within(field, `#${id}`)));
    expect(described).to.deep.equal(['Take your time.', 'Please write something, or say why there is nothing.']);
    expect(box.getAttribute('aria-invalid')).to.equal('true');
  });
});
