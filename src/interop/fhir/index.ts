/** FHIR R4: a framework as a form, a record as a Bundle, and back. Pure functions; nothing is sent anywhere. */
export { bundleToRecord, NOT_CARRIED, type BundleRead } from './back.js';
export { recordToBundle, type FhirOptions } from './bundle.js';
export {
  frameworkToQuestionnaire,
  scaleToCodeSystem,
  type FrameworkResources,
  type QuestionnaireOptions,
} from './questionnaire.js';
export type * from './types.js';
