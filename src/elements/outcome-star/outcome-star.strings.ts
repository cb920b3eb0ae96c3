import type { StringPack } from '../../i18n/strings.js';
import { chartStrings } from '../chart/fragments/strings.js';

export const starStrings = {
  ...chartStrings,
  'star.title': 'How things are: {who}',
  'star.description': 'A star of {count} outcomes as {who} saw them. {dates}. Scale: {scale}.',
  'star.letters': 'A B C D',
  'star.rings': 'From the middle to the rim: {steps}.',
  'star.none': 'There is no answer yet that can be drawn.',
  'star.not-drawn': 'Not on the star',
  'star.not-drawn.scale': '{outcome}, {date}: {answer}. It was answered on another scale.',
  'star.not-drawn.version': '{outcome}, {date}: {answer}. It was answered on another version of the scale.',
  'star.not-drawn.place': '{outcome}, {date}: {answer}. Its place on the scale is not known.',
} as const satisfies StringPack;
