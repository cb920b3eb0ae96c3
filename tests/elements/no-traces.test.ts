import { expect } from '@open-wc/testing';
import { inMarch, inSeptember } from '../../stories/support/reviewed.js';
import { reviews } from '../../stories/support/reviews.js';
import { watchConsole } from './support/console.js';
import { addSomebody, cardsOf, conversationWith, openWho, settled } from './support/cards.js';
import { framework, fullRecord } from './support/data.js';
import { button, drawn, labelled, mount, shown, until, within } from './support/dom.js';
import { elements, fields } from './support/fields.js';
import { misbehave, watchGuest, type Guest } from './support/guest.js';
import { click, press, tabTo, type } from './support/keyboard.js';
import { choice, lastTime, reviewOf } from './support/review.js';

watchConsole();

/** Has something done, and says what was sent, kept or asked for meanwhile. */
async function tracesOf(use: (guest: Guest) => Promise<void>): Promise<readonly string[]> {
  const guest = watchGuest();
  try {
    await use(guest);
  } finally {
    guest.stop();
  }
  return [...guest.used, ...guest.asked()];
}

describe('Sends nothing and keeps nothing that the page did not ask for', () => {
  it('would be noticed', async () => {
    let tried: readonly string[] = [];
    const traces = await tracesOf(() => {
      tried = misbehave();
      return Promise.resolve();
    });
    expect(tried.length).to.be.greaterThan(10);
    expect(traces).to.include.members([...tried]);
    // Afterwards the page is as it was.
    expect(String(fetch)).to.include('[native code]');
    expect(Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.get?.toString()).to.include('[native code]');
  });

  it('while every element is drawn, moved, spoken to in another language, and taken away', async () => {
    const traces = await tracesOf(async () => {
      for (const { tag, attributes } of elements) {
        const page = await mount(`<div><${tag} ${attributes}></${tag}><section></section></div>`);
        const element = within(page, tag);
        await drawn(element);
        element.setAttribute('locale', 'gd');
        within(page, 'section').append(element);
        await drawn(element);
        element.remove();
      }
    });
    expect(traces).to.deep.equal([]);
  });

  for (const field of fields)
    it(`while <${field.tag}> is filled in, checked and reset`, async () => {
      const traces = await tracesOf(async () => {
        const form = await mount<HTMLFormElement>(
          // With somewhere for Tab to go: Firefox would take the focus out of the page, and not give it back to the next.
          `<form><${field.tag} name="q" required ${field.attributes}></${field.tag}><button type="button">After</button></form>`,
        );
        const element = within<HTMLElement & { flush?: () => void }>(form, field.tag);
        await drawn(element);
        form.reportValidity();
        await field.change(element as never);
        await press('Tab');
        await drawn(element);
        form.reset();
        await drawn(element);
      });
      expect(traces).to.deep.equal([]);
    });

  it('while a conversation is recorded with everything in it, read back and completed', async () => {
    const traces = await tracesOf(async () => {
      const { conversation } = await conversationWith();
      conversation.addEventListener('tp-record-complete', (event) => {
        event.waitUntil(Promise.resolve());
      });
      await openWho(conversation);
      await click(labelled(conversation, 'Where?'));
      await type('At home');
      await addSomebody(conversation, 'Unpaid carer');
      await click(labelled(conversation, 'Digging'));
      await settled(conversation);
      const [card] = cardsOf(conversation);
      if (!card) throw new Error('There is a card.');
      await click(within(card, '#narrative-0'));
      await type('roses');
      await press('Tab');
      await click(labelled(card, 'Some of the time'));
      await settled(conversation);
      // The other parts come with a record that has something in each.
      conversation.record = fullRecord();
      await settled(conversation);
      await click(button(conversation, 'Complete'));
      await until(() => conversation.record?.status === 'completed', 'the record is complete');
      conversation.amendable = true;
      conversation.recordedBy = { name: 'Ailsa' };
      await settled(conversation);
      conversation.amend('The day was wrong.');
      await settled(conversation);
    });
    expect(traces).to.deep.equal([]);
  });

  it('while a conversation could not be stored', async () => {
    const said = console.warn;
    console.warn = () => undefined;
    try {
      const traces = await tracesOf(async () => {
        const { conversation } = await conversationWith(fullRecord());
        conversation.addEventListener('tp-record-complete', (event) => {
          event.waitUntil(Promise.reject(new Error('No network.')));
        });
        expect(await conversation.complete()).to.equal(undefined);
        await settled(conversation);
      });
      expect(traces).to.deep.equal([]);
    } finally {
      console.warn = said;
    }
  });

  it('while a review is gone through', async () => {
    const traces = await tracesOf(async () => {
      const { conversation, cards } = await reviewOf(lastTime());
      const [card] = cards;
      if (!card) throw new Error('There is a card.');
      await click(labelled(card, 'Some of the time'));
      await settled(conversation);
      await click(choice(card, 'What did we decide?', 'Keep going'));
      await settled(conversation);
      expect((await conversation.complete())?.kind).to.equal('review');
    });
    expect(traces).to.deep.equal([]);
  });

  it('while two records are compared, as cards and as a table', async () => {
    const traces = await tracesOf(async () => {
      const comparison = await mount<HTMLElementTagNameMap['tp-review-comparison']>(
        '<tp-review-comparison></tp-review-comparison>',
      );
      Object.assign(comparison, { previous: inMarch, current: inSeptember });
      await drawn(comparison);
      expect(shown(comparison)).to.include('then and now');
      comparison.view = 'table';
      await drawn(comparison);
    });
    expect(traces).to.deep.equal([]);
  });

  it('while the person’s copy is shown in each of its layouts', async () => {
    const traces = await tracesOf(async () => {
      for (const layout of ['normal', 'large', 'easy']) {
        const summary = await mount<HTMLElementTagNameMap['tp-record-summary']>(
          `<tp-record-summary layout="${layout}"></tp-record-summary>`,
        );
        summary.record = fullRecord({ status: 'completed' });
        await drawn(summary);
      }
    });
    expect(traces).to.deep.equal([]);
  });

  for (const tag of ['tp-outcome-star', 'tp-outcome-timeline'] as const)
    it(`while <${tag}> is explored with the keyboard, and made a picture of`, async () => {
      const traces = await tracesOf(async () => {
        const page = await mount(`<div><button>Start</button><${tag}></${tag}></div>`);
        const chart = within<HTMLElementTagNameMap[typeof tag]>(page, tag);
        Object.assign(chart, { records: reviews.slice(-3), framework: 'talking-points-community' });
        await drawn(chart);
        within(page, 'button').focus();
        await tabTo((active) => active.classList.contains('mark'));
        await press('ArrowRight');
        await press('Enter');
        await press('Escape');
        expect(chart.toSvg()).to.include('<svg');
      });
      expect(traces).to.deep.equal([]);
    });

  it('while data that is broken, hostile or of another version is refused', async () => {
    const [error, warn] = [console.error, console.warn];
    console.error = console.warn = () => undefined;
    try {
      const traces = await tracesOf(async () => {
        const { conversation } = await conversationWith();
        for (const bad of ['{', '[]', { schemaVersion: '99.0' }, { __proto__: { image: 'https://x.example/a.png' } }]) {
          conversation.record = bad;
          await settled(conversation);
        }
        conversation.framework = { ...framework(), name: '<img src="https://x.example/a.png">' };
        await settled(conversation);
      });
      expect(traces).to.deep.equal([]);
    } finally {
      Object.assign(console, { error, warn });
    }
  });
});
