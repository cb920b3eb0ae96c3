import type { ScaleAnswer } from '../../schema/answer.js';
import type { OutcomeReference } from '../../schema/record.js';
import type { ScaleValue } from '../../schema/scale.js';
import { linkOf, type Field, type Fields } from './fields.js';
import { reasonOf } from './systems.js';
import type { ResponseAnswer, ResponseItem } from './types.js';
import { valueIn, WORKER } from './write.js';

type Part = Readonly<Record<string, unknown>>;

export interface Reading {
  /** The scales of the record that is read. They are read first, because a code alone does not say whether it was a number. */
  readonly scales: readonly Part[];
  /** Is told of an item that has no place in a record, by its linkId. */
  readonly unknown: (linkId: string) => void;
}

const answersOf = (items: readonly ResponseItem[]): readonly ResponseAnswer[] =>
  items.flatMap(({ answer }) => answer ?? []);
const inside = (items: readonly ResponseItem[], linkId: string): ResponseItem[] =>
  items.filter((one) => one.linkId === linkId);

const json = (text: string | undefined): unknown => {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
};

const writtenIn = ({ _valueDate }: ResponseAnswer): string | undefined => _valueDate?.extension?.[0]?.valueString;

function primitive({ type }: Field, answer: ResponseAnswer): unknown {
  switch (type) {
    case 'boolean':
      return answer.valueBoolean;
    case 'integer':
      return answer.valueInteger;
    case 'date':
      return answer.valueDate ?? writtenIn(answer);
    case 'time':
      return answer.valueTime?.slice(0, 5);
    case 'json':
      return json(answer.valueString);
    case 'choice':
      return answer.valueCoding?.code;
    default:
      return answer.valueString;
  }
}

function readAnswer(reading: Reading, link: string, items: readonly ResponseItem[], ref: unknown): ScaleAnswer {
  const of = (name: string): ResponseAnswer | undefined => answersOf(inside(items, `${link}.${name}`))[0];
  const given = of('value')?.valueCoding?.code === undefined ? (of('other') ?? of('value')) : of('value');
  const code = given?.valueCoding?.code;
  const isAnswered = code !== undefined || given?.valueString !== undefined;
  const absent = reasonOf(of('absent')?.valueCoding?.code);
  if (isAnswered && absent) reading.unknown(`${link}.absent`);
  const reason = absent ?? reasonOf(of('value')?.valueCoding?.extension?.[0]?.valueCode);
  if (!isAnswered) {
    const note = of('absent-note')?.valueString;
    return reason ? { kind: 'no-answer', reason, ...(note !== undefined && { note }) } : { kind: 'unanswered' };
  }
  if (code === undefined) return { kind: 'answered', value: json(given?.valueString) as ScaleValue };
  const { id, version } = ref as { id: string; version: string };
  const points = reading.scales.find((scale) => scale['id'] === id && scale['version'] === version)?.['points'];
  const point = (points as readonly { value: ScaleValue }[] | undefined)?.find(({ value }) => String(value) === code);
  return { kind: 'answered', value: point ? point.value : code };
}

/** The id and the version of what is named as `id@version`. */
function named(text: string | undefined): { id: string; version: string } {
  const [id = '', version = ''] = text?.split('@') ?? [];
  return { id, version };
}

function readOutcome(link: string, items: readonly ResponseItem[]): OutcomeReference {
  const of = (name: string): ResponseAnswer | undefined => answersOf(inside(items, `${link}.${name}`))[0];
  const outcome = of('code')?.valueCoding;
  const category = of('category')?.valueCoding;
  const { id, version } = named(of('framework')?.valueString);
  return {
    framework: id,
    frameworkVersion: version,
    id: outcome?.code ?? '',
    name: outcome?.display ?? '',
    ...(category && { category: { id: category.code ?? '', label: category.display ?? '' } }),
  };
}

function fieldValue(reading: Reading, link: string, field: Field, items: readonly ResponseItem[], read: Part): unknown {
  const { fields, type, list, needed } = field;
  const values = ((): readonly unknown[] => {
    if (fields) return items.map((one) => readPart(reading, link, fields, one.item ?? []));
    const answers = answersOf(items);
    switch (type) {
      case 'outcome':
        return items.map((one) => readOutcome(link, one.item ?? []));
      case 'answer':
        return (items.length > 0 || !needed ? items : [{ linkId: link }]).map(({ item = [] }: ResponseItem) =>
          readAnswer(reading, link, item, read['scale']),
        );
      case 'scale':
        return answers.map(({ valueString }) => named(valueString));
      case 'shown':
        return answers.flatMap(({ valueString }) => {
          const [value, words] = json(valueString) as [ScaleValue | null, string];
          return value === valueIn(read) ? [words] : [];
        });
      case 'sharing': {
        const codes = answers.map(({ valueCoding }) => valueCoding?.code);
        return codes.length > 0 ? [codes.filter((code) => code !== WORKER)] : [];
      }
      default:
        return answers.map((answer) => primitive(field, answer)).filter((value) => value !== undefined);
    }
  })();
  if (list) return values.length > 0 || needed ? values : undefined;
  return values[0] ?? (needed && (type === 'text' || type === 'string') ? '' : undefined);
}

/** A part of the record out of its items. What an item says that no table knows is told to `unknown`, and left out. */
export function readPart(reading: Reading, link: string, fields: Fields, items: readonly ResponseItem[]): Part {
  const part: Record<string, unknown> = {};
  const links = new Set<string>();
  for (const [name, field] of Object.entries(fields)) {
    const own = `${link}.${linkOf(name, field)}`;
    links.add(own);
    const value = fieldValue(reading, own, field, inside(items, own), part);
    if (value !== undefined) part[name] = value;
  }
  for (const { linkId } of items) if (!links.has(linkId)) reading.unknown(linkId);
  return part;
}
