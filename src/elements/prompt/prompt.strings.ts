import type { StringPack } from '../../i18n/strings.js';

export const promptStrings = {
  'prompt.ways-to-ask': 'Ways to ask',
} as const satisfies StringPack;
