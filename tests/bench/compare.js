/**
 * What comparing costs: 1,000 pairs of records with 15 outcomes, against `structuredClone` of the same records in the same process.
 * `node tests/bench/compare.js` prints the ratio, and fails above 20. Needs the compiled sources: `npx tsc` first, or `npm run build`.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const limit = 20;
const pairs = 1000;
const outcomes = 15;
const rounds = 7;

const root = join(import.meta.dirname, '../..');
// The newest of what the build leaves: the compiled sources, or the package.
const [compiled] = ['dist/model/index.js', 'out/model/index.js']
  .map((path) => join(root, path))
  .filter(existsSync)
  .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
if (!compiled) throw new Error('There is nothing to measure yet. Run "npm run build" first.');
const { compareRecords, findFramework, findScale } = await import(pathToFileURL(compiled).href);
if (!compareRecords) throw new Error('The build is older than compareRecords. Run "npm run build" first.');

const framework = findFramework('talking-points-community');
const scale = findScale('frequency-4');
/** @typedef {import('../../src/schema/record.js').OutcomeRecord} OutcomeRecord */
/** @typedef {(previous: OutcomeRecord, current: OutcomeRecord) => number} Work how many outcomes came out */

const values = scale.points.map((/** @type {{ value: string | number }} */ { value }) => value);
const words = 'I used to go to the bowling on a Tuesday. I miss the laughing more than the bowling. ';

/** A record as a long afternoon leaves it: three views, importance, the sense of change, helpers and steps for every outcome. */
function record(/** @type {number} */ pair, /** @type {'then' | 'now'} */ when) {
  const at = when === 'then' ? '2026-03-03' : '2026-09-01';
  const rating = (/** @type {string} */ name, /** @type {string} */ perspective, /** @type {number} */ index) => ({
    id: name,
    perspective,
    scale: { id: scale.id, version: scale.version },
    answer: { kind: 'answered', value: values[index % values.length] },
    label: scale.points[index % values.length].label,
    recordedAt: `${at}T16:10:00+00:00`,
    recordedBy: { id: 'w-17', name: 'Mairi', role: 'Social worker' },
  });
  return {
    schemaVersion: '1.0',
    id: `record-${pair}-${when}`,
    kind: when === 'then' ? 'plan' : 'review',
    status: 'completed',
    subject: { id: `p-${pair}`, name: 'Jean' },
    conversationAt: `${at}T14:05`,
    recordedAt: `${at}T16:10:00+00:00`,
    completedAt: `${at}T16:40:00+00:00`,
    conversation: { mode: 'face-to-face', participants: [{ id: 'p', role: 'unpaid-carer', name: 'Fiona' }] },
    framework: { id: 'talking-points-community', version: '1', name: 'Talking Points: people using services' },
    scales: [scale],
    entries: Array.from({ length: outcomes }, (_, index) => ({
      id: `${when}-${pair}-${index}`,
      label: `Outcome ${index}`,
      outcomes: [
        {
          framework: 'talking-points-community',
          frameworkVersion: '1',
          id: `outcome-${index}`,
          name: `Outcome ${index}`,
        },
      ],
      narrative: [{ id: `s-${index}`, text: words.repeat(3), saidBy: 'person', recordedAt: `${at}T16:10:00+00:00` }],
      personalOutcome: { text: words, intent: 'maintain', wordedBy: 'person' },
      ratings: [
        rating(`r-${index}`, 'person', index + pair),
        rating(`c-${index}`, 'carer', index + 1),
        rating(`w-${index}`, 'practitioner', index + 2),
      ],
      importance: [rating(`i-${index}`, 'person', index)],
      ...(when === 'now' && { change: [rating(`ch-${index}`, 'person', index)] }),
      contributors: [{ id: `k-${index}`, kind: 'friend', who: 'Eck', how: 'Has a car', stage: 'actual' }],
      actions: [{ id: `a-${index}`, what: 'Phone Eck about a lift', by: '2026-03-10', status: 'doing' }],
      decision: { value: 'keep-going' },
    })),
  };
}

const records = Array.from(
  { length: pairs },
  (_, pair) =>
    /** @type {[OutcomeRecord, OutcomeRecord]} */ (
      /** @type {unknown} */ ([record(pair, 'then'), record(pair, 'now')])
    ),
);

/** Milliseconds of processor time for one way through all pairs. The result is kept, so that nothing can be left out. */
function cost(/** @type {Work} */ work) {
  const before = process.cpuUsage();
  let kept = 0;
  for (const [previous, current] of records) kept += work(previous, current);
  const { user, system } = process.cpuUsage(before);
  if (kept !== pairs * outcomes) throw new Error(`${kept} outcomes came out, not ${pairs * outcomes}.`);
  return (user + system) / 1000;
}

/** @type {Work} */
const clone = (previous, current) => structuredClone({ previous, current }).current.entries.length;
/** @type {Work} */
const compare = (previous, current) => compareRecords(previous, current, { framework, findScale }).outcomes.length;
const median = (/** @type {number[]} */ list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;

cost(clone);
cost(compare);
// In turns, so that a busy machine is as unkind to one as to the other.
const runs = Array.from({ length: rounds }, () => ({ cloning: cost(clone), comparing: cost(compare) }));
const cloning = median(runs.map((run) => run.cloning));
const comparing = median(runs.map((run) => run.comparing));
const ratio = comparing / cloning;
console.log(
  `Comparing ${pairs} pairs of ${outcomes} outcomes: ${comparing.toFixed(0)} ms; structuredClone of them: ${cloning.toFixed(0)} ms; ` +
    `${ratio.toFixed(2)} × (at most ${limit} ×).`,
);
if (!(ratio <= limit)) process.exit(1);
