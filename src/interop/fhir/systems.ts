import { v5 } from 'uuid';
import type { NoAnswerReason } from '../../schema/codes.js';
import type { CodeList } from '../labels.js';
import type { CodeableConcept, Coding, Extension } from './types.js';

/** Where the canonical addresses of what we define begin when the host gives none of its own. */
export const BASE = 'urn:talking-points-elements';

/** A canonical address: `urn:talking-points-elements:CodeSystem:scale:met-3`, or `https://example.org/fhir/CodeSystem/scale/met-3`. */
export const canonical = (base: string, ...path: readonly string[]): string =>
  [base, ...path].join(base.startsWith('urn:') ? ':' : '/');

/** What was given as the last part of a canonical address. */
export const lastOf = (address: string, kind: string): string =>
  address.slice(address.search(new RegExp(`[:/]${kind}[:/]`)) + kind.length + 2);

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

export const absentCodings: readonly Coding[] = Object.values(reasons).map(([code, display]) => ({
  system: terminology('data-absent-reason'),
  code,
  display,
}));
export const absentCoding = (reason: NoAnswerReason): Coding => {
  const [code, display] = reasons[reason];
  return { system: terminology('data-absent-reason'), code, display };
};
export const reasonOf = (code: string | undefined): NoAnswerReason | undefined =>
  (Object.keys(reasons) as NoAnswerReason[]).find((reason) => reasons[reason][0] === code);

export const absentExtension = (reason: NoAnswerReason): Extension => ({
  url: URLS.absent,
  valueCode: reasons[reason][0],
});

export const codeSystem = (base: string, list: CodeList | 'sds-option' | 'question'): string =>
  canonical(base, 'CodeSystem', list);

export const concept = (system: string, code: string, display: string): CodeableConcept => ({
  coding: [{ system, code, display }],
});

const namespace = '5f9d0c1e-6a55-5d0e-9a7b-2f1f4a3c8e10';
/** The same id for the same thing, in each export. */
export const stableId = (...path: readonly string[]): string => v5(JSON.stringify(path), namespace);

/** FHIR's own rules for a date and a date with a time: a day that exists, a year from 1, an offset of at most 14 hours. */
export const isDate = (written: string): boolean => {
  const [year, month, day] = written.slice(0, 10).split('-').map(Number) as [number, number, number];
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
export const isDateTime = (written: string): boolean => isDate(written) && !/[+-]14:(?!00)/.test(written);
