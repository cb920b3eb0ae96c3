/**
 * Why a record was not stored: somebody else has stored it since. Reject the promise given to `waitUntil` with it, or with any object of the same
 * shape, such as the JSON that a server answers with: `{ "code": "conflict", "record": … }`.
 */
export interface RecordConflict {
  readonly code: 'conflict';
  /** What the host holds now, as an object or JSON text. Its `baseVersion` is the host's version of it (an ETag): what is settled names that one. */
  readonly record: unknown;
  /** The version from which both sides began, where the host still has it. What only one side has changed is then not asked about. */
  readonly base?: unknown;
}

/** The same as an error, for hosts that reject with nothing else. Two copies of the library understand each other's: only the shape counts. */
export class RecordConflictError extends Error implements RecordConflict {
  override readonly name = 'RecordConflictError';
  readonly code = 'conflict';
  readonly record: unknown;
  readonly base: unknown;

  /**
   * @param record - what the host holds now, with the host's version of it in `baseVersion`
   * @param base - the version from which both sides began, where the host still has it
   */
  constructor(record: unknown, base?: unknown) {
    super('Somebody else has stored this record in the meantime.');
    this.record = record;
    this.base = base;
  }

  toJSON(): RecordConflict {
    const { code, record, base } = this;
    return { code, record, ...(base !== undefined && { base }) };
  }
}

/** Whether a host has refused a record because of another. */
export function isRecordConflict(reason: unknown): reason is RecordConflict {
  const { code, record } = (reason ?? {}) as Partial<RecordConflict>;
  return code === 'conflict' && record !== undefined && record !== null;
}
