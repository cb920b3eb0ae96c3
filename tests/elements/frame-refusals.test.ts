import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { EmbeddedConversation } from '../../src/frame/client.js';
import { GREETING, PROTOCOL, type Message } from '../../src/frame/messages.js';
import type { ErrorDetail } from '../../src/schema/events.js';
import { watchConsole } from './support/console.js';
import { framework, fullRecord } from './support/data.js';
import { mount, until, within } from './support/dom.js';
import type { Heard } from './support/events.js';
import { conversationIn, embedded, inside, loaded, pages } from './support/frames.js';

const said = watchConsole();

const session = '0123456789abcdef'.repeat(2);
const greeting: Message = { v: PROTOCOL, type: GREETING, session };

/** What comes out of a port, message by message. */
function hearing(port: MessagePort): { next: () => Promise<Message>; readonly heard: readonly Message[] } {
  const heard: Message[] = [];
  let read = 0;
  port.onmessage = ({ data }: MessageEvent<Message>) => heard.push(data);
  return {
    heard,
    async next() {
      await until(() => heard.length > read, 'a message');
      return heard[read++] ?? {};
    },
  };
}

/** A frame that this test speaks to by hand, as the page around it. */
async function frameByHand(): Promise<{
  frame: HTMLIFrameElement;
  greet: (data: unknown) => ReturnType<typeof hearing> & { port: MessagePort };
}> {
  const frame = await loaded(pages.embed);
  return {
    frame,
    greet: (data) => {
      const { port1, port2 } = new MessageChannel();
      frame.contentWindow?.postMessage(data, location.origin, [port2]);
      return { ...hearing(port1), port: port1 };
    },
  };
}

/** Reads messages until one of this type. */
async function nextOf(line: Pick<ReturnType<typeof hearing>, 'next'>, type: string): Promise<Message> {
  for (;;) {
    const message = await line.next();
    if (message['type'] === type) return message;
  }
}

/** A frame with a conversation, in which the full record is. */
async function begun(): Promise<{
  frame: HTMLIFrameElement;
  line: ReturnType<typeof hearing> & { port: MessagePort };
  send: (parts: Message) => void;
}> {
  const { frame, greet } = await frameByHand();
  const line = greet(greeting);
  expect(await line.next()).to.include({ v: PROTOCOL, session, seq: 1, type: 'ready' });
  let seq = 0;
  const send = (parts: Message): void => {
    line.port.postMessage({ v: PROTOCOL, session, seq: ++seq, ...parts });
  };
  send({ type: 'set', settings: { framework: framework(), record: fullRecord() } });
  await conversationIn(frame);
  return { frame, line, send };
}

describe('The page in a frame', () => {
  it('answers a greeting once, and a second or replayed one never', async () => {
    const { frame, greet } = await frameByHand();
    const first = greet(greeting);
    expect((await first.next())['type']).to.equal('ready');
    for (const again of [greeting, { ...greeting, session: 'f'.repeat(32) }]) {
      const second = greet(again);
      expect(await nextOf(first, 'problem')).to.include({ code: 'replayed' });
      expect(second.heard).to.deep.equal([]);
    }
    expect(within(inside(frame).body, 'main').textContent).to.equal('');
  });

  it('hears nothing that is not a greeting, and says what is wrong with one that is malformed', async () => {
    const { frame, greet } = await frameByHand();
    const main = within(inside(frame).body, 'main');
    const others = ['hello', null, { type: 'webpackOk' }, [GREETING]].map(greet);
    const bad = [
      { ...greeting, session: 'short' },
      { ...greeting, session: undefined },
      { ...greeting, v: '1' },
      { type: GREETING },
    ].map(greet);
    frame.contentWindow?.postMessage(greeting, location.origin);
    await until(() => main.textContent.includes('in a way that it does not know'), 'the words in the frame');
    expect(main.querySelector('p')?.getAttribute('role')).to.equal('alert');
    expect(await bad[0]?.next()).to.include({ type: 'problem', code: 'malformed' });
    for (const one of others) expect(one.heard).to.deep.equal([]);
    // The page it is meant for is none the worse for it.
    expect((await greet(greeting).next())['type']).to.equal('ready');
  });

  it('says in words that the versions differ', async () => {
    const { frame, greet } = await frameByHand();
    const line = greet({ ...greeting, v: PROTOCOL + 1 });
    expect(await line.next()).to.include({ type: 'problem', code: 'version', v: PROTOCOL });
    expect(within(inside(frame).body, 'main').textContent).to.include(
      `speaks version ${String(PROTOCOL + 1)} of the messages, and this one version ${String(PROTOCOL)}`,
    );
  });

  it('hears nobody but its parent', async () => {
    const { frame, greet } = await frameByHand();
    // A window beside it, of the same origin, that greets as the parent would.
    const beside = await loaded(pages.blank);
    const script = inside(beside).createElement('script');
    script.textContent = `
      addEventListener('message', ({ data, ports }) => parent.frames[data.frame].postMessage(data.greeting, data.to, ports));`;
    inside(beside).body.append(script);
    const index = [...document.querySelectorAll('iframe')].indexOf(frame);
    const { port1, port2 } = new MessageChannel();
    const got = hearing(port1);
    beside.contentWindow?.postMessage({ frame: index, greeting, to: location.origin }, location.origin, [port2]);
    // One more message through the window beside shows that the first has come.
    await new Promise<void>((done) => {
      frame.contentWindow?.addEventListener('message', ({ source }) => {
        if (source === beside.contentWindow) done();
      });
    });
    expect((await greet(greeting).next())['type']).to.equal('ready');
    expect(got.heard).to.deep.equal([]);
  });

  it('refuses whatever is malformed, and nothing changes', async () => {
    const { frame, line, send } = await begun();
    const conversation = await conversationIn(frame);
    const before = conversation.record;
    const text = conversation.shadowRoot?.textContent;
    const parts = fc.oneof(
      fc.record({ type: fc.constantFrom('set', 'call', 'answer', 'ready', 'size', 'eval', '__proto__') }),
      fc.record({ type: fc.constant('set'), settings: fc.jsonValue().filter((value) => !isEmpty(value)) }),
      fc.record({ type: fc.constant('set'), settings: fc.constant({ record: null, innerHTML: '<img src=x>' }) }),
      fc.record({ type: fc.constant('call'), id: fc.integer({ min: 1 }), method: fc.string() }),
      fc.record({ type: fc.constant('call'), id: fc.jsonValue(), method: fc.constant('constructor') }),
      fc.record({ type: fc.constant('answer'), id: fc.constant(1), ok: fc.constant('yes') }),
      fc.record({ type: fc.jsonValue() }),
      fc.record({ seq: fc.constantFrom(0, -1, 0.5, '9', null) }),
      fc.record({ v: fc.constantFrom(0, null, '1') }),
    );
    for (const bad of fc.sample(parts, 150)) {
      send(bad);
      expect(await nextOf(line, 'problem'), JSON.stringify(bad)).to.include({ code: 'malformed' });
    }
    for (const bad of ['text', 5, null, [], new Map(), new Date()]) {
      line.port.postMessage(bad);
      expect(await nextOf(line, 'problem')).to.include({ code: 'malformed' });
    }
    expect(conversation.record).to.equal(before);
    expect(conversation.shadowRoot?.textContent).to.equal(text);
    // It still listens.
    send({ type: 'call', id: 1, method: 'flush', seq: 1000 });
    expect(await nextOf(line, 'return')).to.deep.include({ id: 1, record: before });
  });

  it('refuses what was sent before, what another session sent, and another version', async () => {
    const { frame, line, send } = await begun();
    const conversation = await conversationIn(frame);
    const set = { type: 'set', settings: { readonly: true } };
    send({ ...set, seq: 1 });
    expect(await nextOf(line, 'problem')).to.include({ code: 'replayed' });
    send({ ...set, session: 'f'.repeat(32) });
    expect(await nextOf(line, 'problem')).to.include({ code: 'session' });
    send({ ...set, v: 2 });
    expect(await nextOf(line, 'problem')).to.include({ code: 'version' });
    expect(conversation.readonly).to.equal(false);
    send({ ...set, seq: 50 });
    await until(() => conversation.readonly, 'the setting');
    send({ ...set, seq: 50 });
    expect(await nextOf(line, 'problem')).to.include({ code: 'replayed' });
  });

  it('takes an answer to what it did not ask for nothing', async () => {
    const { frame, line, send } = await begun();
    send({ type: 'answer', id: 7, ok: true });
    send({ type: 'call', id: 1, method: 'flush' });
    expect((await nextOf(line, 'return'))['record']).to.include({ status: 'draft' });
    expect((await conversationIn(frame)).record?.status).to.equal('draft');
  });
});

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

describe('The page around a frame', () => {
  /** A frame that this test answers for, as a hostile page in it would. */
  async function handByHand(): Promise<{
    handle: EmbeddedConversation;
    heard: Heard;
    session: string;
    send: (parts: Message) => void;
    raw: (data: unknown) => void;
  }> {
    const { handle, heard } = await embedded({ src: pages.blank });
    const { port, data } = await new Promise<{ port: MessagePort; data: Message }>((done) => {
      handle.frame.addEventListener('load', () => {
        handle.frame.contentWindow?.addEventListener('message', ({ ports: [port], data }: MessageEvent<Message>) => {
          if (port) done({ port, data });
        });
      });
    });
    let seq = 0;
    const own = String(data['session']);
    const send = (parts: Message): void => {
      port.postMessage({ v: PROTOCOL, session: own, seq: ++seq, ...parts });
    };
    send({ type: 'ready', version: '0.1.0' });
    await handle.ready;
    return {
      handle,
      heard,
      session: own,
      send,
      raw: (message) => {
        port.postMessage(message);
      },
    };
  }

  const last = (heard: Heard): string | undefined => heard.details<ErrorDetail>('tp-error').at(-1)?.code;

  /** What has come of it, in the page. */
  const stateOf = (handle: EmbeddedConversation): readonly unknown[] => [
    handle.record,
    handle.frame.getAttribute('style'),
    handle.frame.src,
    document.title,
  ];

  it('makes up a session for each frame, which nobody can guess', async () => {
    const [one, two] = [await handByHand(), await handByHand()];
    expect(one.session).to.match(/^[0-9a-f]{32}$/);
    expect(two.session).to.not.equal(one.session);
  });

  it('refuses whatever is malformed, says so, and nothing changes', async () => {
    const { handle, heard, send, raw } = await handByHand();
    const before = stateOf(handle);
    const detail = { v: 1, source: 'user', record: { id: 'r-9', status: 'completed' } };
    const bad: readonly Message[] = [
      { type: 'size', height: '100vh' },
      { type: 'size', height: -5 },
      { type: 'size', height: 1e9 },
      { type: 'size', height: 10.5 },
      { type: 'ready' },
      { type: 'return', id: 1, record: 'r-9' },
      { type: 'problem', code: 'constructor' },
      { type: 'event', name: 'click', detail },
      { type: 'event', name: 'constructor', detail },
      { type: 'event', name: 'tp-before-answer-change', detail },
      { type: 'event', name: 'tp-record-change', detail },
      { type: 'event', name: 'tp-record-change', detail: { ...detail, v: 2, patch: [] } },
      { type: 'event', name: 'tp-record-change', detail: { ...detail, record: new Map(), patch: [] } },
      { type: 'event', name: 'tp-record-complete', detail },
      { type: 'event', name: 'tp-record-complete', detail, id: 0 },
      { type: 'event', name: 'tp-error', detail: { v: 1, code: 5 } },
      { type: 'set', settings: {} },
      ...fc.sample(fc.record({ type: fc.string(), id: fc.jsonValue(), detail: fc.jsonValue() }), 100),
    ];
    for (const [index, message] of bad.entries()) {
      send(message);
      await until(() => heard.events.length > index, JSON.stringify(message));
      expect(last(heard), JSON.stringify(message)).to.equal('frame-malformed');
    }
    raw('text');
    raw(new Map([['type', 'size']]));
    await until(() => heard.events.length === bad.length + 2, 'the last two');
    expect(stateOf(handle)).to.deep.equal(before);
    // The console is told once.
    expect(said.take()).to.have.lengthOf(1);
    send({ type: 'size', height: 321 });
    await until(() => handle.frame.style.height === '321px', 'it still listens');
    expect(new Set(heard.types)).to.deep.equal(new Set(['tp-error']));
  });

  it('refuses what was sent before, and what another session or another version sent', async () => {
    const { handle, heard, send } = await handByHand();
    send({ type: 'size', height: 300, seq: 40 });
    send({ type: 'size', height: 999, seq: 40 });
    await until(() => last(heard) === 'frame-replayed', 'the replay');
    send({ type: 'size', height: 999, seq: 41, session: 'f'.repeat(32) });
    await until(() => last(heard) === 'frame-session', 'the other session');
    send({ type: 'size', height: 999, seq: 41, v: 2 });
    await until(() => last(heard) === 'frame-version', 'the other version');
    expect(handle.frame.style.height).to.equal('300px');
    const [version] = heard.details<ErrorDetail>('tp-error').slice(-1);
    expect(version?.message).to.include('speaks another version');
    expect(version?.hint).to.include('from one release');
    expect(said.take()).to.have.lengthOf(3);
  });

  it('lets an answer to nothing be nothing', async () => {
    const { handle, heard, send } = await handByHand();
    send({ type: 'return', id: 77, record: { id: 'r-9' } });
    send({ type: 'size', height: 300 });
    await until(() => handle.frame.style.height === '300px', 'the next message');
    expect(handle.record).to.equal(undefined);
    expect(heard.types).to.deep.equal([]);
  });

  it('hears no message from window to window at all', async () => {
    const place = await mount('<div></div>');
    const { heard } = await handByHand();
    window.postMessage({ v: PROTOCOL, session, seq: 1, type: 'size', height: 999 }, location.origin);
    await new Promise((done) => {
      addEventListener('message', done, { once: true });
    });
    expect(heard.types).to.deep.equal([]);
    expect(place.childElementCount).to.equal(0);
  });

  it('shows the conversation though some of the first settings are wrong, takes the others and names these', async () => {
    const first = { record: fullRecord(), dir: 'rtl', presentation: 'large', theme: 'paper', innerHTML: '<b>' };
    const { handle, heard } = await embedded(first as never, location.origin);
    const conversation = await conversationIn(handle.frame);
    expect(conversation.record?.id).to.equal('r-1');
    expect(conversation.presentation).to.equal('all');
    const { dir, className } = inside(handle.frame).documentElement;
    expect([dir, className]).to.deep.equal(['rtl', '']);
    expect(conversation.querySelector('b')).to.equal(null);
    await until(() => heard.types.length === 3, 'the errors');
    expect(heard.details<ErrorDetail>('tp-error').map(({ code, where }) => [code, where])).to.deep.equal(
      ['presentation', 'theme', 'innerHTML'].map((name) => ['frame-setting', `Settings: ${name}`]),
    );
    expect(JSON.stringify(heard.details('tp-error'))).to.not.include('<b>');
    handle.set({ presentation: 'one-at-a-time' });
    await until(() => conversation.presentation === 'one-at-a-time', 'the setting, mended');
    expect(heard.types).to.have.lengthOf(3);
  });

  it('keeps no setting that the frame has refused, and tells the others anew when the frame is loaded anew', async () => {
    const { handle, heard } = await embedded({ record: fullRecord() }, location.origin);
    // What is set before the frame has answered is refused by itself, too.
    handle.set({ presentation: 'large' as never });
    await handle.ready;
    await until(() => last(heard) === 'frame-malformed', 'the first refusal');
    handle.set({ locale: 'en-GB', dir: 'rtl' });
    handle.set({ dir: 'up' as never, theme: { scheme: 'dark' } });
    handle.set({ theme: { scheme: 'light dark' } });
    await until(() => heard.types.filter((type) => type === 'tp-error').length === 2, 'the second refusal');
    await handle.flush();
    const shownIn = async (): Promise<readonly unknown[]> => {
      const { record } = await conversationIn(handle.frame);
      const { dir, style } = inside(handle.frame).documentElement;
      return [record?.id, dir, style.colorScheme];
    };
    const before = ['r-1', 'rtl', 'light dark'];
    expect(await shownIn()).to.deep.equal(before);
    const again = new Promise((done) => {
      handle.frame.addEventListener('load', done, { once: true });
    });
    // Set and moved in one go: the frame has not taken it yet when it is loaded anew.
    handle.set({ readonly: true });
    const { parentElement } = handle.frame;
    handle.frame.remove();
    parentElement?.append(handle.frame);
    await again;
    const conversation = await conversationIn(handle.frame);
    await until(() => conversation.readonly, 'what was set last');
    expect(await shownIn()).to.deep.equal(before);
    expect(heard.types).to.deep.equal(['tp-error', 'tp-error']);
    expect(said.take()).to.have.lengthOf.at.most(1);
  });
});
