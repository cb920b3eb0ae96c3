import type { Translate } from '../../base/tp-element.js';
import type { Entry, OutcomeRecord } from '../../schema/record.js';
import { hygieneProblems } from '../../schema/rules.js';
import type { Check } from './conversation.finish.js';

/** What has to be looked at before a record can be completed: only what could not be stored. An outcome without words or rating is fine. */
export function checksOf(
  record: OutcomeRecord,
  t: Translate,
  show: (entry: Entry | undefined) => void,
): readonly Check[] {
  const checks = record.entries
    .filter((entry) => hygieneProblems(entry).length > 0)
    .map((entry) => ({
      message: t('finish.check-text', { name: entry.label }),
      show: () => {
        show(entry);
      },
    }));
  if (hygieneProblems(record.conversation).length === 0) return checks;
  return [
    {
      message: t('finish.check-how'),
      show: () => {
        show(undefined);
      },
    },
    ...checks,
  ];
}
