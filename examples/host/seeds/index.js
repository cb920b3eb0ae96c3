// @ts-check
/** The people and conversations that a new file starts with. Everybody is made up. */
import { etagOf } from '../json.js';
import { jeanInMarch, jeanInSeptember, jeanInSeptemberCorrected } from './jean.js';
import { aishaInJune, peggyInOctober, tamInMay } from './others.js';
import { aisha, callum, jean, peggy, tam } from './people.js';

/** @import { Store } from '../store.js' */
/** @import { createValidator } from '../validate.js' */

const PEOPLE = [jean, tam, aisha, peggy, callum];
const RECORDS = [jeanInMarch, tamInMay, aishaInJune, jeanInSeptember, jeanInSeptemberCorrected, peggyInOctober];

/**
 * Fills an empty store. One that has people in it is left alone.
 *
 * @param {Store} store
 * @param {ReturnType<typeof createValidator>} validate
 */
export function seed(store, validate) {
  store.together(() => {
    if (store.people().length > 0) return;
    for (const person of PEOPLE) store.addPerson(person);
    for (const record of RECORDS) {
      const personId = record.subject.id ?? '';
      // By the same way as every other record, so that the schema is tried on them too.
      const [problem] = validate(record, personId);
      if (problem)
        throw new Error(`The example record ${record.id} is not valid at ${problem.path}: ${problem.message}`);
      const amended = RECORDS.find(({ id }) => id === record.amends?.recordId);
      const { outcome } = store.add({
        personId,
        text: JSON.stringify(record),
        record,
        versions: amended && [etagOf(amended)],
      });
      if (outcome !== 'stored') throw new Error(`The example record ${record.id} could not be stored: ${outcome}.`);
    }
  });
}
