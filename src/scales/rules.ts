import { AGGREGATES, DIRECTIONS, PERSPECTIVES, SCALE_KINDS, SCALE_PRESENTATIONS } from '../schema/codes.js';
import { scaleProblems, unsafeProblems, type Problem } from '../schema/rules.js';

/** A test of one field, and how to mend it. */
type Rule = readonly [test: (value: unknown) => boolean, hint: string];
type Rules = Readonly<Record<string, Rule>>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const matching = (pattern: RegExp, hint: string): Rule => [(v) => typeof v === 'string' && pattern.test(v), hint];
const oneOf = (codes: readonly unknown[]): Rule => [(v) => codes.includes(v), `Use one of: ${codes.join(', ')}.`];
const listOf = ([test, hint]: Rule): Rule => [(v) => Array.isArray(v) && v.every(test), `Make it a list. ${hint}`];
const optional = ([test, hint]: Rule): Rule => [(v) => v === undefined || test(v), `${hint} Or leave it out.`];

const text: Rule = [(v) => typeof v === 'string', 'Make it text.'];
const label = matching(/\S/, 'Make it a short text.');
const group: Rule = [isObject, 'Make it an object.'];

const scaleRules: Rules = {
  id: matching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/, 'Use letters, digits, dots, colons and dashes.'),
  version: matching(/^\d{1,6}(\.\d{1,6}){0,2}$/, 'Write it as "1", "1.2" or "1.2.3".'),
  kind: oneOf(SCALE_KINDS),
  direction: oneOf(DIRECTIONS),
  language: optional(matching(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'Use a language tag such as "en-GB".')),
  question: optional(text),
  anchors: optional(group),
  presentation: optional(oneOf(SCALE_PRESENTATIONS)),
  aggregate: optional(oneOf(AGGREGATES)),
  comparableWith: optional(listOf(text)),
  reliableChange: optional(group),
  perspectives: optional(listOf(oneOf(PERSPECTIVES))),
  licence: optional(group),
};

const pointRules: Rules = {
  value: [
    (v) => typeof v === 'number' || /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(String(v)),
    'Use a number or a code.',
  ],
  shortLabel: optional(label),
  easyLabel: optional(label),
  description: optional(text),
};

const anchorRules: Rules = { first: label, last: label };

const reliableChangeRules: Rules = { atLeast: [Number.isFinite, 'Make it a number.'], source: text };

const licenceRules: Rules = {
  holder: label,
  notice: label,
  reference: optional(text),
  evidence: optional(text),
  locked: optional([(v) => typeof v === 'boolean', 'Make it true or false.']),
};

const broken = (rules: Rules, value: unknown, at: string): Problem[] =>
  isObject(value)
    ? Object.entries(rules).flatMap(([key, [test, hint]]) =>
        test(value[key])
          ? []
          : [
              {
                code: 'scale-invalid',
                path: `${at}/${key}`,
                message: `"${key}" is missing, or is not what it has to be.`,
                hint,
              },
            ],
      )
    : [];

/**
 * All that keeps a scale from being stored, without zod. A record keeps every scale that it used, so a scale that the published JSON Schema
 * refuses would later make a host refuse a whole conversation: better to refuse the scale on the day it is registered. A test holds
 * this and `parseScale` to the same verdict.
 */
export function registrationProblems(input: unknown): readonly Problem[] {
  const unsafe = unsafeProblems(input);
  if (unsafe.length > 0) return unsafe;
  const unusable = scaleProblems(input);
  if (unusable.length > 0 || !isObject(input)) return unusable;
  const { points, anchors, reliableChange, licence } = input;
  return [
    ...broken(scaleRules, input, ''),
    ...(points as readonly unknown[]).flatMap((point, index) => broken(pointRules, point, `/points/${index}`)),
    ...broken(anchorRules, anchors, '/anchors'),
    ...broken(reliableChangeRules, reliableChange, '/reliableChange'),
    ...broken(licenceRules, licence, '/licence'),
  ];
}
