import { SCHEMA_VERSION } from '../schema/codes.js';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Each object of a list, changed. What has another shape goes on as it is, so that it is refused with its place and not lost. */
const eachOf = (value: unknown, change: (item: Json) => Json): unknown =>
  Array.isArray(value) ? value.map((item: unknown) => (isObject(item) ? change(item) : item)) : value;

/**
 * 0.9, the shape of the pilots: a rating held `value`, or `noAnswer`, beside each other, and the day was `conversation.date`.
 * 1.0 holds one tagged answer, so that 0 and "I'd rather not say" cannot be confused, and the day as `conversationAt`.
 */
function from09({ conversation, entries, ...record }: Json): Json {
  const { date, ...how } = isObject(conversation) ? conversation : {};
  const rating = ({ value, noAnswer, ...rest }: Json): Json => ({
    ...rest,
    answer:
      noAnswer !== undefined && noAnswer !== null
        ? { kind: 'no-answer', ...(isObject(noAnswer) ? noAnswer : { reason: noAnswer }) }
        : value !== undefined && value !== null
          ? { kind: 'answered', value }
          : { kind: 'unanswered' },
  });
  return {
    ...record,
    schemaVersion: '1.0',
    ...(date !== undefined && { conversationAt: date }),
    conversation: isObject(conversation) ? how : (conversation ?? {}),
    entries: eachOf(entries ?? [], (entry) => ({
      ...entry,
      ...(entry['ratings'] !== undefined && { ratings: eachOf(entry['ratings'], rating) }),
    })),
  };
}

/** From each older version to the next. A step stays for ever, with a golden file that tests it. */
const steps: ReadonlyMap<string, (record: Json) => Json> = new Map([['0.9', from09]]);

/** Brings a record of an older version up to this one, step by step. Pure; a record that is not older comes back as it is. */
export function upcast(record: Json): Json {
  const step = record['schemaVersion'] === SCHEMA_VERSION ? undefined : steps.get(String(record['schemaVersion']));
  return step ? upcast(step(record)) : record;
}
