import type { StringPack } from '../../i18n/strings.js';
import { chartStrings } from '../chart/fragments/strings.js';

export const timelineStrings = {
  ...chartStrings,
  'timeline.description': 'A timeline of {outcome}. Conversations: {count}. {dates}. Views: {who}.',
  'timeline.all': 'All outcomes over time',
  'timeline.answers': 'Answers',
  'timeline.lane': 'Not on the scale',
  'timeline.no-answer': 'No answer',
  'timeline.line': '{who}: {answer}',
  'timeline.none': 'There is no answer yet that can be drawn.',
  'timeline.unknown': 'This outcome is in none of the records.',
  'timeline.break.scale':
    '{who}: between {from} and {to} the scale changed from “{before}” to “{after}”. No line joins the two.',
  'timeline.break.version':
    '{who}: between {from} and {to} another version of the scale “{after}” came into use. No line joins the two.',
  'timeline.break.goal': '{who}: between {from} and {to} the goal was worded anew. No line joins the two.',
} as const satisfies StringPack;
