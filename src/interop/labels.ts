import type {
  ActionStatus,
  Audience,
  ContributionStage,
  ContributorKind,
  Decision,
  Intent,
  Mode,
  NoAnswerReason,
  Perspective,
  RecordKind,
  Role,
  Support,
} from '../schema/codes.js';

/** The codes' words in a file that leaves the page. Those that the elements show too have the same words there (a test holds them together). */
export const labels = {
  perspective: {
    person: 'The person',
    carer: 'Unpaid carer',
    practitioner: 'Practitioner',
    'proxy-own': 'Someone close: their own view',
    'proxy-for-person': 'Someone close: what they think the person would say',
    advocate: 'Independent advocate',
    parent: 'Parent',
    agency: 'Agency',
  } satisfies Record<Perspective, string>,
  reason: {
    declined: 'I’d rather not say',
    'not-known': 'I’m not sure',
    'not-applicable': 'This doesn’t apply to me',
    later: 'Come back to this',
    'not-discussed': 'We did not talk about this',
    unable: 'Not able to answer this time',
  } satisfies Record<NoAnswerReason, string>,
  intent: {
    achieve: 'get there',
    maintain: 'keep as it is',
    'slow-decline': 'slow down getting worse',
    comfort: 'be comfortable',
  } satisfies Record<Intent, string>,
  kind: {
    person: 'The person',
    family: 'Family',
    friend: 'Friend or neighbour',
    community: 'Community',
    service: 'Service',
    equipment: 'Equipment',
    circumstances: 'Something else',
  } satisfies Record<ContributorKind, string>,
  stage: { planned: 'Planned', actual: 'Has helped' } satisfies Record<ContributionStage, string>,
  status: {
    planned: 'Planned',
    doing: 'Doing it',
    done: 'Done',
    'not-yet': 'Not yet',
    'no-longer-needed': 'No longer needed',
  } satisfies Record<ActionStatus, string>,
  decision: {
    continue: 'Continue',
    change: 'Change something',
    achieved: 'Achieved',
    'keep-going': 'Keep going',
    'no-longer-matters': 'No longer matters',
    paused: 'Pause for now',
  } satisfies Record<Decision, string>,
  role: {
    person: 'The person',
    'unpaid-carer': 'Unpaid carer',
    'family-or-friend': 'Family or friend',
    parent: 'Parent',
    'welfare-attorney': 'Welfare attorney',
    'welfare-guardian': 'Welfare guardian',
    'independent-advocate': 'Independent advocate',
    'named-person': 'Named person',
    interpreter: 'Interpreter',
    practitioner: 'Practitioner',
    other: 'Somebody else',
  } satisfies Record<Role, string>,
  mode: {
    'face-to-face': 'Face to face',
    phone: 'By phone',
    video: 'By video',
    written: 'In writing',
    observed: 'By observing',
  } satisfies Record<Mode, string>,
  support: {
    interpreter: 'Interpreter',
    bsl: 'British Sign Language',
    advocate: 'Advocate',
    symbols: 'Symbols or pictures',
    'easy-read': 'Easy read',
    'hearing-loop': 'Hearing loop',
    'more-time': 'More time',
    other: 'Something else',
  } satisfies Record<Support, string>,
  audience: {
    person: 'The person',
    family: 'Family',
    agencies: 'Agencies',
  } satisfies Record<Audience, string>,
  record: {
    assessment: 'Assessment',
    plan: 'Plan',
    review: 'Review',
  } satisfies Record<RecordKind, string>,
} as const;

export type CodeList = keyof typeof labels;

/** The words for a code; a code of a newer version stands for itself. */
export function labelOf(list: CodeList, code: string): string {
  const words: Readonly<Record<string, string>> = labels[list];
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}
