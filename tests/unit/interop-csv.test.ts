import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CSV_COLUMNS, toCsv } from '../../src/interop/csv.js';
import { latestRecords } from '../../src/model/compare-latest.js';
import type { Entry, OutcomeRecord } from '../../src/schema/record.js';
import { at, hostile, jean, mapWords, records } from './interop-samples.js';

type Row = Readonly<Record<string, string>>;

/** Read by somebody else's parser. */
function read(csv: string): readonly Row[] {
  const { data, errors, meta } = Papa.parse<Row>(csv, {
    header: true,
    delimiter: ',',
    newline: '\r\n',
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(meta.fields).toEqual(
    CSV_COLUMNS.filter(({ name }) => csv.split('\r\n')[0]?.split(',').includes(name)).map(({ name }) => name),
  );
  return data;
}
const plain = (cell: string): string => cell.replace(/^'(?=[\s']*[=+\-@＝＋－＠\t\r\n])/, '');
const ratings = ({ ratings: now = [], importance = [], change = [] }: Entry) => [...now, ...importance, ...change];
const lines = (record: OutcomeRecord) =>
  record.entries.flatMap((entry) => ratings(entry).map((rating) => ({ entry, rating })));

describe('toCsv', () => {
  it('marks what was corrected, so that no conversation has to count twice', () => {
    const correction = { ...jean, id: 'second', amends: { recordId: jean.id, reason: 'The wrong scale', at } };
    const marks = (records: readonly OutcomeRecord[]) => [
      ...new Map(read(toCsv(records)).map((row) => [row['record_id'], row['superseded']])),
    ];
    expect(marks([jean, correction])).toEqual([
      [jean.id, 'true'],
      ['second', ''],
    ]);
    expect(marks(latestRecords([jean, correction]))).toEqual([['second', '']]);
    // A correction that is still being written corrects nothing yet.
    expect(marks([jean, { ...correction, status: 'draft' }])).toEqual([
      [jean.id, ''],
      ['second', 'true'],
    ]);
  });

  it('writes one row for each rating, with whose view it is and the words of the day', () => {
    const rows = read(toCsv([jean]));
    expect(
      rows.map((row) => [
        row['rating_id'],
        row['perspective'],
        row['answer_kind'],
        row['answer_value'],
        row['answer_label'],
        row['no_answer_reason'],
      ]),
    ).toEqual([
      ['r-1', 'person', 'answered', 'most', 'Most of the time', ''],
      ['r-2', 'carer', 'answered', 'none', 'None of the time', ''],
      ['r-3', 'practitioner', 'no-answer', '', '', 'declined'],
      ['r-4', 'person', 'unanswered', '', '', ''],
      ['r-5', 'person', 'answered', '-1', expect.stringMatching(/\w/), ''],
    ]);
    expect(rows[0]).toMatchObject({
      record_id: jean.id,
      conversation_at: '2026-03-03T14:05',
      outcome_ids: 'seeing-people',
      outcome_categories: 'Quality of life',
      scale_id: 'frequency-4',
      scale_version: '1',
      answer_ordinal: '2',
      hoped_for_label: 'All of the time',
      question: 'ratings',
      rated_by: 'worker-4',
    });
    expect(rows[1]).toMatchObject({ participant_role: 'unpaid-carer', answer_ordinal: '0' });
    expect(rows[3]?.['question']).toBe('importance');
  });

  it('holds nobody’s own words unless they are asked for', () => {
    const said = /bowling|allotment|Dug once|Some weeks|Not today|Only for the file|Moira|Jean\b/;
    expect(toCsv([jean])).not.toMatch(said);
    const [first] = read(toCsv([jean], { words: true }));
    expect(first).toMatchObject({ what_matters: 'Seeing people', answer_reason: 'Some weeks nobody comes' });
    expect(first?.['narrative']).toContain('I miss the bowling club.\nTuesdays are long.');
  });

  it('gives an audience only what they may see', () => {
    expect(toCsv([jean], { words: true })).toContain('Only for the file');
    expect(toCsv([jean], { words: true, audience: 'person' })).not.toContain('Only for the file');
    expect(read(toCsv([jean], { words: true, audience: 'agencies' }))).toEqual([]);
  });

  it('marks mistakes, and leaves them in', () => {
    const slip = { reason: 'A slip', at: jean.recordedAt };
    const [entry] = jean.entries as [Entry];
    const marked = { ...jean, entries: [{ ...entry, enteredInError: slip }, ...jean.entries.slice(1)] };
    expect(read(toCsv([marked])).map((row) => row['entered_in_error'])).toEqual([
      'entry',
      'entry',
      'entry',
      'entry',
      '',
    ]);
    expect(read(toCsv([{ ...jean, status: 'entered-in-error' }]))[4]?.['entered_in_error']).toBe('record');
  });

  it('has a header row when there is nothing, a mark for Excel when asked, and an explanation of every column', () => {
    expect(toCsv([])).toBe(
      `${CSV_COLUMNS.filter(({ words }) => !words)
        .map(({ name }) => name)
        .join(',')}\r\n`,
    );
    expect(toCsv([], { byteOrderMark: true }).codePointAt(0)).toBe(0xfeff);
    for (const { says } of CSV_COLUMNS) expect(says).toMatch(/\w/);
    expect(new Set(CSV_COLUMNS.map(({ name }) => name)).size).toBe(CSV_COLUMNS.length);
  });

  it('comes back exactly, whatever was recorded', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 2 }), (given) => {
        const rows = read(toCsv(given, { words: true }));
        const expected = given.flatMap(lines);
        expect(rows.map((row) => row['rating_id'])).toEqual(expected.map(({ rating }) => rating.id));
        expected.forEach(({ entry, rating: { answer, reason = '', wouldHelp = '' } }, index) => {
          const row = rows[index] ?? {};
          expect(plain(row['what_matters'] ?? '')).toBe(entry.label);
          expect(plain(row['answer_reason'] ?? '')).toBe(reason);
          expect(plain(row['would_help'] ?? '')).toBe(wouldHelp);
          expect(plain(row['answer_value'] ?? '')).toBe(answer.kind === 'answered' ? String(answer.value) : '');
        });
      }),
      { numRuns: 200 },
    );
  });

  it('has no cell that a spreadsheet would run', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const rows = read(toCsv([mapWords(jean, () => text || 'x')], { words: true }));
        for (const cell of rows.flatMap((row) => Object.values(row)))
          if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]/);
      }),
    );
  });
});
