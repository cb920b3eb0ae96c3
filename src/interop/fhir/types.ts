/**
 * The parts of FHIR R4 that are written here, as types of our own: a host needs no other package for them, and can give what it gets to code that is
 * typed with `@types/fhir` (a test compiles that).
 */
export interface Extension {
  url: string;
  valueCode?: string;
  valueString?: string;
  valueBoolean?: boolean;
  valueDecimal?: number;
  valueReference?: Reference;
  valueCodeableConcept?: CodeableConcept;
  valueDuration?: { value: number; system: string; code: string };
}
interface Element {
  extension?: Extension[];
}
export interface Coding extends Element {
  system?: string;
  version?: string;
  code?: string;
  display?: string;
}
export interface CodeableConcept {
  coding?: Coding[];
  text?: string;
}
export interface Identifier {
  system?: string;
  value?: string;
}
export interface Reference extends Element {
  reference?: string;
  identifier?: Identifier;
  display?: string;
}
interface Annotation {
  text: string;
}
interface Resource {
  id?: string;
  text?: { status: 'generated'; div: string };
}

export interface QuestionnaireItem extends Element {
  linkId: string;
  text?: string;
  code?: Coding[];
  type:
    | 'group'
    | 'display'
    | 'string'
    | 'text'
    | 'boolean'
    | 'integer'
    | 'decimal'
    | 'date'
    | 'dateTime'
    | 'time'
    | 'choice'
    | 'open-choice';
  repeats?: boolean;
  readOnly?: boolean;
  answerOption?: { valueCoding: Coding }[];
  item?: QuestionnaireItem[];
}
export interface Questionnaire extends Resource {
  resourceType: 'Questionnaire';
  url: string;
  version: string;
  name: string;
  title: string;
  status: 'active';
  subjectType: 'Patient'[];
  language?: string;
  description?: string;
  copyright?: string;
  item: QuestionnaireItem[];
}
export interface Concept extends Element {
  code: string;
  display: string;
  definition?: string;
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
  language?: string;
  copyright?: string;
  concept: Concept[];
}
export interface ValueSet extends Resource {
  resourceType: 'ValueSet';
  url: string;
  version: string;
  name: string;
  title: string;
  status: 'active';
  copyright?: string;
  compose: { include: { system: string; version: string }[] };
}

export interface ResponseAnswer {
  valueString?: string;
  valueBoolean?: boolean;
  valueInteger?: number;
  valueDecimal?: number;
  valueDate?: string;
  valueDateTime?: string;
  valueTime?: string;
  valueCoding?: Coding;
  _valueDate?: Element;
  _valueDateTime?: Element;
}
export interface ResponseItem {
  linkId: string;
  text?: string;
  answer?: ResponseAnswer[];
  item?: ResponseItem[];
}
export interface QuestionnaireResponse extends Resource {
  resourceType: 'QuestionnaireResponse';
  extension?: Extension[];
  identifier: Identifier;
  questionnaire: string;
  status: 'in-progress' | 'completed' | 'amended' | 'entered-in-error';
  subject: Reference;
  authored?: string;
  author?: Reference;
  source?: Reference;
  item: ResponseItem[];
}
export interface Goal extends Resource {
  resourceType: 'Goal';
  identifier: Identifier[];
  lifecycleStatus: 'proposed' | 'active' | 'on-hold' | 'completed' | 'cancelled' | 'entered-in-error';
  achievementStatus?: CodeableConcept;
  category?: CodeableConcept[];
  priority?: CodeableConcept;
  description: CodeableConcept;
  subject: Reference;
  startDate?: string;
  statusDate?: string;
  statusReason?: string;
  expressedBy?: Reference;
  addresses?: Reference[];
}
export interface Observation extends Resource {
  resourceType: 'Observation';
  extension?: Extension[];
  identifier: Identifier[];
  status: 'preliminary' | 'final' | 'amended' | 'entered-in-error';
  category: CodeableConcept[];
  code: CodeableConcept;
  subject: Reference;
  focus?: Reference[];
  effectiveDateTime?: string;
  issued?: string;
  performer: Reference[];
  valueCodeableConcept?: CodeableConcept;
  dataAbsentReason?: CodeableConcept;
  note?: Annotation[];
  derivedFrom: Reference[];
  component: { code: CodeableConcept; valueCodeableConcept?: CodeableConcept; dataAbsentReason?: CodeableConcept }[];
}
export interface CarePlan extends Resource {
  resourceType: 'CarePlan';
  identifier: Identifier[];
  status: 'draft' | 'active' | 'entered-in-error';
  intent: 'plan';
  category?: CodeableConcept[];
  subject: Reference;
  created?: string;
  author?: Reference;
  supportingInfo: Reference[];
  goal?: Reference[];
  activity: {
    detail: {
      kind: 'Task';
      status: 'not-started' | 'in-progress' | 'completed' | 'cancelled' | 'unknown';
      goal?: Reference[];
      scheduledPeriod?: { end: string };
      performer?: Reference[];
      description: string;
    };
  }[];
}
export interface Provenance extends Resource {
  resourceType: 'Provenance';
  target: Reference[];
  recorded: string;
  reason?: CodeableConcept[];
  activity: CodeableConcept;
  agent: { type: CodeableConcept; who: Reference; onBehalfOf?: Reference }[];
  entity?: { role: 'revision'; what: Reference }[];
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
