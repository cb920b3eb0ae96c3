import { isRealDate } from '../model/clock.js';
import { ratingsOf, type Question } from '../model/parts.js';
import { shareRecord } from '../model/share.js';
import type { Audience } from '../schema/codes.js';
import type { Entry, OutcomeRecord, Rating, Statement } from '../schema/record.js';
import { answerLabel, scaleOf } from './answers.js';
import { labelOf, type CodeList } from './labels.js';

/** The note's own words, by key. `{name}` and the like are filled in. Codes have keys too: `perspective.carer`, `reason.declined`. */
export const noteStrings = {
  'note.title': 'What matters',
  'note.title-named': 'What matters to {name}',
  'note.draft': 'This is a draft. It is not finished yet.',
  'note.in-error': 'Entered in error',
  'note.in-error-why': 'Entered in error: {reason}',
  'note.amends': 'This corrects an earlier record.',
  'note.amends-why': 'This corrects an earlier record: {reason}',
  'note.talked': 'When we talked: {date}',
  'note.written': 'Written down: {date}',
  'note.written-by': 'Written down: {date}, by {name}',
  'note.how': 'How: {words}',
  'note.place': 'Where: {words}',
  'note.who': 'Who took part',
  'note.support': 'What helped to take part: {words}',
  'note.found-by': 'How wishes and feelings were found out: {words}',
  'note.summary': 'In short',
  'note.about': 'About: {words}',
  'note.most-important': 'This matters most.',
  'note.wanted': 'What is wanted',
  'note.intent': 'Something to {words}.',
  'note.ratings': 'How things are now',
  'note.importance': 'How much it matters',
  'note.change': 'Compared with last time',
  'note.view': '{view}: {answer}',
  'note.unanswered': 'Not answered',
  'note.why': 'Why: {words}',
  'note.hoped-for': 'Hoped for: {answer}',
  'note.would-help': 'What would help: {words}',
  'note.strengths': 'Strengths',
  'note.barriers': 'What gets in the way',
  'note.contributors': 'Who and what helps',
  'note.actions': 'Next steps',
  'note.by': 'by {date}',
  'note.sds': 'self-directed support option {option}',
  'note.disagreement': 'Where people see it differently',
  'note.decision': 'What we decided: {words}',
} as const;

export interface NoteOptions {
  /** Who the note is for: they get what `shareRecord` gives them. Without it, everything that the record holds. */
  readonly audience?: Audience | undefined;
  /** The language in which dates are written. By default British English. */
  readonly locale?: string | undefined;
  /** Other words for the note and for the codes, by key: `note.title`, `perspective.carer`. What is not there stays English. */
  readonly strings?: Readonly<Record<string, string>> | undefined;
}

/** A part of the note: a heading, a line of ours, an item of a list, or somebody's own words with whose they are. */
export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly is: 'line' | 'item'; readonly text: string }
  | { readonly is: 'words'; readonly text: string; readonly who: string; readonly language?: string | undefined };

type Words = (key: keyof typeof noteStrings, values?: Readonly<Record<string, string>>) => string;

interface Writer {
  readonly record: OutcomeRecord;
  readonly t: Words;
  readonly code: (list: CodeList, code: string) => string;
  readonly day: (written: string) => string;
}

function writer(record: OutcomeRecord, { locale = 'en-GB', strings = {} }: NoteOptions): Writer {
  const own = (key: string): string | undefined => (Object.hasOwn(strings, key) ? strings[key] : undefined);
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    record,
    t: (key, values = {}) =>
      // One pass, so that braces in somebody's words stay as they are.
      (own(key) ?? noteStrings[key]).replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place),
    code: (list, code) => own(`${list}.${code}`) ?? labelOf(list, code),
    // The local day as it was written: no zone can move it. A day that does not exist is shown as it is.
    day: (written) => {
      if (!isRealDate(written)) return written;
      const time = /T(\d\d:\d\d)/.exec(written)?.[1];
      return [format.format(new Date(`${written.slice(0, 10)}T00:00:00Z`)), ...(time ? [time] : [])].join(', ');
    },
  };
}

const filled = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part?.trim()).join(', ');
const line = (text: string): Block => ({ is: 'line', text });
const item = (text: string): Block => ({ is: 'item', text });

const mistake = ({ t }: Writer, mark: { readonly reason: string } | undefined): readonly Block[] =>
  mark ? [line(mark.reason.trim() ? t('note.in-error-why', { reason: mark.reason }) : t('note.in-error'))] : [];

/** Whose view or words: their name where it is known, and which of their views it is. */
function who({ record, code }: Writer, perspective: string | undefined, participantId?: string): string {
  const name = record.conversation.participants?.find(({ id }) => id === participantId)?.name;
  return filled([name, perspective && code('perspective', perspective)]);
}

const statements = (writer: Writer, list: readonly Statement[] = []): readonly Block[] =>
  list.flatMap((said) => [
    ...mistake(writer, said.enteredInError),
    { is: 'words', text: said.text, who: who(writer, said.saidBy, said.participantId), language: said.language },
  ]);

/** A part of an entry with its heading, where there is anything under it. */
const part = (text: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length > 0 ? [{ is: 'heading', level: 3, text }, ...blocks] : [];

const optional = (words: string | undefined, of: (words: string) => string): readonly Block[] =>
  words?.trim() ? [item(of(words))] : [];

function view(writer: Writer, rating: Rating): readonly Block[] {
  const { t, code } = writer;
  const scale = scaleOf(writer.record, rating);
  const answer = (given: Rating['answer'], shown?: string): string => {
    if (given.kind === 'answered') return answerLabel(scale, given, shown);
    return given.kind === 'no-answer' ? filled([code('reason', given.reason), given.note]) : t('note.unanswered');
  };
  return [
    ...mistake(writer, rating.enteredInError),
    item(
      t('note.view', {
        view: who(writer, rating.perspective, rating.participantId),
        answer: answer(rating.answer, rating.label),
      }),
    ),
    ...optional(rating.reason, (words) => t('note.why', { words })),
    ...(rating.hopedFor ? [item(t('note.hoped-for', { answer: answer(rating.hopedFor) }))] : []),
    ...optional(rating.wouldHelp, (words) => t('note.would-help', { words })),
    ...optional(rating.viewFoundBy, (words) => t('note.found-by', { words })),
  ];
}

const views = (writer: Writer, entry: Entry, asked: Question): readonly Block[] =>
  part(
    writer.t(`note.${asked}`),
    ratingsOf(entry).flatMap(([question, rating]) => (question === asked ? view(writer, rating) : [])),
  );

function entryBlocks(writer: Writer, entry: Entry): readonly Block[] {
  const { t, code, day } = writer;
  const { personalOutcome: wanted, disagreement, decision, contributors = [], actions = [] } = entry;
  const names = entry.outcomes.map(({ name }) => name).join(', ');
  return [
    { is: 'heading', level: 2, text: entry.label },
    ...mistake(writer, entry.enteredInError),
    ...(names && names !== entry.label ? [line(t('note.about', { words: names }))] : []),
    ...(entry.mostImportant ? [line(t('note.most-important'))] : []),
    ...statements(writer, entry.narrative),
    ...part(t('note.wanted'), [
      ...(wanted?.text?.trim()
        ? [{ is: 'words' as const, text: wanted.text, who: who(writer, wanted.wordedBy), language: wanted.language }]
        : []),
      ...(wanted?.intent ? [line(t('note.intent', { words: code('intent', wanted.intent) }))] : []),
    ]),
    ...views(writer, entry, 'ratings'),
    ...views(writer, entry, 'importance'),
    ...views(writer, entry, 'change'),
    ...part(t('note.strengths'), statements(writer, entry.strengths)),
    ...part(t('note.barriers'), statements(writer, entry.barriers)),
    ...part(
      t('note.contributors'),
      contributors.map(({ kind, who: name, how, stage }) =>
        item(filled([name, code('kind', kind), how, stage && code('stage', stage)])),
      ),
    ),
    ...part(
      t('note.actions'),
      actions.map(({ what, who: name, whoKind, by, status, sdsOption, note }) =>
        item(
          filled([
            what,
            name || (whoKind && code('kind', whoKind)),
            by && t('note.by', { date: day(by) }),
            status && code('status', status),
            sdsOption && t('note.sds', { option: String(sdsOption) }),
            note,
          ]),
        ),
      ),
    ),
    ...(disagreement
      ? part(t('note.disagreement'), [
          {
            is: 'words',
            text: disagreement.text,
            who: filled(disagreement.between.map((one) => code('perspective', one))),
          },
        ])
      : []),
    ...(decision
      ? [line(t('note.decision', { words: filled([code('decision', decision.value), decision.reason]) }))]
      : []),
  ];
}

/** The note as a list of its parts, in the order in which they are read. */
export function noteBlocks(given: OutcomeRecord, options: NoteOptions = {}): readonly Block[] {
  const record = options.audience ? shareRecord(given, options.audience) : given;
  const made = writer(record, options);
  const { t, code, day } = made;
  const { conversation: talk, subject, amends, framework } = record;
  const { name = '' } = record.recordedBy ?? {};
  const notices = [framework, ...record.scales.map(({ licence }) => ({ licenceNotice: licence?.notice }))];
  return [
    {
      is: 'heading',
      level: 1,
      text: subject.name?.trim() ? t('note.title-named', { name: subject.name }) : t('note.title'),
    },
    ...(record.status === 'entered-in-error' || record.enteredInError
      ? mistake(made, record.enteredInError ?? { reason: '' })
      : []),
    ...(record.status === 'draft' ? [line(t('note.draft'))] : []),
    ...(amends
      ? [line(amends.reason.trim() ? t('note.amends-why', { reason: amends.reason }) : t('note.amends'))]
      : []),
    ...(record.conversationAt ? [line(t('note.talked', { date: day(record.conversationAt) }))] : []),
    line(t(name.trim() ? 'note.written-by' : 'note.written', { date: day(record.recordedAt), name })),
    ...(talk.mode ? [line(t('note.how', { words: code('mode', talk.mode) }))] : []),
    ...(talk.place?.trim() ? [line(t('note.place', { words: talk.place }))] : []),
    ...part(
      t('note.who'),
      (talk.participants ?? []).map((one) => item(filled([one.name, code('role', one.role), one.relationship]))),
    ),
    ...(talk.support?.length || talk.supportNote?.trim()
      ? [
          line(
            t('note.support', {
              words: filled([...(talk.support ?? []).map((one) => code('support', one)), talk.supportNote]),
            }),
          ),
        ]
      : []),
    ...(talk.viewsFoundBy?.trim() ? [line(t('note.found-by', { words: talk.viewsFoundBy }))] : []),
    ...part(t('note.summary'), statements(made, record.summary)),
    ...record.entries.flatMap((entry) => entryBlocks(made, entry)),
    // A licensed scale's notice goes wherever its words go.
    ...[framework.attribution, ...notices.map(({ licenceNotice }) => licenceNotice)].flatMap((notice) =>
      notice?.trim() ? [line(notice)] : [],
    ),
  ];
}
