/** FHIR R4 and R5: a framework as a form, a record as a Bundle, and back. Pure functions; nothing is sent anywhere. */
export { bundleToRecord, type BundleRead, type RecordCheck } from './back.js';
export { recordToBundle, type FhirOptions } from './bundle.js';
export {
  frameworkToQuestionnaire,
  scaleToCodeSystem,
  type FrameworkResources,
  type QuestionnaireOptions,
} from './questionnaire.js';
export type * from './types.js';
export type { FhirR5, FrameworkResourcesR5, RecordBundleR5 } from './types-r5.js';
