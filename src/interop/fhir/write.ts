import type { ScaleAnswer } from '../../schema/answer.js';
import type { OutcomeRecord, OutcomeReference } from '../../schema/record.js';
import type { RatingScale, ScaleValue } from '../../schema/scale.js';
import { ordinalOf } from '../answers.js';
import { linkOf, type Field, type Fields } from './fields.js';
import { absentCoding, absentExtension, canonical, codeOf, isDate, says, some, URLS } from './systems.js';
import type { Coding, ResponseAnswer, ResponseItem } from './types.js';

export interface Writing {
  readonly base: string;
  readonly scales: OutcomeRecord['scales'];
  /** Whether the form offers a scale at the place that is being written. */
  readonly offers: (scale: { readonly id: string }) => boolean;
}

/** A value as a code of its scale; undefined where the scale has no such point, or two with the same code. */
export function valueCoding(base: string, scale: RatingScale | undefined, value: ScaleValue): Coding | undefined {
  const [point, ...others] = scale?.points.filter((one) => String(one.value) === String(value)) ?? [];
  if (!scale || point?.value !== value || others.length > 0) return undefined;
  const ordinal = ordinalOf(scale, value);
  return {
    extension: ordinal === undefined ? undefined : [{ url: URLS.ordinalValue, valueDecimal: ordinal }],
    system: canonical(base, 'CodeSystem', 'scale', scale.id),
    version: scale.version,
    code: String(value),
    display: point.label,
  };
}

/** An outcome of a framework, and its category, as codes with the names of the day. */
export const outcomeCoding = (base: string, { framework, frameworkVersion, id, name }: OutcomeReference): Coding => ({
  system: canonical(base, 'CodeSystem', 'framework', framework),
  version: frameworkVersion,
  code: id,
  display: name,
});

/** A date that the calendar does not have is no date of FHIR's. It stays as it was written, beside the place where the date would be. */
export const AS_WRITTEN = 'as-written';
const asWritten = (base: string, written: string) => ({
  extension: [{ url: canonical(base, 'StructureDefinition', AS_WRITTEN), valueString: written }],
});

/** What a rating's answer is, in a form that JSON has. */
export const valueIn = ({ answer }: Readonly<Record<string, unknown>>): ScaleValue | null => {
  const given = answer as ScaleAnswer;
  return given.kind === 'answered' ? given.value : null;
};

/** An item that holds one answer after another. */
const item = (linkId: string, text: string, answer: ResponseAnswer[]): ResponseItem[] =>
  answer.length > 0 ? [{ linkId, text, answer }] : [];

function answerItems(
  writing: Writing,
  link: string,
  label: string,
  answer: ScaleAnswer,
  ref: { id: string; version: string },
): ResponseItem[] {
  if (answer.kind === 'unanswered') return [];
  if (answer.kind === 'no-answer')
    return [
      // Twice, because form renderers drop the extension and some systems know nothing else.
      ...item(`${link}.value`, label, [{ valueCoding: { extension: [absentExtension(answer.reason)] } }]),
      ...item(`${link}.absent`, 'Why there is no answer', [{ valueCoding: absentCoding(answer.reason) }]),
      ...item(`${link}.absent-note`, 'More about that', says(answer.note) ? [{ valueString: answer.note }] : []),
    ];
  const scale = writing.scales.find(({ id, version }) => id === ref.id && version === ref.version);
  const coding = valueCoding(writing.base, scale, answer.value);
  if (coding && writing.offers(ref)) return item(`${link}.value`, label, [{ valueCoding: coding }]);
  // As JSON, so that the number 1 and the code "1" stay apart.
  const other = coding ? { valueCoding: coding } : { valueString: JSON.stringify(answer.value) };
  return item(`${link}.other`, label, [other]);
}

/** Stands for the empty list of audiences, which is not "nothing said": it keeps a part with the worker. */
export const WORKER = 'worker';
export const audienceCoding = (base: string, code: string): Coding => ({
  ...codeOf(base, 'audience', code),
  ...(code === WORKER && { display: 'The worker alone' }),
});

function primitive({ base }: Writing, field: Field, value: unknown): ResponseAnswer[] {
  switch (field.type) {
    case 'boolean':
      return [{ valueBoolean: value as boolean }];
    case 'integer':
      return [{ valueInteger: value as number }];
    case 'date':
      return [
        isDate(value as string) ? { valueDate: value as string } : { _valueDate: asWritten(base, value as string) },
      ];
    case 'time':
      return [{ valueTime: `${value as string}:00` }];
    case 'json':
      return [{ valueString: JSON.stringify(value) }];
    case 'choice':
      return field.codes ? [{ valueCoding: codeOf(base, field.codes, value as string) }] : [];
    default:
      return says(value as string) ? [{ valueString: value as string }] : [];
  }
}

function fieldItems(
  writing: Writing,
  link: string,
  field: Field,
  value: unknown,
  part: Readonly<Record<string, unknown>>,
): ResponseItem[] {
  const { label, fields, list } = field;
  const { base } = writing;
  const values = list ? (value as readonly unknown[]) : [value];
  if (fields)
    return values.map((one) => {
      const item = partItems(writing, link, fields, one as Readonly<Record<string, unknown>>);
      return { linkId: link, text: label, item: some(item) };
    });
  switch (field.type) {
    case 'scale': {
      const { id, version } = value as { id: string; version: string };
      return item(link, label, [{ valueString: `${id}@${version}` }]);
    }
    case 'shown':
      // With the value that it was shown for: whoever changes the answer in another system knows nothing of these words.
      return item(link, label, [{ valueString: JSON.stringify([valueIn(part), value]) }]);
    case 'answer': {
      const ref = part['scale'] as { id: string; version: string };
      const items = answerItems(writing, link, label, value as ScaleAnswer, ref);
      return [{ linkId: link, text: label, item: some(items) }];
    }
    case 'sharing': {
      const audiences = value as readonly string[];
      return item(
        link,
        label,
        (some(audiences) ?? [WORKER]).map((code) => ({ valueCoding: audienceCoding(base, code) })),
      );
    }
    case 'outcome':
      return (values as readonly OutcomeReference[]).map((reference) => {
        const { category, framework, frameworkVersion } = reference;
        const system = canonical(base, 'CodeSystem', 'category', framework);
        return {
          linkId: link,
          text: reference.name,
          item: [
            ...item(`${link}.code`, label, [{ valueCoding: outcomeCoding(base, reference) }]),
            // Form renderers drop the version of a code.
            ...item(`${link}.framework`, 'Framework', [{ valueString: `${framework}@${frameworkVersion}` }]),
            ...item(
              `${link}.category`,
              'Category',
              category ? [{ valueCoding: { system, code: category.id, display: category.label } }] : [],
            ),
          ],
        };
      });
    default:
      return item(
        link,
        label,
        values.flatMap((one) => primitive(writing, field, one)),
      );
  }
}

/** The items of a part of the record, in the order of its table. */
export const partItems = (
  writing: Writing,
  link: string,
  fields: Fields,
  part: Readonly<Record<string, unknown>>,
): ResponseItem[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    part[name] === undefined ? [] : fieldItems(writing, `${link}.${linkOf(name, field)}`, field, part[name], part),
  );
