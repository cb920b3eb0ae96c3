/**
 * The parts of FHIR R4 that are written here, as types of our own: a host needs no other package for them, and can give what it gets to code that is
 * typed with `@types/fhir` (a test compiles that).
 */
export interface Extension {
  url: string;
  valueCode?: string | undefined;
  valueString?: string | undefined;
  valueBoolean?: boolean | undefined;
  valueDecimal?: number | undefined;
  valueReference?: Reference | undefined;
  valueCodeableConcept?: CodeableConcept | undefined;
  valueDuration?: { value: number; system: string; code: string } | undefined;
}
interface Element {
  extension?: Extension[] | undefined;
}
export interface Coding extends Element {
  system?: string | undefined;
  version?: string | undefined;
  code?: string | undefined;
  display?: string | undefined;
}
export interface CodeableConcept {
  coding?: Coding[] | undefined;
  text?: string | undefined;
}
export interface Identifier {
  system?: string | undefined;
  value?: string | undefined;
}
export interface Reference extends Element {
  reference?: string | undefined;
  identifier?: Identifier | undefined;
  display?: string | undefined;
}
interface Annotation {
  text: string;
}
interface Resource {
  id?: string | undefined;
  text?: { status: 'generated'; div: string } | undefined;
}

export interface QuestionnaireItem extends Element {
  linkId: string;
  text?: string | undefined;
  code?: Coding[] | undefined;
  type: 'group' | 'display' | 'string' | 'text' | 'boolean' | 'integer' | 'date' | 'time' | 'choice' | 'open-choice';
  repeats?: boolean | undefined;
  readOnly?: boolean | undefined;
  answerOption?: { valueCoding: Coding }[] | undefined;
  item?: QuestionnaireItem[] | undefined;
}
export interface Questionnaire extends Resource {
  resourceType: 'Questionnaire';
  url: string;
  version: string;
  name: string;
  title: string;
  status: 'active';
  subjectType: 'Patient'[];
  language?: string | undefined;
  description?: string | undefined;
  copyright?: string | undefined;
  item: QuestionnaireItem[];
}
export interface Concept extends Element {
  code: string;
  display: string;
  definition?: string | undefined;
}
export interface CodeSystem extends Resource {
  resourceType: 'CodeSystem';
  url: string;
  version: string;
  name: string;
  title: string;
  status: 'active';
  content: 'complete';
  caseSensitive: true;
  valueSet: string;
  language?: string | undefined;
  copyright?: string | undefined;
  concept: Concept[];
}
export interface ValueSet extends Resource {
  resourceType: 'ValueSet';
  url: string;
  version: string;
  name: string;
  title: string;
  status: 'active';
  copyright?: string | undefined;
  compose: { include: { system: string; version: string }[] };
}

export interface ResponseAnswer {
  valueString?: string | undefined;
  valueBoolean?: boolean | undefined;
  valueInteger?: number | undefined;
  valueDate?: string | undefined;
  valueTime?: string | undefined;
  valueCoding?: Coding | undefined;
  _valueDate?: Element | undefined;
}
export interface ResponseItem {
  linkId: string;
  text?: string | undefined;
  answer?: ResponseAnswer[] | undefined;
  item?: ResponseItem[] | undefined;
}
export interface QuestionnaireResponse extends Resource {
  resourceType: 'QuestionnaireResponse';
  extension?: Extension[] | undefined;
  identifier: Identifier;
  questionnaire: string;
  status: 'in-progress' | 'completed' | 'amended' | 'entered-in-error';
  subject: Reference;
  authored?: string | undefined;
  author?: Reference | undefined;
  source?: Reference | undefined;
  item: ResponseItem[];
}
export interface Goal extends Resource {
  resourceType: 'Goal';
  identifier: Identifier[];
  lifecycleStatus: 'proposed' | 'active' | 'on-hold' | 'completed' | 'cancelled' | 'entered-in-error';
  achievementStatus?: CodeableConcept | undefined;
  category?: CodeableConcept[] | undefined;
  priority?: CodeableConcept | undefined;
  description: CodeableConcept;
  subject: Reference;
  startDate?: string | undefined;
  statusDate?: string | undefined;
  statusReason?: string | undefined;
  expressedBy?: Reference | undefined;
  addresses?: Reference[] | undefined;
}
export interface Observation extends Resource {
  resourceType: 'Observation';
  extension?: Extension[] | undefined;
  identifier: Identifier[];
  status: 'preliminary' | 'final' | 'amended' | 'entered-in-error';
  category: CodeableConcept[];
  code: CodeableConcept;
  subject: Reference;
  focus?: Reference[] | undefined;
  effectiveDateTime?: string | undefined;
  issued?: string | undefined;
  performer: Reference[];
  valueCodeableConcept?: CodeableConcept | undefined;
  dataAbsentReason?: CodeableConcept | undefined;
  note?: Annotation[] | undefined;
  derivedFrom: Reference[];
  component: {
    code: CodeableConcept;
    valueCodeableConcept?: CodeableConcept | undefined;
    dataAbsentReason?: CodeableConcept | undefined;
  }[];
}
export interface CarePlan extends Resource {
  resourceType: 'CarePlan';
  identifier: Identifier[];
  status: 'draft' | 'active' | 'entered-in-error';
  intent: 'plan';
  category?: CodeableConcept[] | undefined;
  subject: Reference;
  created?: string | undefined;
  author?: Reference | undefined;
  supportingInfo: Reference[];
  goal?: Reference[] | undefined;
  activity: {
    detail: {
      kind: 'Task';
      status: 'not-started' | 'in-progress' | 'completed' | 'cancelled' | 'unknown';
      goal?: Reference[] | undefined;
      scheduledPeriod?: { end: string } | undefined;
      performer?: Reference[] | undefined;
      description: string;
    };
  }[];
}
export interface Provenance extends Resource {
  resourceType: 'Provenance';
  target: Reference[];
  recorded: string;
  reason?: CodeableConcept[] | undefined;
  activity: CodeableConcept;
  agent: { type: CodeableConcept; who: Reference; onBehalfOf?: Reference | undefined }[];
  entity?: { role: 'revision'; what: Reference }[] | undefined;
}
export type RecordResource = QuestionnaireResponse | Goal | Observation | CarePlan | Provenance;
export interface BundleEntry {
  fullUrl: string;
  resource: RecordResource;
  request: { method: 'PUT'; url: string };
}
/** A transaction: sent again, it updates what is there. */
export interface RecordBundle {
  resourceType: 'Bundle';
  type: 'transaction';
  entry: BundleEntry[];
}
