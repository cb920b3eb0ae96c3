import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Line, PROTOCOL, refusalOf, REFUSALS, type Message, type Refusal } from '../../src/frame/messages.js';
import { FROM_FRAME, FROM_HOST } from '../../src/frame/shapes.js';

const session = 'ab'.repeat(16);
const envelope = (seq: number, parts: Message): Message => ({ ...parts, v: PROTOCOL, session, seq });
const record = { id: 'r-1', status: 'draft' };

const id = fc.integer({ min: 1, max: 1e6 });
const detail = (parts: Message) => fc.constant({ v: 1, source: 'user', ...parts });

/** Every message that the page around may send, as it is meant. */
const fromHost: fc.Arbitrary<Message> = fc.oneof(
  fc.record({
    type: fc.constant('set'),
    settings: fc.record(
      {
        framework: fc.constantFrom('talking-points-community', { id: 'garden' }),
        record: fc.constant(record),
        readonly: fc.boolean(),
        presentation: fc.constantFrom('all', 'one-at-a-time'),
        locale: fc.constantFrom('gd', undefined),
        dir: fc.constantFrom('ltr', 'rtl'),
        theme: fc.record(
          {
            name: fc.constantFrom('paper', 'high-contrast'),
            scheme: fc.constantFrom('dark', 'light', 'light dark'),
            tokens: fc.constant({ '--tp-color-accent': '#234' }),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ type: fc.constant('call'), id, method: fc.constantFrom('complete', 'flush', 'focus') }),
  fc.record({ type: fc.constant('call'), id, method: fc.constant('amend'), reason: fc.string() }),
  fc.record({ type: fc.constant('answer'), id, ok: fc.constant(true) }),
  fc.record({ type: fc.constant('answer'), id, ok: fc.constant(false), error: fc.record({ message: fc.string() }) }),
);

/** Every message that the frame may send, as it is meant. */
const fromFrame: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ type: fc.constant('ready'), version: fc.constant('0.1.0') }),
  fc.record({ type: fc.constant('size'), height: fc.integer({ min: 1, max: 99_999 }) }),
  fc.record({ type: fc.constant('return'), id, record: fc.constantFrom(record, undefined) }),
  fc.record({ type: fc.constant('problem'), code: fc.constantFrom(...REFUSALS) }),
  fc.record({
    type: fc.constant('event'),
    name: fc.constant('tp-record-change'),
    detail: detail({ record, patch: [] }),
  }),
  fc.record({
    type: fc.constant('event'),
    name: fc.constantFrom('tp-record-complete', 'tp-before-record-complete'),
    detail: detail({ record }),
    id,
  }),
  fc.record({
    type: fc.constant('event'),
    name: fc.constant('tp-answer-change'),
    detail: detail({ path: ['digging'], answer: { kind: 'unanswered' } }),
  }),
  fc.record({
    type: fc.constant('event'),
    name: fc.constant('tp-record-conflict'),
    detail: detail({ mine: record, theirs: record }),
  }),
  fc.record({
    type: fc.constant('event'),
    name: fc.constant('tp-conflict-settle'),
    detail: detail({ record, dropped: [] }),
  }),
  fc.record({ type: fc.constant('event'), name: fc.constant('tp-concern'), detail: detail({}) }),
  fc.record({
    type: fc.constant('event'),
    name: fc.constant('tp-error'),
    detail: detail({ code: 'a', severity: 'error', message: 'b', where: 'c', hint: 'd' }),
  }),
);

const sides = [
  ['the page around', fromHost.map((message) => structuredClone(message)), FROM_HOST],
  ['the frame', fromFrame.map((message) => structuredClone(message)), FROM_FRAME],
] as const;

/** What no part of a message ever is. */
const nonsense = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    Number.NaN,
    -1,
    0.5,
    Number.POSITIVE_INFINITY,
    [],
    () => undefined,
    Symbol('a'),
    10n ** 30n,
  ),
  fc.constantFrom<unknown>(new Map(), new Date(0), new Set([1]), new Uint8Array(2), /a/, new Error('a')),
);

describe.each(sides)('The messages from %s', (_side, good, shapes) => {
  it('are listened to as they are meant', () => {
    fc.assert(
      fc.property(good, fc.nat(1e6), (parts, last) => {
        expect(refusalOf(envelope(last + 1, parts), session, last, shapes)).toBe(undefined);
      }),
    );
  });

  it('are refused when they are anything at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything({ withMap: true, withDate: true, withNullPrototype: true }), nonsense),
        (data) => {
          expect(REFUSALS).toContain(refusalOf(data, session, 0, shapes));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are refused when one part is missing or is nonsense', () => {
    fc.assert(
      fc.property(good, nonsense, fc.nat(), (parts, value, which) => {
        const message = envelope(1, parts);
        const names = Object.keys(message);
        const name = names[which % names.length] ?? '';
        const { [name]: _left, ...without } = message;
        expect(REFUSALS).toContain(refusalOf({ ...message, [name]: value }, session, 0, shapes));
        // There may be no record to hand back.
        if (name !== 'record') expect(REFUSALS).toContain(refusalOf(without, session, 0, shapes));
      }),
      { numRuns: 2000 },
    );
  });

  it('are refused in another version, in another session, and a second time', () => {
    fc.assert(
      fc.property(good, fc.integer({ min: 2, max: 99 }), fc.nat(1e6), fc.nat(1e6), (parts, version, last, more) => {
        const message = envelope(last + 1, parts);
        expect(refusalOf({ ...message, v: version }, session, last, shapes)).toBe('version');
        expect(refusalOf({ ...message, session: 'cd'.repeat(16) }, session, last, shapes)).toBe('session');
        expect(refusalOf(message, session, last + 1 + more, shapes)).toBe('replayed');
      }),
    );
  });

  it('have no type that an object inherits', () => {
    for (const type of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
      expect(refusalOf(envelope(1, { type }), session, 0, shapes)).toBe('malformed');
  });
});

describe('Settings', () => {
  const refused: readonly object[] = [
    { unknown: 1 },
    JSON.parse('{"__proto__":{"readonly":true}}') as object,
    { constructor: 'x' },
    { clock: 'now' },
    { readonly: 'yes' },
    { presentation: 'sideways' },
    { locale: 5 },
    { dir: 'up' },
    { theme: 'paper' },
    { theme: { name: 'none' } },
    { theme: { scheme: 'only light' } },
    { theme: { tokens: { color: 'red' } } },
    { theme: { tokens: { '--tp-color-text': 5 } } },
    { theme: { tokens: { '--tp-a;b': 'red' } } },
    { record: {}, innerHTML: '<b>' },
  ];
  it.each(refused.map((settings) => [JSON.stringify(settings), settings] as const))(
    'are refused as a whole: %s',
    (_, settings) => {
      expect(refusalOf(envelope(1, { type: 'set', settings }), session, 0, FROM_HOST)).toBe('malformed');
    },
  );
});

describe('A line', () => {
  /** What one end hears and refuses of what is put into the other by hand. */
  async function hears(sent: readonly unknown[]): Promise<{ heard: readonly unknown[]; refused: readonly Refusal[] }> {
    const { port1, port2 } = new MessageChannel();
    const heard: unknown[] = [];
    const refused: Refusal[] = [];
    const last = Promise.withResolvers<undefined>();
    const count = (): void => {
      if (heard.length + refused.length === sent.length) last.resolve(undefined);
    };
    new Line(
      port1,
      session,
      FROM_FRAME,
      ({ height }) => {
        heard.push(height);
        count();
      },
      (refusal) => {
        refused.push(refusal);
        count();
      },
    );
    for (const one of sent) port2.postMessage(one);
    await last.promise;
    port2.close();
    port1.close();
    return { heard, refused };
  }

  const size = (seq: number): Message => envelope(seq, { type: 'size', height: seq });

  it('hears each message once, however often and in whatever order it is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 20 }), async (numbers) => {
        const { heard, refused } = await hears(numbers.map(size));
        const growing = numbers.filter((number, index) => numbers.slice(0, index).every((before) => before < number));
        expect(heard).toEqual(growing);
        expect(refused).toEqual(Array(numbers.length - growing.length).fill('replayed'));
      }),
      { numRuns: 50 },
    );
  });

  it('goes on with the next good message after any number of bad ones', async () => {
    const bad = [envelope(9, { type: 'size', height: 'tall' }), 'text', null, { ...size(9), session: '' }, new Map()];
    const { heard, refused } = await hears([size(1), ...bad, size(2)]);
    expect(heard).toEqual([1, 2]);
    expect(refused).toEqual(['malformed', 'malformed', 'malformed', 'session', 'malformed']);
  });

  it('numbers what it sends, and says whose it is', async () => {
    const { port1, port2 } = new MessageChannel();
    const got: unknown[] = [];
    const second = Promise.withResolvers<undefined>();
    port2.onmessage = ({ data }: MessageEvent<unknown>) => {
      got.push(data);
      if (got.length === 2) second.resolve(undefined);
    };
    const line = new Line(
      port1,
      session,
      {},
      () => undefined,
      () => undefined,
    );
    line.send('ready', { version: '1' });
    // Nobody's part takes the place of what the line says.
    line.send('size', { height: 5, seq: 99, session: 'x', v: 7, type: 'y' });
    await second.promise;
    line.close();
    port2.close();
    expect(got).toEqual([envelope(1, { type: 'ready', version: '1' }), envelope(2, { type: 'size', height: 5 })]);
  });
});
