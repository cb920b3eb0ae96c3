// @ts-check
/** Reading JSON that came over the network, and saying whether two documents hold the same. */
import { createHash } from 'node:crypto';
import { Problem } from './problem.js';

/** Deeper than this is no record: it is refused before anything looks inside. */
const MAX_DEPTH = 40;

/** Names that change an object's prototype when careless code merges the data into an object of its own. */
const HOSTILE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a request's body. The text is kept beside the value because it is stored exactly as it came.
 *
 * @param {Buffer} body
 * @returns {{ text: string, value: unknown }}
 */
export function readJson(body) {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new Problem(400, 'not-utf-8', 'The text is not UTF-8', 'Send the record as JSON in UTF-8.');
  }
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // The parser's own message quotes the text around the mistake, and those could be somebody's words: only the place is passed on.
    const place = /at position \d+( \(line \d+ column \d+\))?/.exec(error instanceof Error ? error.message : '')?.[0];
    throw new Problem(
      400,
      'not-json',
      'This is not JSON',
      `The record could not be read${place ? `: the mistake is ${place}` : ''}.`,
    );
  }
  refuseHostile(value);
  return { text, value };
}

/** @param {unknown} root */
function refuseHostile(root) {
  /** @type {{ value: unknown, depth: number }[]} */
  const waiting = [{ value: root, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MAX_DEPTH)
      throw new Problem(
        422,
        'too-deep',
        'The record is not valid',
        `The data goes more than ${MAX_DEPTH} levels deep.`,
      );
    for (const [name, inner] of Object.entries(value)) {
      if (HOSTILE_NAMES.has(name))
        throw new Problem(
          422,
          'hostile-name',
          'The record is not valid',
          `The name "${name}" is not allowed in a record.`,
        );
      waiting.push({ value: inner, depth: depth + 1 });
    }
  }
}

/**
 * The same text for the same content, whatever the order of the names and the white space (as RFC 8785 has it).
 *
 * @param {unknown} value
 * @returns {string}
 */
export function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

/**
 * The ETag of a record: two records have the same one exactly when they hold the same.
 *
 * @param {unknown} record
 */
export const etagOf = (record) => `"${createHash('sha256').update(canonicalJson(record)).digest('hex')}"`;
