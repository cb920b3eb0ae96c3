import { findScale } from '../../src/scales/registry.js';
import type { RatingScale } from '../../src/schema/scale.js';

/** A scale that is shipped. One that is not fails the test. */
export const shippedScale = (id: string): RatingScale => {
  const scale = findScale(id);
  if (!scale) throw new Error(`${id} is not shipped`);
  return scale;
};

/** A partnership's scale with every field that there is. */
export const localScale = (change: object = {}): object => ({
  id: 'local-3',
  version: '1',
  name: 'Local scale',
  language: 'en-GB',
  question: 'How is it?',
  kind: 'ordinal',
  points: [
    { value: 'yes', label: 'Yes', shortLabel: 'Y', easyLabel: 'Yes!', description: 'It is so' },
    { value: 2, label: 'No' },
  ],
  direction: 'neither',
  anchors: { first: 'Low', last: 'High' },
  presentation: 'ladder',
  aggregate: 'median',
  comparableWith: ['met-3@1'],
  perspectives: ['person', 'carer'],
  licence: { holder: 'A council', notice: 'Used by permission.', reference: 'R1', evidence: 'A letter', locked: true },
  ...change,
});
