import type { StringPack } from '../../i18n/strings.js';

export const contributorStrings = {
  'field.required': 'Please add somebody or something that helps.',
  'contributors.label': 'Who and what helps',
  'contributors.add': 'Add',
  'contributors.who': '{kind}: who or what?',
  'contributors.how': 'How do they help?',
  'contributors.remove': 'Remove {kind}',
  'contributors.empty': 'Nobody written down yet',
  'kind.person': 'The person',
  'kind.family': 'Family',
  'kind.friend': 'Friend or neighbour',
  'kind.community': 'Community',
  'kind.service': 'Service',
  'kind.equipment': 'Equipment',
  'kind.circumstances': 'Something else',
} as const satisfies StringPack;
