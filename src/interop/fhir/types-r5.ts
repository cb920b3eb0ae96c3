/** Where FHIR R5 differs from the R4 of `types.ts`. The rest is the same in both. */
import type {
  BundleEntry,
  CarePlan,
  CodeableConcept,
  CodeSystem,
  Goal,
  Observation,
  Provenance,
  Questionnaire,
  QuestionnaireItem,
  QuestionnaireResponse,
  RecordBundle,
  Reference,
  ValueSet,
} from './types.js';

/** What `version` takes: `R5` of `talking-points-elements/fhir/r5`. */
export interface FhirR5 {
  readonly version: '5.0';
  /** A Bundle of R4 with what R5 has in a resource of its own. */
  readonly bundle: (bundle: RecordBundle) => unknown;
  /** For `JSON.stringify`: what R5 has under another name, wherever it stands. */
  readonly rename: (name: string, value: unknown) => unknown;
}

export interface QuestionnaireItemR5 extends Omit<QuestionnaireItem, 'type' | 'item'> {
  type: Exclude<QuestionnaireItem['type'], 'choice' | 'open-choice'> | 'coding';
  answerConstraint?: 'optionsOrString' | undefined;
  item?: QuestionnaireItemR5[] | undefined;
}
export interface QuestionnaireR5 extends Omit<Questionnaire, 'item'> {
  item: QuestionnaireItemR5[];
}
/** `frameworkToQuestionnaire` in R5. */
export interface FrameworkResourcesR5 {
  readonly questionnaire: QuestionnaireR5;
  readonly codeSystems: readonly CodeSystem[];
  readonly valueSets: readonly ValueSet[];
}

export interface QuestionnaireResponseR5 extends Omit<QuestionnaireResponse, 'identifier'> {
  identifier: QuestionnaireResponse['identifier'][];
}
export interface GoalR5 extends Omit<Goal, 'expressedBy'> {
  source?: Reference | undefined;
}
export interface CarePlanR5 extends Omit<CarePlan, 'author' | 'activity'> {
  contributor?: Reference[] | undefined;
  activity: { plannedActivityReference: Reference }[];
}
export interface Task {
  resourceType: 'Task';
  id?: string | undefined;
  basedOn: Reference[];
  status: 'draft' | 'requested' | 'ready' | 'in-progress' | 'completed' | 'cancelled' | 'entered-in-error';
  intent: 'plan';
  description: string;
  focus?: Reference | undefined;
  for: Reference;
  owner?: Reference | undefined;
  restriction?: { period: { end: string } } | undefined;
}
export interface ProvenanceR5 extends Omit<Provenance, 'reason'> {
  authorization?: { concept: CodeableConcept }[] | undefined;
}
export type RecordResourceR5 = QuestionnaireResponseR5 | GoalR5 | Observation | CarePlanR5 | Task | ProvenanceR5;
export interface RecordBundleR5 extends Omit<RecordBundle, 'entry'> {
  entry: (Omit<BundleEntry, 'resource'> & { resource: RecordResourceR5 })[];
}
