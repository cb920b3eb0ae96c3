// Compiled, never run: what TypeScript knows about the data.
import { createRecord, edit, loadRecord, newId, type Answer } from '../../src/model/index.js';
import { findFramework } from '../../src/model/index.js';
import { parseFramework, parseScale } from '../../src/schema/index.js';
import type { Entry, OutcomeFramework, OutcomeRecord, Rating, RatingScale, ScaleAnswer } from '../../src/index.js';
import { exactly, use } from './expect.js';

declare const record: OutcomeRecord;
declare const framework: OutcomeFramework;
const recordedAt = '2026-03-03T14:05:00+00:00';

const entry: Entry = { id: newId(), label: 'Seeing people', outcomes: [] };
const rating: Rating = {
  id: newId(),
  perspective: 'person',
  scale: { id: 'met-3', version: '1' },
  answer: { kind: 'answered', value: 0 },
  recordedAt,
};
const changed: OutcomeRecord = { ...record, entries: [{ ...entry, ratings: [rating] }] };
exactly<readonly Entry[]>()(changed.entries);

// A name that is misspelt is found, at any depth, though unknown fields of a newer version go through when it runs.
// @ts-expect-error -- misspelt
use(record.entrys);
// @ts-expect-error -- misspelt
const misspelt: Entry = { ...entry, narative: [] };
// @ts-expect-error -- misspelt, further down
const deeper: Entry = { ...entry, narrative: [{ id: 'a', text: '', saidby: 'person' }] };
// @ts-expect-error -- a code that is not there
const code: Rating = { ...rating, perspective: 'daughter' };
// @ts-expect-error -- an entry has an id
const without: Entry = { label: 'Seeing people', outcomes: [] };
// @ts-expect-error -- a rating says whose it is
const whose: Rating = { id: 'a', scale: rating.scale, answer: rating.answer, recordedAt };
// @ts-expect-error -- the self-directed support options are 1 to 4
const option: Entry = { ...entry, actions: [{ id: 'a', what: '', sdsOption: 5 }] };
use(misspelt, deeper, code, without, whose, option);

// A record is read-only all the way down.
// @ts-expect-error -- read-only
record.status = 'completed';
// @ts-expect-error -- read-only
use(record.entries satisfies Entry[]);
// @ts-expect-error -- read-only
record.conversation.mode = 'phone';

// An answer is told apart by its kind, and only an answer that was given has a value.
const valueOf = (answer: ScaleAnswer): string | number | undefined =>
  answer.kind === 'answered' ? answer.value : undefined;
use(valueOf);
// @ts-expect-error -- there may be none
const careless = (answer: ScaleAnswer): unknown => answer.value;
use(careless);
const words: Answer<string> = { kind: 'answered', value: 'Aye.' };
use(words);

const loaded = loadRecord('{}');
if (loaded.ok) exactly<OutcomeRecord>()(loaded.value);
else exactly<string | undefined>()(loaded.problems[0]?.message);
// @ts-expect-error -- there may be no record
use(loaded.value);

const parsed = parseFramework({});
if (parsed.ok) exactly<OutcomeFramework>()(parsed.value);
const scale = parseScale({});
if (scale.ok) exactly<RatingScale>()(scale.value);

exactly<OutcomeFramework | undefined>()(findFramework('shanarri'));
const now = new Date();
exactly<OutcomeRecord>()(createRecord({ framework, now }));
// @ts-expect-error -- the time is handed in, so that a test or a host decides it
createRecord({ framework });
// @ts-expect-error -- not a kind of record
createRecord({ framework, now, kind: 'reveiw' });
exactly<OutcomeRecord>()(edit(record, ['kind'], 'plan').value);
