import type { Translate } from '../../base/tp-element.js';
import { formatLocalDate, languageName } from '../../i18n/format.js';
import type { Audience } from '../../schema/codes.js';
import type {
  Action,
  Contributor,
  Disagreement,
  Entry,
  OutcomeRecord,
  Participant,
  PersonalOutcome,
  Rating,
  Statement,
} from '../../schema/record.js';
import type { RatingScale } from '../../schema/scale.js';
import { perspectiveLabel } from '../narrative/narrative.fragment.js';
import { answerInWords } from '../rating-scale/rating-scale.fragment.js';

/** In whose words something is said, and where its names and scales are. */
export interface Speaker {
  readonly t: Translate;
  readonly locale: string;
  readonly personName: string | undefined;
  readonly participants: readonly Participant[];
  readonly findScale: (ref: string) => RatingScale | undefined;
}

/** A line of what one side says. `words`: somebody's own, which are the largest. */
export interface Line {
  readonly text: string;
  readonly kind?: 'words' | 'muted' | 'error';
  readonly lang?: string | undefined;
  readonly struck?: boolean;
}

type Text = string | false | undefined;
const line = (text: Text, kind?: Line['kind']): readonly Line[] => (text ? [{ text, ...(kind && { kind }) }] : []);
const joined = (...parts: readonly Text[]): string => parts.filter(Boolean).join(' · ');

const sharing = ({ t }: Speaker, audiences: readonly Audience[] | undefined): readonly Line[] =>
  line(
    audiences &&
      `${t('narrative.sharing')} ${audiences.map((one) => t(`audience.${one}`)).join(', ') || t('narrative.private')}`,
    'muted',
  );

const mistake = ({ t }: Speaker, mark: Statement['enteredInError']): readonly Line[] =>
  line(mark && t('outcome.entered-in-error', { reason: mark.reason }), 'error');

function statement(say: Speaker, one: Statement): readonly Line[] {
  const { t, personName, participants } = say;
  const named = participants.find(({ id }) => id === one.participantId)?.name;
  const who = one.saidBy && perspectiveLabel(t, one.saidBy, personName);
  return [
    { text: one.text, kind: 'words', lang: one.language, struck: one.enteredInError !== undefined },
    ...line(joined(named !== who && named, who), 'muted'),
    ...mistake(say, one.enteredInError),
    ...sharing(say, one.sharing),
  ];
}

function rating(say: Speaker, one: Rating): readonly Line[] {
  const { t, participants } = say;
  const scale = say.findScale(`${one.scale.id}@${one.scale.version}`);
  const hoped = one.hopedFor && one.hopedFor.kind !== 'unanswered' && answerInWords(t, scale, one.hopedFor);
  return [
    { text: one.label ?? answerInWords(t, scale, one.answer), struck: one.enteredInError !== undefined },
    ...line(one.reason),
    ...(one.levels ?? []).flatMap(({ value, text }) => line(`${String(value)}: ${text}`)),
    ...line(hoped && t('conflict.hoped-for', { answer: hoped }), 'muted'),
    ...line(one.wouldHelp && t('conflict.would-help', { words: one.wouldHelp }), 'muted'),
    ...line(one.viewFoundBy && t('conflict.found-by', { how: one.viewFoundBy }), 'muted'),
    ...line(participants.find(({ id }) => id === one.participantId)?.name, 'muted'),
    ...mistake(say, one.enteredInError),
    ...sharing(say, one.sharing),
  ];
}

const contributor = (say: Speaker, { kind, who, how, stage, sharing: seen }: Contributor): readonly Line[] => [
  ...line(joined(say.t(`kind.${kind}`), who, how)),
  ...line(stage === 'actual' && say.t('review.helped'), 'muted'),
  ...sharing(say, seen),
];

const action = (say: Speaker, { what, who, whoKind, by, status, note, sharing: seen }: Action): readonly Line[] => [
  ...line(what),
  ...line(
    joined(
      who ?? (whoKind && say.t(`kind.${whoKind}`)),
      by && say.t('agreed.by', { date: formatLocalDate(by, say.locale) }),
      status && say.t(`status.${status}`),
    ),
    'muted',
  ),
  ...line(note),
  ...sharing(say, seen),
];

const participant = ({ t }: Speaker, { name, role, relationship }: Participant): readonly Line[] =>
  line(joined(name, t(`role.${role}`), relationship));

const wish = (say: Speaker, { text, intent, wordedBy, language, sharing: seen }: PersonalOutcome): readonly Line[] => [
  ...(text ? [{ text, kind: 'words', lang: language } as const] : []),
  ...line(
    joined(
      intent && say.t(`intent.${intent}`),
      wordedBy && wordedBy !== 'person' && perspectiveLabel(say.t, wordedBy, say.personName),
    ),
    'muted',
  ),
  ...sharing(say, seen),
];

type Teller = (say: Speaker, value: never) => readonly Line[];
const code =
  (prefix: string): Teller =>
  ({ t }, value: string) =>
    line(t(`${prefix}.${value}`));

/** How each part is said, by its name in the record. What is not here says itself where it is a text. */
const TELLERS: Readonly<Record<string, Teller>> = {
  narrative: statement,
  strengths: statement,
  barriers: statement,
  summary: statement,
  ratings: rating,
  importance: rating,
  change: rating,
  contributors: contributor,
  actions: action,
  participants: participant,
  personalOutcome: wish,
  disagreement: (say, { text, sharing: seen }: Disagreement) => [...line(text), ...sharing(say, seen)],
  decision: ({ t }, { value, reason }: NonNullable<Entry['decision']>) => [
    ...line(t(`decision.${value}`)),
    ...line(reason),
  ],
  mostImportant: ({ t }) => line(t('amend.yes')),
  enteredInError: mistake,
  conversationAt: ({ locale }, value: string) => line(formatLocalDate(value, locale)),
  mode: code('mode'),
  support: code('support'),
  kind: code('kind-of'),
  language: ({ locale }, value: string) => line(languageName(value, locale)),
  recordLanguage: ({ locale }, value: string) => line(languageName(value, locale)),
  sharing: ({ t }, value: readonly Audience[]) =>
    line(value.map((one) => t(`audience.${one}`)).join(', ') || t('narrative.private')),
  subject: (_, { name }: OutcomeRecord['subject']) => line(name),
  framework: (_, { name, version }: OutcomeRecord['framework']) => line(`${name} (${version})`),
  scales: (_, { name, version }: RatingScale) => line(`${name} (${version})`),
  outcomes: (_, value: Entry['outcomes']) => line(joined(...value.map(({ name }) => name))),
  entries: (say, entry: Entry) => [
    ...line(entry.label),
    ...Object.entries(entry).flatMap(([part, value]: [string, unknown]) =>
      /^(id|label|outcomes|previous|mostImportant)$/.test(part)
        ? []
        : (Array.isArray(value) ? value : [value]).flatMap((one) => tell(say, part, one)),
    ),
  ],
};

/** What one side says in one place. No line: nothing stands there. */
export function tell(say: Speaker, part: string, value: unknown): readonly Line[] {
  if (value === undefined || value === null || value === '' || value === false) return [];
  const teller = Object.hasOwn(TELLERS, part) ? TELLERS[part] : undefined;
  if (teller) return teller(say, value as never);
  return line(typeof value === 'string' ? value : say.t('conflict.unshown'));
}

/** What a place is called on the screen. */
const TITLES: Readonly<Record<string, string>> = {
  entries: 'conflict.as-whole',
  narrative: 'outcome.words',
  personalOutcome: 'outcome.wish',
  ratings: 'outcome.how-now',
  importance: 'outcome.importance',
  change: 'review.change',
  strengths: 'outcome.strengths',
  barriers: 'outcome.barriers',
  contributors: 'outcome.contributors',
  actions: 'outcome.actions',
  disagreement: 'outcome.disagreement',
  decision: 'review.decision',
  mostImportant: 'outcome.most-important',
  enteredInError: 'conflict.mistake',
  label: 'conflict.label',
  outcomes: 'conflict.outcomes',
  conversationAt: 'who.date',
  mode: 'who.mode',
  place: 'who.place',
  language: 'who.language',
  recordLanguage: 'conflict.record-language',
  participants: 'who.people',
  support: 'who.support',
  supportNote: 'who.support-note',
  viewsFoundBy: 'who.views-found-by',
  kind: 'conflict.kind',
  sharing: 'narrative.sharing',
  summary: 'conflict.summary',
  subject: 'conflict.subject',
  framework: 'conflict.framework',
  scales: 'conflict.scales',
};

/** The question of a difference: which part of what it is about, and for a rating whose view. */
export function titleOf({ t, personName }: Speaker, part: string, value: unknown): string {
  const title = t(Object.hasOwn(TITLES, part) ? (TITLES[part] ?? '') : 'conflict.other');
  if (!/^(ratings|importance|change)$/.test(part)) return title;
  const { perspective } = value as Rating;
  const view =
    perspective === 'person' && personName
      ? t('outcome.view.person-named', { name: personName })
      : t(`outcome.view.${perspective}`);
  return t('outcome.view-of', { question: title, view });
}
