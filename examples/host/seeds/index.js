// @ts-check
/** The people and conversations that a new file starts with. Everybody is made up. */
import { etagOf } from '../json.js';
import { jeanInMarch, jeanInSeptember, jeanInSeptemberCorrected } from './jean.js';
import { aishaInJune, peggyInOctober, tamInMay } from './others.js';
import { aisha, callum, jean, peggy, tam, wullie } from './people.js';
import { wulliesRecords } from './wullie.js';

/** @import { Store } from '../store.js' */
/** @import { createValidator } from '../validate.js' */

const PEOPLE = [jean, wullie, tam, aisha, peggy, callum];
const RECORDS = [
  ...wulliesRecords,
  jeanInMarch,
  tamInMay,
  aishaInJune,
  jeanInSeptember,
  jeanInSeptemberCorrected,
  peggyInOctober,
];

/**
 * Adds those of these people whom a store does not know yet, with their records. Whoever is there already is left alone.
 *
 * @param {Store} store
 * @param {ReturnType<typeof createValidator>} validate
 */
export function seed(store, validate) {
  store.together(() => {
    const unknown = PEOPLE.filter(({ id }) => !store.person(id));
    for (const person of unknown) store.addPerson(person);
    for (const record of RECORDS) {
      const personId = record.subject.id ?? '';
      if (!unknown.some(({ id }) => id === personId)) continue;
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
