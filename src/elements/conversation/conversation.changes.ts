import type { Translate } from '../../base/tp-element.js';
import { formatList, formatLocalDate } from '../../i18n/format.js';
import { isSaidRating } from '../../model/compare-entries.js';
import type { Entry, OutcomeRecord, Rating, Statement } from '../../schema/record.js';
import type { RatingScale } from '../../schema/scale.js';
import { perspectiveLabel, sharingLabel } from '../narrative/narrative.fragment.js';
import { answerInWords } from '../rating-scale/rating-scale.fragment.js';

/** One thing that a correction changes, in words. `undefined`: nothing was there, or nothing is there any more. */
export interface Changed {
  readonly where: string;
  readonly before: string | undefined;
  readonly now: string | undefined;
}

interface Speaker {
  readonly t: Translate;
  readonly locale: string;
  readonly personName: string | undefined;
  readonly findScale: (ref: string) => RatingScale | undefined;
}

/** A place in a record, its name on the screen, and what stands there in words. */
type Line = readonly [key: string, where: string, text: string | undefined | false];

const joined = (...parts: readonly (string | undefined | false)[]): string => parts.filter(Boolean).join(' · ');

/** What is on the screen of "Who and how". */
function aboutConversation(
  { conversation: how, conversationAt }: OutcomeRecord,
  { t, locale }: Speaker,
): readonly Line[] {
  return [
    ['at', t('who.date'), conversationAt && formatLocalDate(conversationAt, locale)],
    ['mode', t('who.mode'), how.mode && t(`mode.${how.mode}`)],
    ['place', t('who.place'), how.place],
    ['language', t('who.language'), how.language],
    [
      'people',
      t('who.people'),
      formatList(
        (how.participants ?? []).map(({ name, role }) => joined(name, t(`role.${role}`))),
        locale,
      ),
    ],
    [
      'support',
      t('who.support'),
      formatList(
        (how.support ?? []).map((one) => t(`support.${one}`)),
        locale,
      ),
    ],
    ['note', t('who.support-note'), how.supportNote],
    ['found', t('who.views-found-by'), how.viewsFoundBy],
  ];
}

function aboutEntry(entry: Entry, { t, locale, personName, findScale }: Speaker): readonly Line[] {
  const { personalOutcome: wish, decision } = entry;
  const inError = (mark: Statement['enteredInError']): string | undefined =>
    mark && t('outcome.entered-in-error', { reason: mark.reason });
  const said = (title: string, list: readonly Statement[] = []): readonly Line[] =>
    list.map((one) => [
      one.id,
      t(title),
      one.text &&
        joined(
          one.text,
          one.saidBy && perspectiveLabel(t, one.saidBy, personName),
          one.sharing && `${t('narrative.sharing')} ${sharingLabel(t, one.sharing)}`,
          inError(one.enteredInError),
        ),
    ]);
  const rated = (title: string, list: readonly Rating[] = []): readonly Line[] =>
    list.map((one) => {
      const scale = findScale(`${one.scale.id}@${one.scale.version}`);
      return [
        one.id,
        `${t(title)} ${t(`outcome.view.${one.perspective}`)}`,
        isSaidRating(one) &&
          joined(one.label ?? answerInWords(t, scale, one.answer), one.reason, inError(one.enteredInError)),
      ];
    });
  const lines: readonly Line[] = [
    ['important', t('outcome.most-important'), entry.mostImportant && t('amend.yes')],
    ...said('outcome.words', entry.narrative),
    ['wish', t('outcome.wish'), joined(wish?.text, wish?.intent && t(`intent.${wish.intent}`))],
    ...rated('outcome.how-now', entry.ratings),
    ...rated('review.change', entry.change),
    ...said('outcome.strengths', entry.strengths),
    ...(entry.contributors ?? []).map(({ id, kind, who, how, stage }): Line => [
      id,
      t(stage === 'actual' ? 'review.helped' : 'outcome.contributors'),
      joined(t(`kind.${kind}`), who, how),
    ]),
    ...said('outcome.barriers', entry.barriers),
    ...(entry.actions ?? []).map(({ id, what, who, by, status }): Line => [
      id,
      t('outcome.actions'),
      joined(what, who, by && formatLocalDate(by, locale), status && t(`status.${status}`)),
    ]),
    ...rated('outcome.importance', entry.importance),
    ['disagreement', t('outcome.disagreement'), entry.disagreement?.text],
    ['decision', t('review.decision'), decision && joined(t(`decision.${decision.value}`), decision.reason)],
  ];
  return [
    // That it was chosen is a change of its own; what it is called is said with it.
    [entry.id, t('topics.title'), joined(entry.label, inError(entry.enteredInError))],
    ...lines.map(([key, where, text]): Line => [`${entry.id}/${key}`, `${entry.label}: ${where}`, text]),
  ];
}

/** What one version of a record says otherwise than another, in the order of the screen. Only what people said: not who typed it when. */
export function changesBetween(before: OutcomeRecord, now: OutcomeRecord, speaker: Speaker): readonly Changed[] {
  const read = (record: OutcomeRecord): Map<string, Line> =>
    new Map(
      [...aboutConversation(record, speaker), ...record.entries.flatMap((entry) => aboutEntry(entry, speaker))]
        .filter(([, , text]) => text)
        .map((line) => [line[0], line]),
    );
  const [was, is] = [read(before), read(now)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, line] = [was.get(key), is.get(key)];
    const [left, right] = [old?.[2] || undefined, line?.[2] || undefined];
    return left === right ? [] : [{ where: (line ?? old)?.[1] ?? '', before: left, now: right }];
  });
}
