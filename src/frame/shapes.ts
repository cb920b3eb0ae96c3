import { isId, isPlain, isText, REFUSALS, type Message, type Refusal, type Shapes } from './messages.js';
import { areSettings } from './settings.js';

/** What the page around the frame may say. */
export const FROM_HOST: Shapes = {
  set: ({ settings }) => areSettings(settings),
  call: ({ id, method, reason }) =>
    isId(id) &&
    (method === 'complete' || method === 'flush' || method === 'focus' || (method === 'amend' && isText(reason))),
  answer: ({ id, ok, error }) =>
    isId(id) && typeof ok === 'boolean' && (ok || (isPlain(error) && isText(error['message']))),
};

const isDetail = (detail: unknown): detail is Message => isPlain(detail) && detail['v'] === 1;
const withRecord = (detail: Message): boolean => isPlain(detail['record']) && isText(detail['record']['id']);

/** The events by name: what their detail has to hold, and whether an answer is waited for. */
const EVENTS: Readonly<Record<string, { fits: (detail: Message) => boolean; asks?: boolean }>> = {
  'tp-answer-change': { fits: ({ path, answer }) => Array.isArray(path) && isPlain(answer) },
  'tp-record-change': { fits: (detail) => withRecord(detail) && Array.isArray(detail['patch']) },
  'tp-before-record-complete': { fits: withRecord, asks: true },
  'tp-record-complete': { fits: withRecord, asks: true },
  'tp-record-conflict': { fits: ({ mine, theirs }) => isPlain(mine) && isPlain(theirs) },
  'tp-conflict-settle': { fits: withRecord },
  'tp-concern': { fits: () => true },
  'tp-error': { fits: ({ code, message, where, hint }) => [code, message, where, hint].every(isText) },
};

/** What the frame may say. */
export const FROM_FRAME: Shapes = {
  ready: ({ version }) => isText(version),
  size: ({ height }) => isId(height) && height < 100_000,
  return: ({ id, record }) => isId(id) && (record === undefined || isPlain(record)),
  problem: ({ code }) => REFUSALS.includes(code as Refusal),
  event: ({ name, detail, id }) => {
    const event = isText(name) && Object.hasOwn(EVENTS, name) ? EVENTS[name] : undefined;
    return !!event && isDetail(detail) && event.fits(detail) && (event.asks ? isId(id) : id === undefined);
  },
};
