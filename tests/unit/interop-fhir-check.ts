import type {
  Questionnaire,
  QuestionnaireItem,
  QuestionnaireResponse,
  ResponseAnswer,
  ResponseItem,
} from '../../src/interop/fhir/index.js';
import { knownOnly } from '../../src/schema/known.js';
import { outcomeRecord, type OutcomeRecord } from '../../src/schema/record.js';

const valueNames: Readonly<Record<string, string>> = {
  string: 'valueString',
  text: 'valueString',
  boolean: 'valueBoolean',
  integer: 'valueInteger',
  decimal: 'valueDecimal',
  date: 'valueDate',
  dateTime: 'valueDateTime',
  time: 'valueTime',
  choice: 'valueCoding',
};

function badAnswer({ type, answerOption, linkId }: QuestionnaireItem, answer: ResponseAnswer): string[] {
  const names = Object.keys(answer).map((name) => name.replace(/^_/, ''));
  const allowed = type === 'open-choice' ? ['valueCoding', 'valueString'] : [valueNames[type]];
  if (names.length !== 1 || !allowed.includes(names[0] ?? '')) return [`${linkId}: an answer of another type`];
  const { valueCoding: given, valueString } = answer;
  if (valueString === '') return [`${linkId}: an empty answer`];
  // An answer that says only that there is none is not one of the options.
  if (!given?.code || !answerOption) return [];
  const offered = answerOption.some(
    ({ valueCoding: { system, code } }) => system === given.system && code === given.code,
  );
  return offered ? [] : [`${linkId}: an answer that is not offered`];
}

/** The check that no validator does: every item is one of the form, in its place and order, with answers that it takes. */
export function misfits(questionnaire: Questionnaire, response: QuestionnaireResponse): readonly string[] {
  const look = (asked: readonly QuestionnaireItem[], given: readonly ResponseItem[]): string[] => {
    const places = given.map(({ linkId }) => asked.findIndex((one) => one.linkId === linkId));
    return given.flatMap(({ linkId, answer, item }, index) => {
      const question = asked[places[index] ?? -1];
      if (!question) return [`${linkId}: not in the form, or not here`];
      const again = places.indexOf(places[index] ?? -1) !== index;
      return [
        ...((places[index - 1] ?? 0) > (places[index] ?? 0) ? [`${linkId}: out of order`] : []),
        ...(again && !(question.type === 'group' && question.repeats) ? [`${linkId}: there twice`] : []),
        ...(answer && answer.length !== 1 && !question.repeats ? [`${linkId}: ${String(answer.length)} answers`] : []),
        ...(answer && question.type === 'group' ? [`${linkId}: an answer to a group`] : []),
        ...(item?.length === 0 || answer?.length === 0 ? [`${linkId}: an empty list`] : []),
        ...(answer ?? []).flatMap((one) => badAnswer(question, one)),
        ...look(question.item ?? [], item ?? []),
      ];
    });
  };
  return look(questionnaire.item, response.item);
}

/** What the stated list says does not come back, taken away: unknown fields, and optional texts and lists that are empty or blank. */
export function carried(record: OutcomeRecord): unknown {
  const without = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return value.trim() === '' ? '' : value;
    if (Array.isArray(value)) return value.map((one) => without(one, '')).filter((one) => one !== '');
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
        const kept = without(part, name);
        const empty = kept === '' || (Array.isArray(kept) && kept.length === 0 && name !== 'sharing');
        return empty || (key === '' && part === undefined) ? [] : [[name, kept]];
      }),
    );
  };
  return without(knownOnly(outcomeRecord, record), '');
}
