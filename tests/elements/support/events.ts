import { expect } from '@open-wc/testing';
import type * as z from 'zod/mini';
import {
  answerChangeDetail,
  concernDetail,
  draftDetail,
  conflictSettleDetail,
  errorDetail,
  recordChangeDetail,
  recordCompleteDetail,
  recordConflictDetail,
} from '../../../src/schema/events.js';

/** What a field says of one change, in this order. */
export const CHANGE = ['input', 'change', 'tp-answer-change'] as const;

export const TP_EVENTS = [
  'tp-answer-change',
  'tp-before-answer-change',
  'tp-record-change',
  'tp-before-record-complete',
  'tp-record-complete',
  'tp-record-conflict',
  'tp-conflict-settle',
  'tp-concern',
  'tp-error',
] as const;

export interface Heard {
  /** The types of what was heard, in order. */
  readonly types: readonly string[];
  readonly events: readonly Event[];
  /** The details of one type. */
  details<T = Record<string, unknown>>(type: string): readonly T[];
  clear(): void;
}

/** Listens from now on. On `document` it hears what crosses every shadow root. */
export function listen(target: EventTarget, types: readonly string[] = [...CHANGE]): Heard {
  const events: Event[] = [];
  for (const type of types)
    target.addEventListener(type, (event) => {
      events.push(event);
    });
  return {
    get types() {
      return events.map(({ type }) => type);
    },
    events,
    details: (type: string) =>
      events.filter((event) => event.type === type).map((event) => (event as CustomEvent<never>).detail),
    clear: () => {
      events.length = 0;
    },
  };
}

const schemas: Readonly<Record<string, z.ZodMiniType>> = {
  'tp-answer-change': answerChangeDetail,
  'tp-before-answer-change': answerChangeDetail,
  'tp-record-change': recordChangeDetail,
  'tp-before-record-complete': recordCompleteDetail,
  'tp-record-complete': recordCompleteDetail,
  'tp-record-conflict': recordConflictDetail,
  'tp-conflict-settle': conflictSettleDetail,
  'tp-draft-save': draftDetail,
  'tp-draft-restore': draftDetail,
  'tp-concern': concernDetail,
  'tp-error': errorDetail,
};

function expectFrozen(value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null) return;
  expect(Object.isFrozen(value), `${path} is frozen`).to.equal(true);
  for (const [key, part] of Object.entries(value)) expectFrozen(part, `${path}.${key}`);
}

/** What holds for every event of the library. */
export function expectGoodShape(event: Event): void {
  const { type, detail } = event as CustomEvent<unknown>;
  expect(event.bubbles, `${type} bubbles`).to.equal(true);
  expect(event.composed, `${type} crosses shadow roots`).to.equal(true);
  expect(event.cancelable, `${type} can be vetoed`).to.equal(type.startsWith('tp-before-'));
  expectFrozen(detail, `${type}.detail`);
  expect(JSON.parse(JSON.stringify(detail)), `${type} as JSON`).to.deep.equal(detail);
  expect(structuredClone(detail), `${type} as a clone`).to.deep.equal(detail);
  const parsed = schemas[type]?.safeParse(detail);
  expect(parsed?.success, `${type}: ${JSON.stringify(parsed?.error?.issues)}`).to.equal(true);
}

export type Veto = () => void;

/** Vetoes every change from now on, until it is called off. */
export function vetoAll(target: EventTarget, type = 'tp-before-answer-change'): Veto {
  const stop = (event: Event): void => {
    event.preventDefault();
  };
  target.addEventListener(type, stop);
  return () => {
    target.removeEventListener(type, stop);
  };
}
