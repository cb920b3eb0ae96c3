import { expect } from '@open-wc/testing';
import {
  TpActions,
  TpContributors,
  TpConversation,
  TpNarrative,
  TpOutcome,
  TpPrompt,
  TpRatingScale,
  TpRecordConflict,
  TpRecordSummary,
  TpOutcomeStar,
  TpOutcomeTimeline,
  TpReviewComparison,
} from '../../src/index.js';
import type { TpElement } from '../../src/base/tp-element.js';
import { registerStrings } from '../../src/i18n/index.js';
import { watchConsole } from './support/console.js';
import { family, framework, fullRecord, ownStep, scale } from './support/data.js';
import { drawn, labelled, mount, shown, until, within } from './support/dom.js';
import { listen, TP_EVENTS } from './support/events.js';
import { elements } from './support/fields.js';
import { click, press, type } from './support/keyboard.js';

watchConsole();

type Class = typeof TpElement & (new () => TpElement) & { elementProperties: ReadonlyMap<PropertyKey, unknown> };

const classes = new Map<string, Class>(
  Object.entries({
    'tp-rating-scale': TpRatingScale,
    'tp-narrative': TpNarrative,
    'tp-contributors': TpContributors,
    'tp-actions': TpActions,
    'tp-prompt': TpPrompt,
    'tp-outcome': TpOutcome,
    'tp-conversation': TpConversation,
    'tp-record-conflict': TpRecordConflict,
    'tp-record-summary': TpRecordSummary,
    'tp-outcome-star': TpOutcomeStar,
    'tp-outcome-timeline': TpOutcomeTimeline,
    'tp-review-comparison': TpReviewComparison,
  }) as [string, Class][],
);

/** What a host may set before the code of an element has arrived. */
const early: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'tp-rating-scale': { scale: scale(), value: 'partly', label: 'Early', strings: { 'scale.clear': 'Off' } },
  'tp-narrative': { value: 'roses', label: 'Early' },
  'tp-contributors': { value: [family], label: 'Early' },
  'tp-actions': { value: [ownStep], label: 'Early' },
  'tp-prompt': { outcome: { id: 'x', name: 'Early' }, prompts: ['Why?'] },
  'tp-outcome': { framework: framework(), outcome: 'digging', personName: 'Jean' },
  'tp-conversation': { framework: framework(), record: fullRecord(), strings: { 'who.title': 'Early' } },
  'tp-record-conflict': { theirs: fullRecord(), mine: fullRecord(), strings: { 'conflict.title': 'Early' } },
  'tp-record-summary': { record: fullRecord(), strings: { 'summary.who': 'Early' } },
  'tp-outcome-star': { records: [fullRecord()], strings: { 'chart.save-svg': 'Early' } },
  'tp-outcome-timeline': { records: [fullRecord()], strings: { 'chart.save-svg': 'Early' } },
  'tp-review-comparison': { previous: fullRecord(), current: fullRecord(), strings: { 'comparison.cards': 'Early' } },
};

for (const [tag, own] of classes)
  describe(`<${tag}> upgraded late`, () => {
    it('keeps what was set before', async () => {
      const late = tag.replace('tp-', 'late-');
      const element = document.createElement(late);
      Object.assign(element, early[tag]);
      document.body.append(element);
      // The conversation makes its outcomes under its own prefix.
      if (tag === 'tp-conversation' && !customElements.get('late-outcome'))
        customElements.define('late-outcome', class extends TpOutcome {});
      if (!customElements.get(late)) customElements.define(late, class extends own {});
      customElements.upgrade(element);
      await drawn(element);
      for (const [name, value] of Object.entries(early[tag] ?? {}))
        expect((element as unknown as Record<string, unknown>)[name], name).to.deep.equal(value);
      const visible = tag === 'tp-outcome' ? 'Digging' : 'Early';
      expect(shown(element)).to.include(visible);
      element.remove();
    });

    it('has no property of its own that hides a reactive one, and is drawn once for each change', async () => {
      const element: TpElement = new own();
      const hidden = Object.keys(element).filter((name) => own.elementProperties.has(name));
      expect(hidden).to.deep.equal([]);
      // Lit's development build warns of exactly this: an update that was asked for while updating.
      const again: string[] = [];
      const draw = (element as unknown as { performUpdate(): void }).performUpdate.bind(element);
      Object.assign(element, {
        performUpdate: () => {
          draw();
          if (element.isUpdatePending) again.push(tag);
        },
      });
      Object.assign(element, early[tag]);
      document.body.append(element);
      await element.updateComplete;
      expect(again).to.deep.equal([]);
      element.remove();
    });
  });

describe('Moving and taking out', () => {
  it('loses nothing that was typed, chosen or half chosen', async () => {
    const page = await mount(
      '<div><section id="a"><tp-narrative></tp-narrative><tp-rating-scale scale="numeric-0-10"></tp-rating-scale></section><section id="b"></section></div>',
    );
    const narrative = within<TpNarrative>(page, 'tp-narrative');
    const rating = within<TpRatingScale>(page, 'tp-rating-scale');
    const heard = listen(document, ['tp-answer-change']);
    await click(within(narrative, 'textarea'));
    await type('roses');
    await click(within(rating, '.option:nth-child(1) input'));
    within(page, '#b').append(narrative, rating);
    await drawn(narrative, rating);
    expect(narrative.value).to.equal('roses');
    expect(within<HTMLTextAreaElement>(narrative, 'textarea').value).to.equal('roses');
    expect(rating.value).to.equal(0);
    expect(within<HTMLInputElement>(rating, ':checked').matches('.option:nth-child(1) input')).to.equal(true);
    rating.remove();
    rating.value = 7;
    page.append(rating);
    await drawn(rating);
    expect(within<HTMLInputElement>(rating, ':checked').matches('.option:nth-child(8) input')).to.equal(true);
    expect(heard.types).to.have.lengthOf(2);
  });

  it('of a conversation tells its record what was typed, and goes on', async () => {
    const page = await mount('<div><tp-conversation></tp-conversation><section></section></div>');
    const conversation = within<TpConversation>(page, 'tp-conversation');
    conversation.framework = framework();
    conversation.record = fullRecord();
    await conversation.updateComplete;
    const outcome = within<TpOutcome>(page, 'tp-outcome');
    await drawn(outcome);
    await click(within(outcome, '#narrative-0'));
    await press('End');
    await type(' A lot.');
    within(page, 'section').append(conversation);
    await drawn(conversation, outcome);
    expect(conversation.record.entries[0]?.narrative?.[0]?.text).to.equal('I miss the roses. A lot.');
    expect(within(page, 'tp-outcome')).to.equal(outcome);
    await click(labelled(outcome, 'All of the time'));
    expect(conversation.record.entries[0]?.ratings?.[0]?.answer).to.deep.equal({ kind: 'answered', value: 'all' });
    expect(conversation.querySelectorAll('tp-outcome')).to.have.lengthOf(1);
  });

  it('of a list keeps its rows', async () => {
    const page = await mount('<div><tp-actions></tp-actions><section></section></div>');
    const actions = within<TpActions>(page, 'tp-actions');
    actions.value = [ownStep];
    await drawn(actions);
    await click(labelled(actions, 'What will the person do?'));
    await press('End');
    await type('!');
    within(page, 'section').append(actions);
    await drawn(actions);
    expect(labelled(actions, 'What will the person do?').value).to.equal('Ring the bowling club!');
  });
});

describe('Fifty times in and out', () => {
  const counted = (target: EventTarget): { readonly open: () => number; restore(): void } => {
    let open = 0;
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    Object.assign(target, {
      addEventListener: (...args: Parameters<typeof add>) => {
        open += 1;
        add(...args);
      },
      removeEventListener: (...args: Parameters<typeof remove>) => {
        open -= 1;
        remove(...args);
      },
    });
    return {
      open: () => open,
      restore: () => {
        for (const name of ['addEventListener', 'removeEventListener']) Reflect.deleteProperty(target, name);
      },
    };
  };

  for (const { tag, attributes } of elements)
    it(`<${tag}> leaves no listener behind and is not drawn any more`, async () => {
      const page = await mount('<div></div>');
      const targets = [document, globalThis as unknown as EventTarget, document.body].map(counted);
      const old: TpElement[] = [];
      try {
        for (let time = 0; time < 50; time += 1) {
          const holder = document.createElement('div');
          page.append(holder);
          holder.append(document.createRange().createContextualFragment(`<${tag} ${attributes}></${tag}>`));
          const element = within<TpElement>(holder, tag);
          await element.updateComplete;
          holder.remove();
          old.push(element);
        }
        expect(targets.map((one) => one.open())).to.deep.equal([0, 0, 0]);
      } finally {
        for (const one of targets) one.restore();
      }
      await Promise.all(old.map((element) => element.updateComplete));
      registerStrings('xx', { 'nothing.at-all': '' });
      expect(old.filter((element) => element.isUpdatePending)).to.deep.equal([]);
    });

  it('the words of a removed element wait for nothing', async () => {
    const narrative = await mount<TpNarrative>('<tp-narrative></tp-narrative>');
    await click(within(narrative, 'textarea'));
    await type('a');
    narrative.remove();
    const heard = listen(narrative, TP_EVENTS);
    globalThis.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(heard.types).to.deep.equal([]);
    await until(() => !narrative.isUpdatePending, 'the last drawing');
  });
});
