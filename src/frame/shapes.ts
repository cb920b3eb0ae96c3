import { isId, isPlain, isText, REFUSALS, type Message, type Refusal, type Shapes } from './messages.js';
import { areSettings } from './settings.js';

/** What the page around the frame may say. */
export const FROM_HOST: Shapes = {
  set: ({ id, settings }) => (id === undefined || isId(id)) && areSettings(settings),
  call: ({ id, method, reason }) =>
    isId(id) &&
    (method === 'complete' || method === 'flush' || method === 'focus' || (method === 'amend' && isText(reason))),
  answer: ({ id, ok, error }) =>
    isId(id) && typeof ok === 'boolean' && (ok || (isPlain(error) && isText(error['message']))),
};

const isDetail = (detail: unknown): detail is Message => isPlain(detail) && detail['v'] === 1;
const withRecord = (detail: Message): boolean => isPlain(detail['record']) && isText(detail['record']['id']);

/** The events by name: what their detail has to hold. */
const EVENTS: Shapes = {
  'tp-answer-change': ({ path, answer }) => Array.isArray(path) && isPlain(answer),
  'tp-record-change': (detail) => withRecord(detail) && Array.isArray(detail['patch']),
  'tp-before-record-complete': withRecord,
  'tp-record-complete': withRecord,
  'tp-record-conflict': ({ mine, theirs }) => isPlain(mine) && isPlain(theirs),
  'tp-conflict-settle': withRecord,
  'tp-concern': () => true,
  'tp-error': ({ code, message, where, hint }) => [code, message, where, hint].every(isText),
};

/** An answer is waited for. */
const asks = (name: string): boolean => name.endsWith('complete');

/** What the frame may say. */
export const FROM_FRAME: Shapes = {
  ready: ({ version }) => isText(version),
  size: ({ height }) => isId(height) && height < 100_000,
  return: ({ id, record }) => isId(id) && (record === undefined || isPlain(record)),
  problem: ({ code, id }) => REFUSALS.includes(code as Refusal) && (id === undefined || isId(id)),
  event: ({ name, detail, id }) => {
    if (!isText(name) || !Object.hasOwn(EVENTS, name) || !isDetail(detail)) return false;
    return !!EVENTS[name]?.(detail) && (asks(name) ? isId(id) : id === undefined);
  },
};
