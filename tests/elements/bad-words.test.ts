import { expect } from '@open-wc/testing';
import type { ErrorDetail } from '../../src/schema/events.js';
import type { Entry } from '../../src/schema/record.js';
import { watchConsole } from './support/console.js';
import { card, cardsOf, conversationWith, settled } from './support/cards.js';
import { framework, fullRecord, MARKUP, record, RTL_WORDS, scale } from './support/data.js';
import { allWithin, drawn, labelled, mount, shown, within } from './support/dom.js';
import { listen } from './support/events.js';
import { click, press } from './support/keyboard.js';

const said = watchConsole();

const LONG = 'garden 🌱 '.repeat(10_000).slice(0, 100_000);

/** Words that other programs stumble over, and that have to stay exactly as they are. */
const difficult: Readonly<Record<string, string>> = {
  'a hundred thousand characters': LONG,
  'emoji and right-to-left': RTL_WORDS,
  'HTML and script': MARKUP,
  'a template placeholder': '${alert(1)} {{7*7}} {name} <!--?lit$1$--> %s %o',
  'names of prototypes': '__proto__ constructor prototype',
  'line breaks and blanks': ' a\n\nb\t c ',
};

/** Words that most systems cannot store: kept, and said. */
const unstorable: Readonly<Record<string, string>> = {
  'a lone high surrogate': 'roses \ud83d end',
  'a lone low surrogate': 'roses \udf31 end',
  'a null character': 'roses \u0000 end',
  'a control character': 'roses \u0008 end',
};

/** No text may have become an element, run, or reached the page by another way. */
function expectNoMarkup(element: Element): void {
  expect((globalThis as { broken?: boolean }).broken).to.equal(undefined);
  expect(allWithin(element, 'img,script,iframe,b')).to.have.lengthOf(0);
}

/** Puts a text in at once, as pasting does. */
function paste(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  control.focus();
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
}

/** Every box for words in a card, by a selector, and where the words are kept. */
const boxes: Readonly<Record<string, readonly [selector: string, read: (entry: Entry) => string | undefined]>> = {
  narrative: ['#narrative-0', (entry) => entry.narrative?.[0]?.text],
  'personal outcome': ['#wish', (entry) => entry.personalOutcome?.text],
  'reason of a rating': ['#why-person', (entry) => entry.ratings?.[0]?.reason],
  strengths: ['#strengths-0', (entry) => entry.strengths?.[0]?.text],
  barriers: ['#barriers-0', (entry) => entry.barriers?.[0]?.text],
  disagreement: ['#disagreement', (entry) => entry.disagreement?.text],
  'who helps': ['.row :is(input, textarea)', (entry) => entry.contributors?.[0]?.who],
};

const singleLine = (text: string): string => text.replace(/[\r\n]/g, '');

describe('Difficult words in a form field', () => {
  for (const [name, text] of Object.entries(difficult))
    it(`${name}: kept to the last character, sent, and never markup`, async () => {
      const form = await mount<HTMLFormElement>('<form><tp-narrative name="q"></tp-narrative></form>');
      const field = within<HTMLElementTagNameMap['tp-narrative']>(form, 'tp-narrative');
      const heard = listen(document, ['tp-answer-change', 'tp-error']);
      paste(within<HTMLTextAreaElement>(field, 'textarea'), text);
      field.flush();
      await drawn(field);
      expect(field.value).to.equal(text);
      // A form normalises line breaks when it is sent; FormData still holds the words as they are.
      expect(new FormData(form).get('q')).to.equal(text);
      expect(heard.types).to.deep.equal(['tp-answer-change']);
      expect(heard.details<{ answer: { value: string } }>('tp-answer-change')[0]?.answer.value).to.equal(text);
      expectNoMarkup(field);
      field.readonly = true;
      await drawn(field);
      expect(within(field, '[part=answer]').textContent).to.equal(text);
      expectNoMarkup(field);
    });

  for (const [name, text] of Object.entries(unstorable))
    it(`${name}: kept, said once with its place, and not valid until it is taken out`, async () => {
      const field = await mount<HTMLElementTagNameMap['tp-narrative']>('<tp-narrative></tp-narrative>');
      const heard = listen(document, ['tp-error']);
      field.value = text;
      expect(field.checkValidity()).to.equal(false);
      await drawn(field);
      field.requestUpdate();
      await drawn(field);
      expect(field.value).to.equal(text);
      expect(heard.details<ErrorDetail>('tp-error')).to.have.lengthOf(1);
      expect(heard.details<ErrorDetail>('tp-error')[0]).to.include({ code: 'text-not-storable' });
      expect(heard.details<ErrorDetail>('tp-error')[0]?.message).to.match(/^Character 7 of these words/);
      expect(heard.details<ErrorDetail>('tp-error')[0]?.hint).to.include('Nothing you wrote is lost.');
      expect(within(field, '[part=error]').textContent).to.include('Character 7');
      said.take();
      field.value = 'roses';
      await drawn(field);
      expect(field.checkValidity()).to.equal(true);
      expect(allWithin(field, '[part=error]')).to.have.lengthOf(0);
    });

  it('in lists and labels: never markup', async () => {
    const contributors = await mount<HTMLElementTagNameMap['tp-contributors']>('<tp-contributors></tp-contributors>');
    const actions = await mount<HTMLElementTagNameMap['tp-actions']>('<tp-actions></tp-actions>');
    const rating = await mount<HTMLElementTagNameMap['tp-rating-scale']>('<tp-rating-scale></tp-rating-scale>');
    const prompt = await mount<HTMLElementTagNameMap['tp-prompt']>('<tp-prompt></tp-prompt>');
    Object.assign(contributors, {
      value: [{ id: 'c', kind: 'family', who: MARKUP, how: MARKUP }],
      label: MARKUP,
      personName: MARKUP,
    });
    Object.assign(actions, {
      value: [{ id: 'a', what: MARKUP, who: MARKUP, whoKind: 'person' }],
      label: MARKUP,
      personName: MARKUP,
    });
    Object.assign(rating, {
      scale: scale({ points: [{ value: 'a', label: MARKUP }] }),
      label: MARKUP,
      description: MARKUP,
      strings: { 'reason.declined': MARKUP },
    });
    Object.assign(prompt, {
      heading: MARKUP,
      description: MARKUP,
      prompts: [MARKUP],
      strings: { 'prompt.ways-to-ask': MARKUP },
    });
    const all = [contributors, actions, rating, prompt];
    await drawn(...all);
    for (const element of all) {
      expectNoMarkup(element);
      expect(shown(element)).to.include('<script>');
      Object.assign(element, { readonly: true });
    }
    await drawn(...all);
    for (const element of all) expectNoMarkup(element);
  });
});

describe('Difficult words in every box of a card', () => {
  const filled = async (): ReturnType<typeof card> => {
    const [entry] = fullRecord().entries;
    return card('', entry);
  };

  for (const [box, [selector, read]] of Object.entries(boxes))
    for (const [name, text] of Object.entries(difficult))
      it(`${box}: ${name}`, async () => {
        const outcome = await filled();
        const control = within<HTMLInputElement>(outcome, selector);
        paste(control, text);
        outcome.flush();
        await drawn(outcome);
        expect(read(outcome.entry)).to.equal(control.localName === 'input' ? singleLine(text) : text);
        expectNoMarkup(outcome);
        outcome.readonly = true;
        await drawn(outcome);
        expectNoMarkup(outcome);
        expect(outcome.shadowRoot?.textContent).to.include(control.localName === 'input' ? singleLine(text) : text);
      });

  for (const [box, [selector, read]] of Object.entries(boxes))
    it(`${box}: what cannot be stored is kept and said beside it`, async () => {
      const outcome = await filled();
      const heard = listen(document, ['tp-error']);
      paste(within<HTMLInputElement>(outcome, selector), 'roses \u0007 end');
      await drawn(outcome);
      outcome.requestUpdate();
      await drawn(outcome);
      expect(read(outcome.entry)).to.equal('roses \u0007 end');
      expect(heard.details<ErrorDetail>('tp-error').map(({ code }) => code)).to.deep.equal(['text-not-storable']);
      expect(shown(outcome)).to.include('Character 7');
      said.take();
    });
});

describe('Difficult words in a conversation', () => {
  for (const [kind, text] of Object.entries(difficult))
    it(`${kind}: through who, topics, cards and reading back`, async () => {
      // The name stands in dozens of places; nobody's is as long as a book.
      const name = text.slice(0, 500);
      const { conversation } = await conversationWith(
        record({
          subject: { name },
          conversation: { place: text, participants: [{ id: 'p', role: 'person', name }] },
        }),
      );
      const box = labelled(conversation, 'Something else that matters');
      paste(box, text);
      await press('Enter');
      await settled(conversation);
      const label = singleLine(text).trim();
      expect(conversation.record?.entries[0]?.label).to.equal(label);
      const [own] = cardsOf(conversation);
      if (!own) throw new Error('There is a card.');
      paste(within<HTMLTextAreaElement>(own, '#narrative-0'), text);
      conversation.flush();
      await settled(conversation);
      expect(within(conversation, '.readback .words').textContent).to.equal(text);
      for (const element of [conversation, own]) expectNoMarkup(element);
      const done = await conversation.complete();
      await settled(conversation);
      expect(done?.entries[0]?.narrative?.[0]?.text).to.equal(text);
      expect(done?.subject.name).to.equal(name);
      for (const element of [conversation, own]) expectNoMarkup(element);
      expect(JSON.parse(JSON.stringify(done))).to.deep.equal(done);
    });

  it('a framework and a record full of markup are shown as text', async () => {
    const { conversation } = await conversationWith();
    conversation.framework = framework({
      name: MARKUP,
      attribution: { text: MARKUP },
      licence: { holder: MARKUP, notice: MARKUP },
      categories: [{ id: 'c', label: MARKUP }],
      outcomes: [{ id: 'digging', name: MARKUP, category: 'c', description: MARKUP, prompts: [MARKUP] }],
    });
    conversation.record = JSON.stringify(fullRecord()).replaceAll(
      'I miss the roses.',
      JSON.stringify(MARKUP).slice(1, -1),
    );
    await settled(conversation);
    for (const element of [conversation, ...cardsOf(conversation)]) {
      expectNoMarkup(element);
      expect(shown(element)).to.include('<script>');
    }
  });

  it('what cannot be stored in “Who and how” is kept, and said before completing', async () => {
    const { conversation } = await conversationWith(record({ conversation: { place: 'Hall \ud800' } }));
    expect(await conversation.complete()).to.equal(undefined);
    await settled(conversation);
    expect(shown(conversation)).to.include('Some words in “Who and how” hold a character that cannot be stored.');
    expect(conversation.record?.conversation.place).to.equal('Hall \ud800');
    await click(within(conversation, '[part=finish] [role=alert] button'));
    await settled(conversation);
    expect(conversation.shadowRoot?.activeElement?.closest('[part=who]')).to.not.equal(null);
    said.take();
  });
});
