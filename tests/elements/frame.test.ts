import { expect } from '@open-wc/testing';
import type { TpRecordCompleteEvent } from '../../src/base/events.js';
import { embedConversation, type EmbeddedConversation } from '../../src/frame/client.js';
import { RecordConflictError } from '../../src/model/conflict.js';
import type {
  ErrorDetail,
  RecordChangeDetail,
  RecordCompleteDetail,
  RecordConflictDetail,
} from '../../src/schema/events.js';
import { watchConsole } from './support/console.js';
import { framework, fullRecord } from './support/data.js';
import { labelled, mount, shown, until, within, words } from './support/dom.js';
import { expectGoodShape, listen } from './support/events.js';
import { conversationIn, embedded, inside, otherOrigin, pages, ready } from './support/frames.js';
import { press, type } from './support/keyboard.js';

const said = watchConsole();

/** A host that answers when the test says so. */
function storing(handle: EmbeddedConversation): { resolve: () => void; reject: (error: unknown) => void } {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  handle.addEventListener('tp-record-complete', (event) => {
    event.waitUntil(promise);
  });
  return {
    resolve: () => {
      resolve(undefined);
    },
    reject,
  };
}

describe('A conversation in a frame of another origin', () => {
  it('is another origin, to which nobody here has a way', async () => {
    const { handle } = await ready();
    expect(new URL(handle.frame.src).origin).to.equal(otherOrigin);
    expect(otherOrigin).to.not.equal(location.origin);
    expect(handle.frame.contentDocument).to.equal(null);
    expect(handle.frame.title).to.equal('A conversation about what matters');
  });

  it('is completed when the promise of storing it has resolved, and the page hears the same events', async () => {
    const { handle, heard } = await ready({ record: fullRecord() });
    const store = storing(handle);
    const done = handle.complete();
    await until(() => heard.types.includes('tp-record-complete'), 'the event');
    expect(handle.record, 'not stored yet').to.equal(undefined);
    store.resolve();
    const record = await done;
    expect(record?.status).to.equal('completed');
    expect(handle.record).to.deep.equal(record);
    expect(heard.types).to.deep.equal(['tp-before-record-complete', 'tp-record-complete']);
    for (const event of heard.events) expectGoodShape(event);
    expect(heard.details<RecordCompleteDetail>('tp-record-complete')[0]?.record.entries).to.deep.equal(
      fullRecord().entries,
    );
  });

  it('tells whoever listens higher up, as elements do', async () => {
    const { handle } = await ready({ record: fullRecord() });
    const heard = listen(document, ['tp-record-complete']);
    storing(handle).resolve();
    await handle.complete();
    expect(heard.types).to.deep.equal(['tp-record-complete']);
    expect(heard.events[0]?.target).to.equal(handle.frame);
  });

  it('keeps the words where they could not be stored, says why, and sends the same record again', async () => {
    const { handle, heard } = await ready({ record: fullRecord() });
    let tries = 0;
    handle.addEventListener('tp-record-complete', (event) => {
      tries += 1;
      event.waitUntil(tries === 1 ? Promise.reject(new Error('The line is down')) : Promise.resolve());
    });
    expect(await handle.complete()).to.equal(undefined);
    await until(() => heard.types.includes('tp-error'), 'the reason');
    expect(heard.details<ErrorDetail>('tp-error')[0]).to.include({ code: 'not-saved', severity: 'warning' });
    expect(heard.details<ErrorDetail>('tp-error')[0]?.message).to.include('The line is down');
    expect((await handle.flush())?.status).to.equal('draft');
    expect((await handle.complete())?.status).to.equal('completed');
    const [first, second] = heard.details<RecordCompleteDetail>('tp-record-complete');
    expect(second?.record.id).to.equal(first?.record.id);
  });

  it('does not say that it is saved where the server has refused it', async () => {
    const { handle, heard } = await ready({ record: fullRecord() });
    handle.addEventListener('tp-record-complete', (event) => {
      event.waitUntil(Promise.resolve(new Response(null, { status: 503 })));
    });
    expect(await handle.complete()).to.equal(undefined);
    await until(() => heard.types.includes('tp-error'), 'the reason');
    expect(heard.details<ErrorDetail>('tp-error')[0]?.message).to.include('HTTP 503');
  });

  it('hands over what the error of the page carries', async () => {
    const { handle, heard } = await ready({ record: fullRecord() }, location.origin);
    const conversation = await conversationIn(handle.frame);
    let waited: Promise<unknown> | undefined;
    conversation.addEventListener('tp-record-complete', (event: TpRecordCompleteEvent) => {
      const close = event.close.bind(event);
      Object.assign(event, { close: () => ((waited = close()[0]), [waited]) });
    });
    const error = Object.assign(new Error('Somebody was faster'), { code: 'conflict', current: { id: 'r-2' } });
    const store = storing(handle);
    const done = handle.complete();
    await until(() => heard.types.includes('tp-record-complete'), 'the event');
    store.reject(error);
    expect(await done).to.equal(undefined);
    const reason: unknown = await waited?.then(
      () => undefined,
      (failure: unknown) => failure,
    );
    expect(reason).to.include({ message: 'Somebody was faster', code: 'conflict' });
    expect((reason as { current: object }).current).to.deep.equal({ id: 'r-2' });
  });

  it('meets what somebody else has stored meanwhile, and says so', async () => {
    const { handle, heard } = await ready({ record: fullRecord() });
    const theirs = { ...fullRecord({ conversation: { place: 'At the club' } }), baseVersion: '2' };
    handle.addEventListener('tp-record-complete', (event) => {
      event.waitUntil(Promise.reject(new RecordConflictError(theirs)));
    });
    expect(await handle.complete()).to.equal(undefined);
    await until(() => heard.types.includes('tp-record-conflict'), 'the conflict');
    const [told] = heard.details<RecordConflictDetail>('tp-record-conflict');
    expect([told?.mine.id, told?.theirs.conversation.place]).to.deep.equal(['r-1', 'At the club']);
  });

  it('does not say that it is saved when nobody said so', async () => {
    const { handle, heard } = await ready({ record: fullRecord() });
    expect(await handle.complete()).to.equal(undefined);
    await until(() => heard.types.includes('tp-error'), 'the reason');
    expect(heard.details<ErrorDetail>('tp-error')[0]?.message).to.include('Nobody called waitUntil');
  });

  it('is vetoed without a trace, and can be completed later', async () => {
    const { handle, heard } = await ready({ record: fullRecord() });
    const veto = (event: Event): void => {
      event.preventDefault();
    };
    handle.addEventListener('tp-before-record-complete', veto);
    expect(await handle.complete()).to.equal(undefined);
    expect(heard.types).to.deep.equal(['tp-before-record-complete']);
    expect((await handle.flush())?.status).to.equal('draft');
    handle.removeEventListener('tp-before-record-complete', veto);
    storing(handle).resolve();
    expect((await handle.complete())?.status).to.equal('completed');
  });

  it('is corrected with a reason', async () => {
    const { handle, heard } = await ready({ record: fullRecord({ status: 'completed' }), amendable: true });
    expect(await handle.amend(' ')).to.equal(undefined);
    const draft = await handle.amend('The day was wrong.');
    expect(draft?.amends).to.include({ recordId: 'r-1', reason: 'The day was wrong.' });
    expect(heard.types).to.include('tp-record-change');
    expect(handle.record?.id).to.equal(draft?.id);
  });

  it('is as tall as what is in it', async () => {
    const { handle } = await ready();
    const height = (): number => handle.frame.getBoundingClientRect().height;
    await until(() => height() > 200, 'the height of the questions');
    const before = height();
    handle.set({ record: fullRecord() });
    await until(() => height() > before, 'the height of what is recorded');
  });

  it('takes what a framework wraps, and refuses what cannot be sent', async () => {
    const { handle } = await ready({ framework: new Proxy(framework(), {}) });
    expect((await handle.flush())?.framework.id).to.equal('garden');
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(() => {
      handle.set({ subject: circle });
    }).to.throw(TypeError);
    expect((await handle.flush())?.subject).to.deep.equal({ id: 'jean-1', name: 'Jean' });
  });

  it('goes on with the record that was told last when the frame is loaded anew', async () => {
    const { handle } = await ready({ record: fullRecord({ status: 'completed' }), amendable: true });
    const draft = await handle.amend('The day was wrong.');
    const again = new Promise((done) => {
      handle.frame.addEventListener('load', done, { once: true });
    });
    const { parentElement } = handle.frame;
    handle.frame.remove();
    parentElement?.append(handle.frame);
    await again;
    let record = await handle.flush();
    // The frame is there again before it has answered.
    for (let times = 0; times < 500 && !record; times += 1) {
      await new Promise((done) => requestAnimationFrame(done));
      record = await handle.flush();
    }
    expect(record).to.deep.equal(draft);
  });

  it('is not disturbed by a page that hands back what it was told', async () => {
    const { handle } = await ready({ record: fullRecord() }, location.origin);
    const conversation = await conversationIn(handle.frame);
    handle.addEventListener('tp-record-change', ({ detail }) => {
      handle.set({ record: detail.record });
    });
    handle.addEventListener('tp-record-complete', (event) => {
      handle.set({ record: event.detail.record });
      event.waitUntil(Promise.resolve());
    });
    const [card] = conversation.querySelectorAll('tp-outcome');
    if (!card) throw new Error('There is a card.');
    const box = within<HTMLTextAreaElement>(card, '#narrative-0');
    box.value += ' A lot.';
    box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await handle.flush();
    await handle.flush();
    expect(conversation.record?.entries[0]?.narrative?.[0]?.text).to.equal('I miss the roses. A lot.');
    expect(conversation.querySelector('tp-outcome')).to.equal(card);
    expect((await handle.complete())?.status).to.equal('completed');
    expect(shown(conversation)).to.include('Saved.');
  });

  it('takes the late words about one person for no record of the next', async () => {
    const { handle, heard } = await ready({ record: fullRecord() }, location.origin);
    const conversation = await conversationIn(handle.frame);
    const [card] = conversation.querySelectorAll('tp-outcome');
    if (!card) throw new Error('There is a card.');
    const box = within<HTMLTextAreaElement>(card, '#narrative-0');
    box.value = 'Late words.';
    box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    handle.set({ record: fullRecord({ id: 'r-other', subject: { id: 'tam', name: 'Tam' } }) });
    await handle.flush();
    const [told] = heard.details<RecordChangeDetail>('tp-record-change');
    expect(told?.record.id, 'they are told with the record that they belong to').to.equal('r-1');
    expect(told?.record.entries[0]?.narrative?.[0]?.text).to.equal('Late words.');
    expect(handle.record?.id).to.equal('r-other');
  });

  it('is taken away, and answers nobody any more', async () => {
    const { handle } = await ready({ record: fullRecord() });
    await handle.destroy();
    expect(handle.frame.isConnected).to.equal(false);
    expect(await handle.complete()).to.equal(undefined);
  });
});

describe('Where a frame may not be', () => {
  it('an address of another origin than the page expects is refused at once', async () => {
    const place = await mount('<div></div>');
    expect(() => embedConversation(place, { src: `${otherOrigin}${pages.embed}`, origin: location.origin })).to.throw(
      'is not of the origin',
    );
    expect(() => embedConversation(place, { src: 'data:text/html,hello' })).to.throw('of any web server');
    expect(place.childElementCount).to.equal(0);
  });

  it('a page whose list does not hold this origin answers nothing, and that is said', async () => {
    const { heard } = await embedded({ src: `${otherOrigin}${pages.closed}`, patience: 300, record: fullRecord() });
    await until(() => heard.types.length > 0, 'the problem');
    expect(heard.details<ErrorDetail>('tp-error')[0]).to.include({
      code: 'frame-no-answer',
      message: 'The frame does not answer.',
    });
    expect(said.take().join()).to.include('does its page list this origin');
  });

  it('a page that is not the one for frames answers nothing, and that is said', async () => {
    const { heard } = await embedded({ src: `${otherOrigin}${pages.blank}`, patience: 300 });
    await until(() => heard.types.length > 0, 'the problem');
    expect(heard.details<ErrorDetail>('tp-error')[0]?.code).to.equal('frame-no-answer');
    said.take();
  });
});

describe('Inside the frame', () => {
  it('the language, the direction, the words and the looks are what the page said, and change', async () => {
    const { handle } = await ready(
      {
        locale: 'ar',
        dir: 'rtl',
        strings: { 'topics.heading': 'ما يهمك' },
        theme: { name: 'paper', scheme: 'dark', tokens: { '--tp-color-accent': 'rgb(1, 2, 3)' } },
      },
      location.origin,
    );
    const conversation = await conversationIn(handle.frame);
    const { documentElement: root } = inside(handle.frame);
    expect([root.lang, root.dir, root.className, conversation.locale]).to.deep.equal(['ar', 'rtl', 'tp-paper', 'ar']);
    expect(root.style.colorScheme).to.equal('dark');
    expect(root.style.getPropertyValue('--tp-color-accent')).to.equal('rgb(1, 2, 3)');
    handle.set({ locale: undefined, dir: undefined, theme: { name: 'high-contrast' } });
    await handle.flush();
    expect([root.lang, root.dir, root.className, root.style.colorScheme]).to.deep.equal([
      'en-GB',
      '',
      'tp-high-contrast',
      '',
    ]);
    expect(root.style.getPropertyValue('--tp-color-accent')).to.equal('');
  });

  it('words are typed and told, also those of a moment ago when the frame is taken away', async () => {
    const { handle, heard } = await ready({}, location.origin);
    const conversation = await conversationIn(handle.frame);
    labelled(conversation, 'Digging').focus();
    await press('Space');
    await until(() => conversation.querySelector('tp-outcome')?.shadowRoot?.querySelector('textarea'), 'the card');
    const card = within(conversation.querySelector('tp-outcome') ?? conversation, 'textarea');
    card.focus();
    await type('roses');
    await handle.destroy();
    const told = heard.details<RecordChangeDetail>('tp-record-change').at(-1)?.record;
    expect(told?.entries[0]?.narrative?.[0]?.text).to.equal('roses');
    for (const event of heard.events) expectGoodShape(event);
    expect(heard.types).to.include('tp-answer-change').and.not.include('tp-before-answer-change');
  });

  it('what was changed while the page thought about it is asked about anew', async () => {
    const { handle, heard } = await ready({ record: fullRecord() }, location.origin);
    const conversation = await conversationIn(handle.frame);
    let asked = 0;
    handle.addEventListener('tp-before-record-complete', () => {
      asked += 1;
      if (asked > 1) return;
      // The answer is on its way while somebody chooses one more topic.
      labelled(conversation, 'Company').click();
    });
    storing(handle).resolve();
    expect((await handle.complete())?.entries).to.have.lengthOf(2);
    expect(asked).to.equal(2);
    expect(heard.details<RecordCompleteDetail>('tp-record-complete')).to.have.lengthOf(1);
  });

  it('the button completes it, and people read what came of it', async () => {
    const { handle } = await ready({ record: fullRecord() }, location.origin);
    const conversation = await conversationIn(handle.frame);
    const store = storing(handle);
    const status = (): string => words(within(conversation, '[part=status]'));
    within(conversation, '[part=complete]').click();
    await until(() => status() === 'Saving…', 'Saving…');
    store.resolve();
    await until(() => status() === 'Saved.', 'Saved.');
  });

  it('the focus goes to the beginning when the page asks for it, and through to what comes after', async () => {
    const { handle } = await ready({ record: fullRecord({ status: 'completed' }) }, location.origin);
    await conversationIn(handle.frame);
    await handle.focus();
    expect(document.activeElement).to.equal(handle.frame);
    expect(inside(handle.frame).activeElement?.localName).to.equal('main');
    for (let times = 0; times < 40 && document.activeElement === handle.frame; times += 1) await press('Tab');
    expect(document.activeElement?.textContent).to.equal('After');
    await press('Shift', 'Tab');
    expect(document.activeElement).to.equal(handle.frame);
    for (let times = 0; times < 40 && document.activeElement === handle.frame; times += 1) await press('Shift', 'Tab');
    expect(document.activeElement?.textContent).to.equal('Before');
  });

  it('a record that cannot be used is said as it is of the element', async () => {
    const { handle, heard } = await ready({}, location.origin);
    handle.set({ record: '{' });
    await until(() => heard.types.includes('tp-error'), 'the problem');
    expect(heard.details<ErrorDetail>('tp-error')[0]?.where).to.include('<tp-conversation> record');
    expect(shown(await conversationIn(handle.frame))).to.include('The record cannot be read and is not shown here.');
  });
});
