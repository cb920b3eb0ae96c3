import type { Intent } from '../../src/schema/codes.js';
import {
  carer,
  declined,
  enough,
  frequency,
  goal,
  met,
  none,
  notReworded,
  numeric,
  pair,
  record,
  reworded,
  statuses,
  tested,
  view,
  worry,
  type ComparisonCase,
  type Parts,
  type Told,
} from './comparison-records.js';

export type { ComparisonCase } from './comparison-records.js';

const hoping = (intent: Intent): { then: Parts } => ({ then: { intent } });
const levels = (text: string): Told => ({ scale: goal, levels: [{ value: 0, text }] });

const changes: readonly ComparisonCase[] = [
  pair('Better on a scale where higher is better', view('some'), view('most'), 'person: better by 1'),
  pair('Worse on it', view('all'), view('none'), 'person: worse by 3'),
  pair('The same', view('some'), view('some'), 'person: same by 0'),
  pair('Nought is an answer', view(0, { scale: numeric }), view(4, { scale: numeric }), 'person: better by 4'),
  pair(
    'Better where lower is better',
    view('much', { scale: worry }),
    view('right', { scale: worry }),
    'person: better by 1',
  ),
  pair(
    'Neither way is better',
    view('little', { scale: enough }),
    view('much', { scale: enough }),
    'person: higher by 2',
    hoping('achieve'),
  ),
  pair(
    'Neither way is better, and the same',
    view('right', { scale: enough }),
    view('right', { scale: enough }),
    'person: same by 0',
    hoping('maintain'),
  ),
  pair(
    'To get there: better is as hoped',
    view('some'),
    view('all'),
    'person: better by 2, as-hoped',
    hoping('achieve'),
  ),
  pair('To get there: the same says nothing yet', view('some'), view('some'), 'person: same by 0', hoping('achieve')),
  pair(
    'To keep it: the same is as hoped',
    view('most'),
    view('most'),
    'person: same by 0, as-hoped',
    hoping('maintain'),
  ),
  pair('To keep it: worse is not read', view('most'), view('some'), 'person: worse by 1', hoping('maintain')),
  pair(
    'To slow it down: the same is as hoped',
    view('most'),
    view('most'),
    'person: same by 0, as-hoped',
    hoping('slow-decline'),
  ),
  pair(
    'To slow it down: one step down may be as hoped',
    view('most'),
    view('some'),
    'person: worse by 1, may-be-as-hoped',
    hoping('slow-decline'),
  ),
  pair(
    'To slow it down: two steps down are not read',
    view('most'),
    view('none'),
    'person: worse by 2',
    hoping('slow-decline'),
  ),
  pair(
    'To be comfortable: better is as hoped',
    view('none'),
    view('some'),
    'person: better by 1, as-hoped',
    hoping('comfort'),
  ),
  pair(
    'A small change is not called reliable',
    view(4, { scale: tested }),
    view(6, { scale: tested }),
    'person: better by 2, not reliable',
  ),
  pair(
    'A change that the scale’s owner calls reliable',
    view(4, { scale: tested }),
    view(7, { scale: tested }),
    'person: better by 3, reliable',
  ),
  pair(
    'A newer version that says it is comparable',
    view('some'),
    view('most', { scale: reworded }),
    'person: better by 1',
  ),
  pair(
    'Two views, side by side',
    [view('some'), carer('none')],
    [carer('none'), view('most')],
    ['person: better by 1', 'carer: same by 0'],
  ),
  pair(
    'Goal attainment, the same levels',
    view(-1, levels('Once a month')),
    view(0, levels('once a month.')),
    'person: better by 1',
  ),
];

const reasons: readonly ComparisonCase[] = [
  pair('Another scale', view('some'), view('met', { scale: met }), none('scale')),
  pair('Another version of the scale', view('some'), view('most', { scale: notReworded }), none('scale-version')),
  pair('Another perspective', view('some', { perspective: 'practitioner' }), view('most'), [
    none('perspective'),
    none('perspective', 'practitioner'),
  ]),
  pair(
    'A view for the first time',
    view('some'),
    [view('some'), carer('most')],
    ['person: same by 0', none('missing-baseline', 'carer')],
  ),
  pair('A view that was not asked for now', [view('some'), carer('most')], view('some'), [
    'person: same by 0',
    none('not-asked-now', 'carer'),
  ]),
  pair('No answer then', view('', { answer: declined }), view('some'), none('no-answer-then')),
  pair('No answer now', view('some'), view('', { answer: declined }), none('no-answer-now')),
  pair(
    'No answer, then and now',
    view('', { answer: declined }),
    view('', { answer: declined }),
    none('no-answer-both'),
  ),
  pair(
    'A rating entered in error',
    view('some', { enteredInError: { reason: 'Eck’s view', at: '2026-03-04T09:15:00+00:00' } }),
    view('most'),
    none('entered-in-error'),
  ),
  pair('A value that is not on the scale', view('often'), view('most'), none('off-scale')),
  pair(
    'Statuses in no order',
    view('begun', { scale: statuses }),
    view('there', { scale: statuses }),
    none('scale-unordered'),
  ),
  pair(
    'Goal attainment, other levels',
    view(-1, levels('Once a month')),
    view(0, levels('Every week')),
    none('levels-differ'),
  ),
  pair('Goal attainment, another goal', view(-1, { scale: goal }), view(0, { scale: goal }), none('goal-differs'), {
    then: { personalOutcome: { text: 'To get to the club' } },
    now: { personalOutcome: { text: 'To have Eck to tea' } },
  }),
  {
    name: 'Two carers',
    previous: record('then', [{ ratings: [carer('some', { participantId: 'a' })] }], {
      people: [{ id: 'a', role: 'unpaid-carer', name: 'Fiona' }],
    }),
    current: record('now', [{ ratings: [carer('most', { participantId: 'b' })] }], {
      people: [{ id: 'b', role: 'unpaid-carer', name: 'Alec' }],
    }),
    expect: { problems: [], status: 'compared', views: [none('different-people', 'carer')] },
  },
  {
    name: 'A scale that nobody registered, and that the records do not hold',
    previous: record('then', [{ ratings: [view('low', { scale: { ...enough, id: 'lost' }, label: 'Low' })] }]),
    current: record('now', [{ ratings: [view('high', { scale: { ...enough, id: 'lost' }, label: 'High' })] }]),
    expect: { problems: [], status: 'compared', views: [none('scale-unknown')] },
  },
  {
    name: 'Two copies of a scale that do not agree',
    previous: record('then', [{ ratings: [view('some')] }]),
    current: record('now', [{ ratings: [view('most')] }], { scales: [{ ...frequency, direction: 'lower-better' }] }),
    expect: { problems: [], status: 'compared', views: [none('scales-disagree')] },
  },
];

const ratedThen = record('then', [{ ratings: [view('some')] }]);
const ratedNow = record('now', [{ ratings: [view('most')] }]);

const pairs: readonly ComparisonCase[] = [
  {
    name: 'First time recorded',
    previous: record('then', []),
    current: ratedNow,
    expect: { problems: ['no-entries then'], status: 'first-time', views: [none('missing-baseline')] },
  },
  {
    name: 'Not asked this time',
    previous: ratedThen,
    current: record('now', []),
    expect: { problems: ['no-entries now'], status: 'not-this-time', views: [none('not-asked-now')] },
  },
  {
    name: 'No longer matters',
    previous: ratedThen,
    current: record('now', [
      { narrative: [], decision: { value: 'no-longer-matters', reason: 'The club has closed.' } },
    ]),
    expect: { problems: [], status: 'no-longer-matters', views: [none('not-asked-now')] },
  },
  {
    name: 'Carried along, and not talked about',
    previous: ratedThen,
    current: record('now', [{ narrative: [], previous: { recordId: 'record-then', entryId: 'then-1' } }]),
    expect: { problems: [], status: 'not-this-time', views: [none('not-asked-now')] },
  },
  {
    name: 'Records of different people',
    previous: ratedThen,
    current: { ...ratedNow, subject: { id: 'p-205', name: 'Eck' } },
    expect: { problems: ['different-subjects'], status: 'compared', views: [none('different-subjects')] },
  },
  {
    name: 'The same record twice',
    previous: ratedThen,
    current: ratedThen,
    expect: { problems: ['same-record'], status: 'compared', views: [none('same-conversation')] },
  },
  {
    name: 'A record and its amendment',
    previous: ratedThen,
    current: {
      ...ratedThen,
      id: 'record-amended',
      amends: { recordId: 'record-then', reason: 'The wrong day', at: '2026-03-04T09:15:00+00:00' },
    },
    expect: { problems: ['amendment', 'order-unknown'], status: 'compared', views: [none('same-conversation')] },
  },
  {
    name: 'The later record given as the earlier',
    previous: ratedNow,
    current: ratedThen,
    expect: { problems: ['reversed'], status: 'compared', views: ['person: worse by 1'] },
  },
  {
    name: 'A record entered in error',
    previous: {
      ...ratedThen,
      status: 'entered-in-error',
      enteredInError: { reason: 'The wrong file', at: '2026-03-04T09:15:00+00:00' },
    },
    current: ratedNow,
    expect: { problems: ['entered-in-error then'], status: 'compared', views: [none('entered-in-error')] },
  },
  {
    name: 'Another version of the framework',
    previous: ratedThen,
    current: { ...ratedNow, framework: { ...ratedNow.framework, version: '2' } },
    expect: { problems: ['other-framework-version'], status: 'compared', views: ['person: better by 1'] },
  },
  {
    name: 'Another framework, carried along by its link',
    previous: ratedThen,
    current: {
      ...record('now', [
        {
          label: 'Folk I know',
          outcomes: [
            { framework: 'strathmorn-good-life', frameworkVersion: '1', id: 'folk-i-know', name: 'Folk I know' },
          ],
          ratings: [view('most')],
          previous: { recordId: 'record-then', entryId: 'then-1' },
        },
      ]),
      framework: { id: 'strathmorn-good-life', version: '1', name: 'A good life in Strathmorn' },
    },
    expect: { problems: ['other-framework'], status: 'compared', views: ['person: better by 1'] },
  },
  {
    name: 'Something the person named, worded nearly the same',
    previous: record('then', [{ label: 'Having a cat again', outcomes: [], ratings: [view('none')] }]),
    current: record('now', [{ label: 'Having a cat, again!', outcomes: [], ratings: [view('all')] }]),
    expect: { problems: [], status: 'compared', views: ['person: better by 3'] },
  },
  {
    name: 'Words alone, then and now',
    previous: record('then', [{}]),
    current: record('now', [{}]),
    expect: { problems: [], status: 'compared', views: [] },
  },
];

export const comparisonCases: readonly ComparisonCase[] = [...changes, ...reasons, ...pairs];
