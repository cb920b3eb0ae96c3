import type { StringPack } from '../../i18n/strings.js';

export const scaleStrings = {
  'field.required': 'Please answer, or say why not.',
  'scale.broken': 'This question cannot be shown.',
  'scale.clear': 'Clear the answer',
  'scale.more-reasons': 'More reasons',
  'scale.unanswered': 'No answer yet',
  'scale.off': 'Recorded as “{value}”',
  'reason.declined': 'I’d rather not say',
  'reason.not-known': 'I’m not sure',
  'reason.not-applicable': 'This doesn’t apply to me',
  'reason.later': 'Come back to this',
  'reason.not-discussed': 'We did not talk about this',
  'reason.unable': 'Not able to answer this time',
} as const satisfies StringPack;
