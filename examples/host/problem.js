// @ts-check

/** Something that a caller is told: an HTTP status, a code for programs and plain words for people (RFC 9457, `application/problem+json`). */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {string} code
   * @param {string} title
   * @param {string} detail what happened and how to mend it; never holds anybody's words
   * @param {{ more?: Record<string, unknown>, headers?: Record<string, string> }} [options]
   */
  constructor(status, code, title, detail, { more = {}, headers = {} } = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.title = title;
    this.more = more;
    this.headers = headers;
  }

  toJSON() {
    return { title: this.title, status: this.status, code: this.code, detail: this.message, ...this.more };
  }
}

/** What Fastify calls its errors, as statuses and words of our own. */
const KNOWN = new Map([
  [
    'FST_ERR_CTP_INVALID_MEDIA_TYPE',
    { status: 415, code: 'not-json', title: 'Only JSON is taken', detail: 'Send the record as application/json.' },
  ],
  [
    'FST_ERR_CTP_BODY_TOO_LARGE',
    {
      status: 413,
      code: 'too-large',
      title: 'The record is too large',
      detail: 'A record can have up to 10 MB. Nothing was stored.',
    },
  ],
  [
    'FST_ERR_CTP_INVALID_CONTENT_LENGTH',
    {
      status: 400,
      code: 'cut-short',
      title: 'The record was cut short',
      detail: 'Its length is not the length that was announced. Send it again.',
    },
  ],
]);

/**
 * @param {unknown} error
 * @returns {Problem}
 */
export function problemFrom(error) {
  if (error instanceof Problem) return error;
  const { code, statusCode } = /** @type {{ code?: string, statusCode?: number }} */ (error);
  const known = KNOWN.get(code ?? '');
  if (known) return new Problem(known.status, known.code, known.title, known.detail);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Problem(
      statusCode,
      'bad-request',
      'Kinfolk does not understand this',
      'Check the address and what was sent.',
    );
  return new Problem(
    500,
    'failed',
    'Something went wrong in Kinfolk',
    'Nothing was stored. Try again; if it goes wrong again, tell whoever looks after Kinfolk.',
  );
}
