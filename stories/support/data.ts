import type { OutcomeFramework } from '../../src/schema/framework.js';
import type { RatingScale } from '../../src/schema/scale.js';

/** A licensed scale as a partnership would load it. Scale and holder are invented: no licensed instrument is in this catalogue. */
export const licensedScale: RatingScale = {
  id: 'strathmorn-ladder',
  version: '1',
  name: 'Strathmorn Steps',
  language: 'en-GB',
  question: 'Where on the steps are you today?',
  kind: 'ordinal',
  points: [
    { value: 'start', ordinal: 0, label: 'At the foot of the steps' },
    { value: 'on-the-way', ordinal: 1, label: 'On the way up' },
    { value: 'there', ordinal: 2, label: 'On the landing' },
  ],
  direction: 'higher-better',
  aggregate: 'none',
  licence: {
    holder: 'The Strathmorn Institute (invented)',
    notice:
      'Strathmorn Steps © The Strathmorn Institute (an invented holder). Used under licence 0000. Wording and order may not be changed.',
    locked: true,
  },
};

/** A partnership's own framework, as it would stand in a JSON file. */
export const partnershipFramework: OutcomeFramework = {
  id: 'strathmorn-good-life',
  version: '1',
  name: 'A good life in Strathmorn',
  language: 'en-GB',
  description: 'Three things that people in Strathmorn told us matter to them.',
  attribution: { text: 'Worded with the people of Strathmorn, which is an invented place.' },
  scale: 'met-3',
  outcomes: [
    {
      id: 'out-and-about',
      name: 'Out and about',
      easyName: 'I get out',
      description: 'You get to the places you want to go',
      prompts: ['Where do you like to go?', 'What makes it easy to get there?'],
    },
    {
      id: 'my-own-door',
      name: 'My own front door',
      description: 'Home feels like yours',
      prompts: ['What makes it home?'],
    },
    {
      id: 'folk-i-know',
      name: 'Folk I know',
      description: 'The people who help you are people you know',
      prompts: ['Who do you like to see coming?'],
    },
  ],
};

/** The same, on terms: its notice is always shown. */
export const licensedFramework: OutcomeFramework = {
  ...partnershipFramework,
  id: 'strathmorn-good-life-licensed',
  licence: {
    holder: 'The Strathmorn Institute (invented)',
    notice: 'A good life in Strathmorn © The Strathmorn Institute (an invented holder). Used under licence 0000.',
  },
};

/** A scale in Arabic, to look at a page that runs from right to left. Sample text, not a checked translation. */
export const arabicScale: RatingScale = {
  id: 'sample-arabic',
  version: '1',
  name: 'عينة',
  language: 'ar',
  question: 'كم من الوقت ترى الناس الذين تحبهم؟',
  kind: 'ordinal',
  points: [
    { value: 'all', ordinal: 3, label: 'كل الوقت' },
    { value: 'most', ordinal: 2, label: 'معظم الوقت' },
    { value: 'some', ordinal: 1, label: 'بعض الوقت' },
    { value: 'none', ordinal: 0, label: 'أبداً' },
  ],
  direction: 'higher-better',
};

/** Some of the elements' own words in Arabic. Sample text, not a checked translation. */
export const arabicStrings = {
  'reason.declined': 'أفضّل ألا أقول',
  'scale.more-reasons': 'أسباب أخرى',
  'scale.clear': 'امسح الجواب',
  'narrative.own-words': 'بكلماتك أنت',
  'narrative.own-words-of': 'بكلمات {name}',
  'contributors.label': 'من وماذا يساعد',
  'actions.label': 'الخطوات القادمة',
  'prompt.ways-to-ask': 'طرق للسؤال',
} as const;
