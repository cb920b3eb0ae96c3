import type { NoAnswerReason } from '../../schema/codes.js';
import { labelOf, type CodeList } from '../labels.js';
import { uuidOf } from './ids.js';
import type { FhirR5 } from './types-r5.js';
import type { CodeableConcept, Coding, Extension } from './types.js';

/** Where the canonical addresses of what we define begin when the host gives none of its own. */
export const BASE = 'urn:talking-points-elements';

/** A canonical address: `urn:talking-points-elements:CodeSystem:scale:met-3`, or `https://example.org/fhir/CodeSystem/scale/met-3`. */
export const canonical = (base: string, ...path: readonly string[]): string =>
  [base, ...path].join(base.startsWith('urn:') ? ':' : '/');

const hl7 = 'http://hl7.org/fhir/StructureDefinition/';
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/';
export const URLS = {
  absent: `${hl7}data-absent-reason`,
  completionMode: `${hl7}questionnaireresponse-completionMode`,
  pertainsToGoal: `${hl7}resource-pertainsToGoal`,
  ordinalValue: `${hl7}ordinalValue`,
  itemControl: `${hl7}questionnaire-itemControl`,
  orientation: `${hl7}questionnaire-choiceOrientation`,
  displayCategory: `${hl7}questionnaire-displayCategory`,
  hidden: `${hl7}questionnaire-hidden`,
  observationExtract: `${sdc}sdc-questionnaire-observationExtract`,
} as const;

export const terminology = (system: string): string => `http://terminology.hl7.org/CodeSystem/${system}`;

/** The six reasons as FHIR's own codes; each has one to itself, so that the way back is certain. */
const reasons: Readonly<Record<NoAnswerReason, readonly [code: string, display: string]>> = {
  'not-discussed': ['not-asked', 'Not Asked'],
  declined: ['asked-declined', 'Asked But Declined'],
  'not-known': ['asked-unknown', 'Asked But Unknown'],
  unable: ['unknown', 'Unknown'],
  'not-applicable': ['not-applicable', 'Not Applicable'],
  later: ['temp-unknown', 'Temporarily Unknown'],
};

export const absentCoding = (reason: NoAnswerReason): Coding => {
  const [code, display] = reasons[reason];
  return { system: terminology('data-absent-reason'), code, display };
};
export const absentCodings = (): Coding[] => (Object.keys(reasons) as NoAnswerReason[]).map(absentCoding);
export const reasonOf = (code: string | undefined): NoAnswerReason | undefined =>
  (Object.keys(reasons) as NoAnswerReason[]).find((reason) => reasons[reason][0] === code);

export const absentExtension = (reason: NoAnswerReason): Extension => ({
  url: URLS.absent,
  valueCode: reasons[reason][0],
});

export const codeSystem = (base: string, list: CodeList | 'sds-option' | 'question'): string =>
  canonical(base, 'CodeSystem', list);

/** A code of one of our lists, with its words. */
export const codeOf = (base: string, list: CodeList, code: string): Coding => ({
  system: codeSystem(base, list),
  code,
  display: labelOf(list, code),
});

export const concept = (system: string, code: string, display: string): CodeableConcept => ({
  coding: [{ system, code, display }],
});

/** The same id for the same thing, in each export. */
export const stableId = (...path: readonly string[]): string => uuidOf(JSON.stringify(path));

/** FHIR's own rules for a date and a date with a time: a day that exists, a year from 1, an offset of at most 14 hours. */
export const isDate = (written: string): boolean => {
  const day = written.slice(0, 10);
  const time = Date.parse(day);
  // The thirtieth of February may be read as a day in March.
  return time >= Date.parse('0001-01-01') && new Date(time).toISOString().startsWith(day);
};
/** A time that FHIR takes, else undefined. */
export const instant = (written: string | undefined): string | undefined =>
  written !== undefined && isDate(written) && !/[+-]14:(?!00)/.test(written) ? written : undefined;

export const says = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';
export const stated = (text: string | undefined): string | undefined => (says(text) ? text : undefined);
/** FHIR has no empty lists. */
export const some = <T>(list: readonly T[]): T[] | undefined => (list.length > 0 ? [...list] : undefined);

/** A resource as it is handed out: in that version, and without what is undefined. */
export const written = (resource: unknown, version: FhirR5 | undefined): unknown =>
  JSON.parse(JSON.stringify(resource, version?.rename));
