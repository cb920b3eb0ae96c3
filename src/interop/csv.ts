import { standingRecords } from '../model/compare-latest.js';
import { ratingsOf, type Question } from '../model/parts.js';
import { shareRecord } from '../model/share.js';
import type { ScaleAnswer } from '../schema/answer.js';
import type { Audience } from '../schema/codes.js';
import type { Entry, OutcomeRecord, Rating } from '../schema/record.js';
import type { RatingScale } from '../schema/scale.js';
import { answerLabel, ordinalOf, scaleOf } from './answers.js';

export interface CsvOptions {
  /** Also writes what people said. Without it no column holds anybody's own words. */
  readonly words?: boolean | undefined;
  /** Writes only what these may see, by `shareRecord`. Without it, everything. */
  readonly audience?: Audience | undefined;
  /** Begins with a byte order mark, without which Excel takes the text for another encoding. */
  readonly byteOrderMark?: boolean | undefined;
}

/** A column of the file: its name in the header row, and what stands under it. */
export interface CsvColumn {
  readonly name: string;
  readonly says: string;
  /** It holds people's own words, and is there only where they were asked for. */
  readonly words?: boolean;
}

interface Row {
  readonly record: OutcomeRecord;
  readonly superseded: boolean;
  readonly entry: Entry;
  readonly question: Question;
  readonly rating: Rating;
  readonly scale: RatingScale | undefined;
}

type Cell = string | number | boolean | undefined;
type Column = CsvColumn & { readonly of: (row: Row) => Cell };

const valueOf = (answer: ScaleAnswer | undefined): Cell => (answer?.kind === 'answered' ? answer.value : undefined);
const reasonOf = (answer: ScaleAnswer | undefined): Cell => (answer?.kind === 'no-answer' ? answer.reason : undefined);

/** The answer's words. Levels for goal attainment are the person's own words, so without `words` the scale's stand here. */
const labelOfDay = ({ rating, scale }: Row): Cell =>
  answerLabel(scale, rating.answer, rating.levels ? undefined : rating.label);

const mistakeIn = ({ record, entry, rating }: Row): Cell => {
  if (record.enteredInError || record.status === 'entered-in-error') return 'record';
  if (entry.enteredInError) return 'entry';
  return rating.enteredInError ? 'rating' : undefined;
};

const role = ({ record, rating }: Row): Cell =>
  record.conversation.participants?.find(({ id }) => id === rating.participantId)?.role;

/** Whose view a rating is may be said of a statement too; the first of each is enough to read a number beside it. */
const said = ({ entry }: Row): Cell =>
  entry.narrative
    ?.filter(({ enteredInError }) => !enteredInError)
    .map(({ text }) => text)
    .join('\n\n');

const column = (name: string, of: Column['of'], says: string): Column => ({ name, says, of });
const own = (name: string, of: Column['of'], says: string): Column => ({ name, says, of, words: true });

const columns: readonly Column[] = [
  column('record_id', ({ record }) => record.id, 'Id of the record'),
  column('record_kind', ({ record }) => record.kind, 'assessment, plan or review'),
  column('record_status', ({ record }) => record.status, 'draft, completed or entered-in-error'),
  column('amends_record_id', ({ record }) => record.amends?.recordId, 'Id of the record that this one replaces'),
  column(
    'superseded',
    ({ superseded }) => superseded || undefined,
    'true where another record in the file stands for the same conversation: leave the row out of counts',
  ),
  column('subject_id', ({ record }) => record.subject.id, 'The host’s key of the person'),
  column('conversation_at', ({ record }) => record.conversationAt, 'Local day, or day and time, of the conversation'),
  column('recorded_at', ({ record }) => record.recordedAt, 'When the record was begun'),
  column('completed_at', ({ record }) => record.completedAt, 'When the record was completed'),
  column('framework_id', ({ record }) => record.framework.id, 'Id of the framework'),
  column('framework_version', ({ record }) => record.framework.version, 'Version of the framework'),
  column('framework_name', ({ record }) => record.framework.name, 'Name of the framework as of the day'),
  column('entry_id', ({ entry }) => entry.id, 'Id of what matters; several ratings share it'),
  column(
    'outcome_ids',
    ({ entry }) => entry.outcomes.map(({ id }) => id).join(' '),
    'Ids, with a space between; empty where the person named it themselves',
  ),
  column('outcome_names', ({ entry }) => entry.outcomes.map(({ name }) => name).join(' | '), 'Names as of the day'),
  column(
    'outcome_categories',
    ({ entry }) =>
      entry.outcomes
        .map(({ category }) => category?.label ?? '')
        .join(' | ')
        .replace(/^[ |]+$/, ''),
    'Categories as of the day',
  ),
  column('most_important', ({ entry }) => entry.mostImportant, 'true where it was named as what matters most'),
  column(
    'question',
    ({ question }) => question,
    'ratings (how things are now), importance, or change (the person’s own sense of it)',
  ),
  column('rating_id', ({ rating }) => rating.id, 'Id of the rating'),
  column('perspective', ({ rating }) => rating.perspective, 'Whose view it is'),
  column('participant_id', ({ rating }) => rating.participantId, 'Id of the participant whose view it is'),
  column('participant_role', role, 'Their role in the conversation'),
  column('scale_id', ({ rating }) => rating.scale.id, 'Id of the scale'),
  column('scale_version', ({ rating }) => rating.scale.version, 'Version of the scale'),
  column('answer_kind', ({ rating }) => rating.answer.kind, 'answered, no-answer or unanswered'),
  column('answer_value', ({ rating }) => valueOf(rating.answer), 'Value on the scale; 0 is a value'),
  column('answer_label', labelOfDay, 'The answer’s words as of the day'),
  column(
    'answer_ordinal',
    ({ rating: { answer }, scale }) => (answer.kind === 'answered' ? ordinalOf(scale, answer.value) : undefined),
    'Where it lies between the others: for sorting and counting, not for averages',
  ),
  column('no_answer_reason', ({ rating }) => reasonOf(rating.answer), 'Why there is no answer'),
  column(
    'hoped_for_kind',
    ({ rating }) => rating.hopedFor?.kind,
    'As answer_kind, for where the person would like to be',
  ),
  column('hoped_for_value', ({ rating }) => valueOf(rating.hopedFor), 'Value on the same scale'),
  column(
    'hoped_for_label',
    ({ rating: { hopedFor }, scale }) => hopedFor && answerLabel(scale, hopedFor),
    'Its words as of the day',
  ),
  column('hoped_for_no_answer_reason', ({ rating }) => reasonOf(rating.hopedFor), 'Why there is none'),
  column('mode', ({ rating }) => rating.mode, 'How the view was given'),
  column('previous_shown', ({ rating }) => rating.previousShown, 'Whether the earlier answer was in sight'),
  column('rated_at', ({ rating }) => rating.recordedAt, 'When the rating was written down'),
  column(
    'rated_by',
    ({ rating, record }) => (rating.recordedBy ?? record.recordedBy)?.id,
    'The host’s key of who wrote it down',
  ),
  column('entered_in_error', mistakeIn, 'rating, entry or record where that is a mistake: leave the row out of counts'),
  own('what_matters', ({ entry }) => entry.label, 'What matters, as it was headed'),
  own('narrative', said, 'What was said, in the words it was said in; the same on each row of an entry'),
  own('personal_outcome', ({ entry }) => entry.personalOutcome?.text, 'What the person wants'),
  own('answer_label_shown', ({ rating }) => rating.label, 'The answer’s words with levels as the person worded them'),
  own('answer_reason', ({ rating }) => rating.reason, 'Why that answer'),
  own(
    'no_answer_note',
    ({ rating: { answer } }) => (answer.kind === 'no-answer' ? answer.note : undefined),
    'More about why there is no answer',
  ),
  own('would_help', ({ rating }) => rating.wouldHelp, 'What would help to get there'),
  own(
    'view_found_by',
    ({ rating }) => rating.viewFoundBy,
    'How the view was found out where the person could not say it',
  ),
];

/** Every column, in order, with what it says. */
export const CSV_COLUMNS: readonly CsvColumn[] = /* @__PURE__ */ columns.map(({ name, says, words }) => ({
  name,
  says,
  ...(words && { words }),
}));

/** What a spreadsheet reads as a formula: also after spaces and apostrophes, and in the full-width signs that some take for it. */
const formula = /^[\s']*[=+\-@＝＋－＠\t\r\n]/;
const number = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/**
 * One cell, by RFC 4180. What a spreadsheet would run gets an apostrophe before it; a plain number such as −2 is none. Taking one apostrophe
 * off a cell that begins with an apostrophe and then one of those signs gives back exactly what was written.
 */
function cell(value: Cell): string {
  const text = value === undefined ? '' : String(value);
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * One row for each rating, for the reporting database: comma-separated (RFC 4180, lines end in CRLF), with a header row. What was recorded in
 * words alone has no row. Nothing is left out: mistakes stay, marked in `entered_in_error`, and so does a record that was corrected, marked in
 * `superseded`. Counted with its correction, a conversation would count twice: leave marked rows out, or pass what `latestRecords` of
 * `talking-points-elements/model` gives. What each column says: `CSV_COLUMNS`.
 */
export function toCsv(records: readonly OutcomeRecord[], options: CsvOptions = {}): string {
  const { words = false, audience, byteOrderMark = false } = options;
  const wanted = columns.filter((one) => words || !one.words);
  const standing = new Set(standingRecords(records));
  const lines = records.flatMap((whole) => {
    const record = audience ? shareRecord(whole, audience) : whole;
    const superseded = !standing.has(whole);
    return record.entries.flatMap((entry) =>
      ratingsOf(entry).map(([question, rating]) => {
        const row = { record, superseded, entry, question, rating, scale: scaleOf(record, rating) };
        return wanted.map(({ of }) => cell(of(row))).join(',');
      }),
    );
  });
  const header = wanted.map(({ name }) => name).join(',');
  return `${byteOrderMark ? '\ufeff' : ''}${[header, ...lines].join('\r\n')}\r\n`;
}
