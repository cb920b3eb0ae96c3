import { draftStrings } from '../drafts/drafts.strings.js';
import { starStrings } from '../elements/outcome-star/outcome-star.strings.js';
import { timelineStrings } from '../elements/outcome-timeline/outcome-timeline.strings.js';
import { conflictStrings } from '../elements/record-conflict/record-conflict.strings.js';
import { summaryStrings } from '../elements/record-summary/record-summary.strings.js';
import { comparisonStrings, comparisonWords } from '../elements/review-comparison/comparison.strings.js';
import { labels } from '../interop/labels.js';
import { noteStrings } from '../interop/note.js';

const codes = Object.entries(labels).flatMap(([list, words]) =>
  Object.entries(words).map(([code, word]) => [`${list}.${code}`, word] as const),
);

/** Every message that can be replaced, in English: those of the elements (the larger ones hold those of the smaller), of drafts and of the case note. */
export const catalogue: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    ...Object.fromEntries(codes),
    ...noteStrings,
    ...draftStrings,
    ...starStrings,
    ...timelineStrings,
    ...conflictStrings,
    ...comparisonWords,
    ...comparisonStrings,
    ...summaryStrings,
  }),
);

/** The `{name}` places of a message. */
export const placesOf = (message: string): readonly string[] => [
  ...new Set([...message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)),
];

/** A JSON Schema (2020-12) of a strings file, for editors: each key with its English words. */
export const stringPackSchema = (): Readonly<Record<string, unknown>> => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:talking-points-elements:string-pack',
  title: 'string-pack',
  type: 'object',
  properties: Object.fromEntries(
    [...catalogue]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, english]) => [key, { type: 'string', pattern: '\\S', description: english }]),
  ),
  additionalProperties: false,
});
