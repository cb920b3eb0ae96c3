// @ts-check
/**
 * Checks a record as any host could, in any language: with the JSON Schema that the package publishes, and a validator that has
 * nothing to do with the package.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** @import { ErrorObject } from 'ajv' */
/** @typedef {{ path: string, message: string }} Finding */

/** What a host of this library needs from the package. */
const NEEDED = ['dist/schemas/outcome-record.schema.json', 'dist/cdn/talking-points-elements.js'];

/** A page of findings is more than anybody mends at once. */
const MAX_FINDINGS = 20;

/**
 * @param {string} libraryDir the unpacked package
 * @returns {string[]} the files that are missing
 */
export const missingFiles = (libraryDir) =>
  NEEDED.map((name) => join(libraryDir, name)).filter((file) => !existsSync(file));

/**
 * @param {string} libraryDir the unpacked package
 * @returns {(record: unknown, personId: string) => Finding[]} what is wrong with a record for that person; empty when it can be stored
 */
export function createValidator(libraryDir) {
  const schema = JSON.parse(readFileSync(join(libraryDir, 'dist/schemas/outcome-record.schema.json'), 'utf8'));
  const ajv = new Ajv2020({ allErrors: true, verbose: true });
  addFormats.default(ajv);
  const valid = ajv.compile(schema);
  return (record, personId) => {
    if (!valid(record)) return describe(valid.errors ?? []);
    return ownRules(/** @type {{ status: string, subject: { id?: string } }} */ (record), personId);
  };
}

/**
 * What this host asks for beyond the schema.
 *
 * @param {{ status: string, subject: { id?: string } }} record
 * @param {string} personId
 * @returns {Finding[]}
 */
function ownRules(record, personId) {
  const findings = [];
  if (record.subject.id !== personId)
    findings.push({
      path: '/subject/id',
      message: `This record is not about the person whose file it was sent to ("${personId}").`,
    });
  if (record.status !== 'completed' && record.status !== 'entered-in-error')
    findings.push({
      path: '/status',
      message: 'Only a completed record, or one that is marked as entered in error, can be stored.',
    });
  return findings;
}

/**
 * @param {ErrorObject[]} errors
 * @returns {Finding[]}
 */
function describe(errors) {
  const findings = withoutOtherForms(errors).map(({ instancePath, ...error }) => ({
    path: instancePath,
    message: inWords(instancePath, error),
  }));
  const unique = [...new Map(findings.map((finding) => [`${finding.path} ${finding.message}`, finding])).values()];
  return unique.slice(0, MAX_FINDINGS);
}

/**
 * Where a value can have one of several forms, Ajv lists why it is none of them. Only the form that was meant, which its `kind` tells,
 * says something useful.
 *
 * @param {ErrorObject[]} errors
 * @returns {ErrorObject[]}
 */
function withoutOtherForms(errors) {
  let kept = errors;
  for (const union of errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf')) {
    const inside = kept.filter((error) => error !== union && error.schemaPath.startsWith(`${union.schemaPath}/`));
    const formOf = (/** @type {ErrorObject} */ error) =>
      error.schemaPath.slice(union.schemaPath.length + 1).split('/')[0] ?? '';
    const wrongKind = new Set(inside.filter(({ keyword }) => keyword === 'const').map(formOf));
    const meant = inside.filter((error) => !wrongKind.has(formOf(error)));
    const replaced = wrongKind.size > 0 && meant.length > 0 ? meant : [union];
    kept = [...kept.filter((error) => error !== union && !inside.includes(error)), ...replaced];
  }
  return kept;
}

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

/**
 * @param {string} path
 * @param {Omit<ErrorObject, 'instancePath'>} error
 * @returns {string}
 */
function inWords(path, { keyword, params, message, schema }) {
  const name =
    path === ''
      ? 'The record'
      : `"${path
          .slice(path.lastIndexOf('/') + 1)
          .replaceAll('~1', '/')
          .replaceAll('~0', '~')}"`;
  if (path === '/schemaVersion' && keyword === 'pattern')
    return 'This version of the record format is not one that Kinfolk can read.';
  switch (keyword) {
    case 'required':
      return `"${params['missingProperty']}" is missing.`;
    case 'type':
      return `${name} has to be ${[params['type']]
        .flat()
        .map((type) => TYPES[type] ?? type)
        .join(' or ')}.`;
    case 'enum':
      return `${name} has to be one of: ${params['allowedValues'].join(', ')}.`;
    case 'const':
      return `${name} has to be ${JSON.stringify(params['allowedValue'])}.`;
    case 'pattern':
      return schema === '\\S'
        ? `${name} is empty.`
        : `${name} is not in the form that is expected: ${params['pattern']}`;
    case 'minItems':
      return `${name} needs at least ${params['limit']}.`;
    case 'oneOf':
    case 'anyOf':
      return `${name} is none of the forms that are allowed.`;
    default:
      return `${name} ${message ?? 'is not valid'}.`;
  }
}
