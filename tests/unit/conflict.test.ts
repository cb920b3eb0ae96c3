import { describe, expect, it } from 'vitest';
import { isRecordConflict, RecordConflictError } from '../../src/model/conflict.js';

const record = { id: 'r-1' };

describe('What a host says when somebody else was quicker', () => {
  it('is an error, and says the same as JSON', () => {
    const error = new RecordConflictError(record);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'RecordConflictError',
      message: 'Somebody else has stored this record in the meantime.',
    });
    expect(isRecordConflict(error)).toBe(true);
    expect(JSON.parse(JSON.stringify(error))).toEqual({ code: 'conflict', record });
    const based = JSON.parse(JSON.stringify(new RecordConflictError(record, { id: 'r-0' }))) as unknown;
    expect(based).toEqual({ code: 'conflict', record, base: { id: 'r-0' } });
    expect(isRecordConflict(based)).toBe(true);
  });

  it('counts by its shape, from whichever copy of the library or server it comes', () => {
    expect(isRecordConflict({ code: 'conflict', record: '{"id":"r-1"}' })).toBe(true);
    expect(isRecordConflict(Object.assign(new Error('409'), { code: 'conflict', record }))).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'conflict'],
    ['an error', new Error('conflict')],
    ['another code', { code: 'gone', record }],
    ['no record', { code: 'conflict' }],
    ['no record at all', { code: 'conflict', record: null }],
  ])('%s is none', (_name, reason) => {
    expect(isRecordConflict(reason)).toBe(false);
  });
});
