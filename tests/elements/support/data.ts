import type { OutcomeFramework } from '../../../src/schema/framework.js';
import type { Action, Contributor, Entry, OutcomeRecord } from '../../../src/schema/record.js';
import type { RatingScale } from '../../../src/schema/scale.js';

/** Words that try to be markup, in every way that matters. */
export const MARKUP =
  '<img src=x onerror="globalThis.broken=true"><script>globalThis.broken=true</script>&amp;"\'`${1}';

/** Words in Arabic and Hebrew with an emoji of several code points. */
export const RTL_WORDS = 'أحب الحديقة 🌱 וגם את הים 👩‍👩‍👧';

export const family: Contributor = { id: 'c-1', kind: 'family', who: 'Morag', how: 'rings every day' };
export const service: Contributor = { id: 'c-2', kind: 'service', who: 'Home care' };
export const ownStep: Action = { id: 'a-1', what: 'Ring the bowling club', whoKind: 'person', status: 'planned' };
export const otherStep: Action = { id: 'a-2', what: 'Find a lift', who: 'Eck', by: '2026-03-31' };

export const scale = (change: Partial<RatingScale> = {}): RatingScale => ({
  id: 'garden-3',
  version: '1',
  name: 'Garden scale',
  kind: 'ordinal',
  direction: 'higher-better',
  points: [
    { value: 'yes', label: 'Yes' },
    { value: 'partly', label: 'Partly' },
    { value: 'no', label: 'No' },
  ],
  ...change,
});

export const NOTICE = 'Garden scale © Garden Trust. Used by permission.';

export const licensed = scale({
  id: 'garden-licensed',
  licence: { holder: 'Garden Trust', notice: NOTICE, locked: true },
});

export const framework = (change: Partial<OutcomeFramework> = {}): OutcomeFramework => ({
  id: 'garden',
  version: '1',
  name: 'Garden framework',
  scale: 'frequency-4',
  outcomes: [
    {
      id: 'digging',
      name: 'Digging',
      description: 'You can dig when you like',
      prompts: ['What would you like to grow?'],
    },
    { id: 'sitting', name: 'Sitting in the sun' },
    { id: 'company', name: 'Company', scale: 'numeric-0-10' },
  ],
  ...change,
});

export const entry = (id: string, name: string, change: Partial<Entry> = {}): Entry => ({
  id: `e-${id}`,
  label: name,
  outcomes: [{ framework: 'garden', frameworkVersion: '1', id, name }],
  ...change,
});

export const record = (change: Partial<OutcomeRecord> = {}): OutcomeRecord => ({
  schemaVersion: '1.0',
  id: 'r-1',
  kind: 'assessment',
  status: 'draft',
  subject: { id: 'jean-1', name: 'Jean' },
  recordedAt: '2026-03-03T14:05:00+00:00',
  conversationAt: '2026-03-03',
  conversation: {},
  framework: { id: 'garden', version: '1', name: 'Garden framework' },
  scales: [],
  entries: [],
  ...change,
});

/** A record with something in every part that a card shows. */
export const fullRecord = (change: Partial<OutcomeRecord> = {}): OutcomeRecord =>
  record({
    conversation: {
      participants: [{ id: 'p-1', role: 'person', name: 'Jean' }],
      mode: 'face-to-face',
      place: 'At home',
      support: ['more-time'],
    },
    entries: [
      entry('digging', 'Digging', {
        mostImportant: true,
        narrative: [{ id: 's-1', text: 'I miss the roses.', saidBy: 'person' }],
        personalOutcome: { text: 'A small bed by the door', intent: 'achieve' },
        ratings: [
          {
            id: 'g-1',
            perspective: 'person',
            scale: { id: 'frequency-4', version: '1' },
            answer: { kind: 'answered', value: 'some' },
            label: 'Some of the time',
            recordedAt: '2026-03-03T14:05:00+00:00',
          },
        ],
        strengths: [{ id: 's-2', text: 'She knows every plant.' }],
        barriers: [{ id: 's-3', text: 'The step at the back door.' }],
        contributors: [family, service],
        actions: [ownStep, otherStep],
        disagreement: { between: [], text: 'Morag thinks the step is too high.' },
      }),
    ],
    ...change,
  });
