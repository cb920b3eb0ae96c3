import { expect } from '@open-wc/testing';
import type { TpElement } from '../../src/base/tp-element.js';
import { registerFramework } from '../../src/frameworks/registry.js';
import { inPage } from '../../src/model/in-page.js';
import { registerScale } from '../../src/scales/registry.js';
import { watchConsole } from './support/console.js';
import { cardsOf, settled } from './support/cards.js';
import { framework, fullRecord, scale } from './support/data.js';
import { drawn, mount, shown } from './support/dom.js';
import { listen, TP_EVENTS } from './support/events.js';

const said = watchConsole();

type Conversation = HTMLElementTagNameMap['tp-conversation'];

const late = (id: string, change = {}): unknown => framework({ id, name: 'Late framework', ...change });

describe('A framework that is registered after the element is in the page', () => {
  it('is found by a conversation, which begins with it and tells nothing', async () => {
    const conversation = await mount<Conversation>('<tp-conversation framework="late-talk"></tp-conversation>');
    expect(shown(conversation)).to.equal('This conversation cannot be shown.');
    expect(said.take().join()).to.include('There is no framework “late-talk”');
    const heard = listen(document, TP_EVENTS);
    registerFramework(late('late-talk'));
    await settled(conversation);
    expect(shown(conversation)).to.include('Digging').and.not.include('cannot be shown');
    expect(conversation.record?.framework.id).to.equal('late-talk');
    expect(heard.types).to.deep.equal([]);
  });

  it('is found by a conversation with a record, which keeps it', async () => {
    const conversation = await mount<Conversation>('<tp-conversation framework="late-record"></tp-conversation>');
    conversation.record = fullRecord();
    await settled(conversation);
    expect(shown(conversation)).to.include('This conversation cannot be shown.');
    registerFramework(late('late-record'));
    await settled(conversation);
    expect(shown(conversation)).to.not.include('cannot be shown');
    expect(conversation.record).to.deep.equal(fullRecord());
    said.take();
  });

  it('leaves a conversation alone that has another', async () => {
    const conversation = await mount<Conversation>('<tp-conversation framework="shanarri"></tp-conversation>');
    const begun = conversation.record;
    registerFramework(late('late-other'));
    await settled(conversation);
    expect(conversation.record).to.equal(begun);
  });

  for (const [tag, given, after] of [
    ['tp-outcome', { outcome: 'digging' }, 'You can dig when you like'],
    ['tp-record-summary', { layout: 'easy' }, 'Dig for joy'],
    ['tp-outcome-star', {}, 'Sitting in the sun'],
  ] as const)
    it(`is found by <${tag}>`, async () => {
      const id = `late-${tag}`;
      const element = await mount<TpElement>(`<${tag} framework="${id}"></${tag}>`);
      const record = JSON.parse(
        JSON.stringify(fullRecord({ status: 'completed' })).replaceAll('"garden"', `"${id}"`),
      ) as unknown;
      Object.assign(
        element,
        given,
        tag === 'tp-record-summary' && { record },
        tag === 'tp-outcome-star' && { records: [record] },
      );
      await drawn(element);
      expect(said.take().join()).to.include(`There is no framework “${id}”`);
      expect(shown(element)).to.not.include(after);
      const [digging, ...others] = framework().outcomes;
      registerFramework(late(id, { outcomes: [{ ...digging, easyName: 'Dig for joy' }, ...others] }));
      await drawn(element);
      expect(shown(element)).to.include(after);
    });
});

describe('A scale that is registered after the element is in the page', () => {
  it('is found by a field, which then knows its answer', async () => {
    const field = await mount<HTMLElementTagNameMap['tp-rating-scale']>(
      '<tp-rating-scale scale="late-field" value="no"></tp-rating-scale>',
    );
    expect(shown(field)).to.include('This question cannot be shown.');
    registerScale(scale({ id: 'late-field' }));
    await drawn(field);
    expect(shown(field)).to.include('Partly').and.not.include('cannot be shown');
    expect(field.value).to.equal('no');
    said.take();
  });

  it('is found by a card that names it, and by the cards of a framework that does', async () => {
    const card = await mount<HTMLElementTagNameMap['tp-outcome']>(
      '<tp-outcome framework="shanarri" outcome="safe" scale="late-card"></tp-outcome>',
    );
    const conversation = await mount<Conversation>('<tp-conversation></tp-conversation>');
    conversation.framework = framework({ scale: 'late-card' });
    conversation.record = fullRecord();
    await settled(conversation);
    const [inside] = cardsOf(conversation);
    expect([card.usedScale, inside?.usedScale]).to.deep.equal([undefined, undefined]);
    registerScale(scale({ id: 'late-card' }));
    await drawn(card);
    await settled(conversation);
    expect([card.usedScale?.id, inside?.usedScale?.id]).to.deep.equal(['late-card', 'late-card']);
    said.take();
  });

  it('is not looked for by what has left the page', async () => {
    const field = await mount<TpElement>('<tp-rating-scale scale="late-gone"></tp-rating-scale>');
    expect(inPage.has(field)).to.equal(true);
    field.remove();
    expect(inPage.has(field)).to.equal(false);
    said.take();
  });
});
