// @ts-check
/**
 * The database: one SQLite file, written through Node's own driver. Records are only ever added. A correction is a new record that
 * names the one it corrects, and the database itself refuses to change or delete one.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { etagOf } from './json.js';

/** @import { OutcomeRecord } from 'talking-points-elements/schema' */
/** @typedef {{ id: string, name: string, calledName: string, about: string, framework: string }} Person */
/** @typedef {{ id: string, personId: string, text: string, record: OutcomeRecord, etag: string, storedAt: string, amendedBy: string | null }} StoredRecord */
/**
 * @typedef {{ outcome: 'stored' | 'already-stored', stored: StoredRecord }
 *   | { outcome: 'amends-unknown' | 'version-missing' }
 *   | { outcome: 'different', current: StoredRecord | undefined }
 *   | { outcome: 'version-stale', current: StoredRecord }} Added
 */

const FORMAT = 1;
/** Marks the file as Kinfolk's ("Kinf"), so that no other program's database is written to or removed by a slip of the keyboard. */
const APPLICATION = 0x4b696e66;

const SCHEMA = `
  CREATE TABLE people (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, called_name TEXT NOT NULL, about TEXT NOT NULL, framework TEXT NOT NULL
  ) STRICT;

  CREATE TABLE records (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL REFERENCES people (id),
    body TEXT NOT NULL,                                 -- the JSON, exactly as it came
    etag TEXT NOT NULL,
    amends TEXT UNIQUE REFERENCES records (id),         -- a record can be corrected once; its correction can be corrected again
    stored_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX records_by_person ON records (person_id);

  CREATE TRIGGER records_are_never_changed BEFORE UPDATE ON records
  BEGIN SELECT RAISE(ABORT, 'Records are never changed: add one that amends it.'); END;
  CREATE TRIGGER records_are_never_deleted BEFORE DELETE ON records
  BEGIN SELECT RAISE(ABORT, 'Records are never deleted: mark it as entered in error.'); END;
  -- INSERT OR REPLACE would delete the old row without asking the trigger above.
  CREATE TRIGGER records_are_never_replaced BEFORE INSERT ON records
  WHEN EXISTS (SELECT 1 FROM records WHERE id = NEW.id OR number = NEW.number OR amends = NEW.amends)
  BEGIN SELECT RAISE(ABORT, 'Records are never replaced.'); END;
`;

const SELECT = `
  SELECT r.id, r.person_id, r.body, r.etag, r.stored_at, later.id AS amended_by
  FROM records r LEFT JOIN records later ON later.amends = r.id`;

/**
 * @param {unknown} row
 * @returns {StoredRecord}
 */
function storedRecord(row) {
  const { id, person_id, body, etag, stored_at, amended_by } =
    /** @type {Record<string, string> & { amended_by: string | null }} */ (row);
  return {
    id: String(id),
    personId: String(person_id),
    text: String(body),
    record: JSON.parse(String(body)),
    etag: String(etag),
    storedAt: String(stored_at),
    amendedBy: amended_by,
  };
}

/**
 * @param {unknown} row
 * @returns {Person}
 */
function person(row) {
  const { id, name, called_name, about, framework } = /** @type {Record<string, string>} */ (row);
  return {
    id: String(id),
    name: String(name),
    calledName: String(called_name),
    about: String(about),
    framework: String(framework),
  };
}

/**
 * @param {DatabaseSync} database
 * @param {string} name
 */
const pragma = (database, name) => Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);

/**
 * Whether a database is new, or Kinfolk's; throws when it is something else.
 *
 * @param {DatabaseSync} database
 * @returns {'new' | 'ours'}
 */
function kindOf(database) {
  if (pragma(database, 'application_id') === APPLICATION) return 'ours';
  if (database.prepare('SELECT count(*) AS tables FROM sqlite_master').get()?.['tables'] === 0) return 'new';
  throw new Error('it is the database of another program');
}

export class Store {
  /**
   * Removes a file of Kinfolk's, and nothing else.
   *
   * @param {string} file
   */
  static remove(file) {
    if (!existsSync(file)) return;
    const database = new DatabaseSync(file, { timeout: 5000 });
    try {
      kindOf(database);
    } finally {
      database.close();
    }
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  }

  /** @param {string} file where the records are kept, or `:memory:` */
  constructor(file) {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    this.database = new DatabaseSync(file, { timeout: 5000 });
    kindOf(this.database);
    // A write-ahead log that is forced to disk at each commit: what was acknowledged is there after a crash or a power cut.
    this.database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    this.together(() => {
      if (kindOf(this.database) === 'new')
        this.database.exec(`${SCHEMA} PRAGMA user_version = ${FORMAT}; PRAGMA application_id = ${APPLICATION};`);
      if (pragma(this.database, 'user_version') > FORMAT) throw new Error('it was made by a newer Kinfolk');
    });
    this.selectRecord = this.database.prepare(`${SELECT} WHERE r.id = ?`);
    this.selectRecords = this.database.prepare(`${SELECT} WHERE r.person_id = ? ORDER BY r.number DESC`);
    this.selectLatest = this.database.prepare(`${SELECT} ORDER BY r.number DESC LIMIT 1`);
    this.insertRecord = this.database.prepare(
      'INSERT INTO records (id, person_id, body, etag, amends, stored_at) VALUES (?, ?, ?, ?, ?, ?)',
    );
  }

  /** @returns {Person[]} */
  people() {
    return this.database.prepare('SELECT * FROM people ORDER BY rowid').all().map(person);
  }

  /**
   * @param {string} id
   * @returns {Person | undefined}
   */
  person(id) {
    const row = this.database.prepare('SELECT * FROM people WHERE id = ?').get(id);
    return row && person(row);
  }

  /** @param {Person} newPerson */
  addPerson({ id, name, calledName, about, framework }) {
    this.database
      .prepare('INSERT INTO people (id, name, called_name, about, framework) VALUES (?, ?, ?, ?, ?)')
      .run(id, name, calledName, about, framework);
  }

  /**
   * A person's records, the one that was stored last first.
   *
   * @param {string} personId
   */
  records(personId) {
    return this.selectRecords.all(personId).map(storedRecord);
  }

  /** @param {string} id */
  record(id) {
    const row = this.selectRecord.get(id);
    return row && storedRecord(row);
  }

  /** The record that was stored last, whoever it is about. */
  latest() {
    const row = this.selectLatest.get();
    return row && storedRecord(row);
  }

  /**
   * Adds a record. Returns only when it is on disk.
   *
   * @param {{ personId: string, text: string, record: OutcomeRecord, versions?: readonly string[] | undefined }} options
   *   `versions`: the ETags that the caller takes for the current one (`If-Match`); needed for a record that amends another
   * @returns {Added}
   */
  add({ personId, text, record, versions }) {
    return this.together(() => {
      const etag = etagOf(record);
      const before = this.record(record.id);
      // Asked first, so that sending the same record again is always safe, an amendment too.
      if (before) {
        // Of somebody else's record nothing is told.
        if (before.personId !== personId) return { outcome: 'different', current: undefined };
        return before.etag === etag
          ? { outcome: 'already-stored', stored: before }
          : { outcome: 'different', current: this.#current(before) };
      }
      if (record.amends) {
        const amended = this.record(record.amends.recordId);
        if (!amended || amended.personId !== personId) return { outcome: 'amends-unknown' };
        if (!versions) return { outcome: 'version-missing' };
        if (amended.amendedBy || !versions.includes(amended.etag))
          return { outcome: 'version-stale', current: this.#current(amended) };
      }
      const storedAt = new Date().toISOString();
      this.insertRecord.run(record.id, personId, text, etag, record.amends?.recordId ?? null, storedAt);
      return { outcome: 'stored', stored: { id: record.id, personId, text, record, etag, storedAt, amendedBy: null } };
    });
  }

  close() {
    this.database.close();
  }

  /**
   * The last correction of a record, or the record itself.
   *
   * @param {StoredRecord} record
   * @returns {StoredRecord}
   */
  #current(record) {
    let current = record;
    while (current.amendedBy) {
      const next = this.record(current.amendedBy);
      if (!next) break;
      current = next;
    }
    return current;
  }

  /**
   * Does all of the work or, when it throws or the machine fails, none of it.
   *
   * @template T
   * @param {() => T} work
   * @returns {T}
   */
  together(work) {
    if (this.database.isTransaction) return work();
    // IMMEDIATE: another process that has the same file open waits here, not half-way through.
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }
}
