import type { StringPack } from '../../i18n/strings.js';
import { contributorStrings } from '../contributors/contributors.strings.js';

export const actionStrings = {
  ...contributorStrings,
  'field.required': 'Please add a next step.',
  'actions.label': 'Next steps',
  'actions.add-own': 'Something {name} will do',
  'actions.add-other': 'Something others will do',
  'actions.the-person': 'the person',
  'actions.what': 'What will {name} do?',
  'actions.what-other': 'What will be done?',
  'actions.who': 'Who?',
  'actions.by': 'By when?',
  'actions.status': 'How is it going?',
  'actions.remove': 'Remove this step',
  'actions.empty': 'No next steps yet',
  'status.': 'Not said',
  'status.planned': 'Planned',
  'status.doing': 'Doing it',
  'status.done': 'Done',
  'status.not-yet': 'Not yet',
  'status.no-longer-needed': 'No longer needed',
} as const satisfies StringPack;
