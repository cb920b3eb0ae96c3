import type { CodeList } from '../labels.js';

/**
 * The record as a tree of questions: what the Questionnaire asks, what the QuestionnaireResponse answers and what is read back are all made of
 * these tables. A test holds them to the schema, so that a field that is added there cannot be forgotten here.
 */
export interface Field {
  readonly label: string;
  readonly type: 'group' | 'string' | 'text' | 'boolean' | 'integer' | 'date' | 'time' | Special;
  readonly fields?: Fields;
  readonly codes?: CodeList;
  readonly list?: boolean;
  /** The record is not one without it: an empty text or list comes back where FHIR has no form for it. */
  readonly needed?: boolean;
  /** For systems, not for the people who fill in the form. */
  readonly hidden?: boolean;
  /** The last part of the linkId, where it is not the name of the field. */
  readonly link?: string;
}
/** What takes more than one item, or another form than its own: codes, answers on a scale, outcomes, what FHIR has no type for. */
type Special = 'choice' | 'sharing' | 'answer' | 'shown' | 'outcome' | 'scale' | 'json';
export type Fields = Readonly<Record<string, Field>>;

const field = (type: Field['type'], label: string, more: Partial<Field> = {}): Field => ({ type, label, ...more });
const string = (label: string, more?: Partial<Field>): Field => field('string', label, more);
const text = (label: string, more?: Partial<Field>): Field => field('text', label, more);
const group = (label: string, fields: Fields, more?: Partial<Field>): Field =>
  field('group', label, { fields, ...more });
const choice = (label: string, codes: CodeList, more?: Partial<Field>): Field =>
  field('choice', label, { codes, ...more });
const hidden = { hidden: true } as const;
const list = { list: true } as const;
const needed = { needed: true } as const;

const id = string('Id', { ...hidden, ...needed });
const version = string('Version', { ...hidden, ...needed });
const language = string('Language');
const sharing = field('sharing', 'Who may see it');
const participantId = string('Participant', hidden);
const agent = (label: string): Field =>
  group(label, { id: string('Id', hidden), name: string('Name'), role: string('Role') }, hidden);
const recordedBy = agent('Written down by');
// Times stand as text: form renderers turn them into UTC.
const recordedAt = string('Written down', hidden);
const mark = { reason: text('Why', needed), at: string('When', needed), by: agent('By') };
const enteredInError = group('Entered in error', mark, hidden);

const statement: Fields = {
  id,
  text: text('Words', needed),
  saidBy: choice('Whose words', 'perspective'),
  participantId,
  language,
  translationOf: string('Translation of', hidden),
  sharing,
  recordedAt,
  recordedBy,
  enteredInError,
};

const rating: Fields = {
  id,
  perspective: choice('Whose view', 'perspective', { link: 'said-by' }),
  participantId,
  scale: field('scale', 'Scale', hidden),
  // A form renderer drops a group in which nothing is answered.
  answer: field('answer', 'Answer', needed),
  label: field('shown', 'Answer as shown', hidden),
  reason: text('Why that answer'),
  hopedFor: field('answer', 'Hoped for'),
  wouldHelp: text('What would help'),
  levels: group('Level', { value: field('json', 'Value'), text: text('Words', needed) }, list),
  mode: choice('How the view was given', 'mode'),
  viewFoundBy: text('How the view was found out'),
  previousShown: string('Earlier answer', hidden),
  sharing,
  recordedAt,
  recordedBy,
  enteredInError,
};

const ratings = (label: string, link: string): Field => group(label, rating, { ...list, link });
const statements = (label: string, link?: string): Field => group(label, statement, { ...list, ...(link && { link }) });

/** One entry. `position` is its place in the record: items stand in the order of the form. */
export const entryFields: Fields = {
  id,
  position: field('integer', 'Place in the record', hidden),
  label: string('What matters', needed),
  outcomes: field('outcome', 'Outcome', { ...list, ...needed, ...hidden, link: 'outcome' }),
  mostImportant: field('boolean', 'This matters most'),
  narrative: statements('In their own words'),
  personalOutcome: group('What is wanted', {
    text: text('Words'),
    intent: choice('Something to', 'intent'),
    wordedBy: choice('Whose words', 'perspective', { link: 'said-by' }),
    language,
    sharing,
  }),
  ratings: ratings('How things are now', 'rating'),
  importance: ratings('How much it matters', 'importance'),
  change: ratings('Compared with last time', 'change'),
  strengths: statements('Strengths', 'strength'),
  barriers: statements('What gets in the way', 'barrier'),
  contributors: group(
    'Who and what helps',
    {
      id,
      kind: choice('Who or what', 'kind'),
      who: string('Name'),
      how: text('How'),
      stage: choice('Planned, or has helped', 'stage'),
      sharing,
    },
    { ...list, link: 'contributor' },
  ),
  actions: group(
    'Next step',
    {
      id,
      what: text('What', needed),
      who: string('Who'),
      whoKind: choice('Who that is', 'kind'),
      by: field('date', 'By'),
      status: choice('How it stands', 'status'),
      sdsOption: field('integer', 'Self-directed support option'),
      note: text('Note'),
      sharing,
    },
    { ...list, link: 'action' },
  ),
  disagreement: group('Where people see it differently', {
    between: choice('Between', 'perspective', { ...list, ...needed }),
    text: text('Words', needed),
    sharing,
  }),
  decision: group('What we decided', {
    value: choice('Decision', 'decision'),
    reason: text('Why'),
    agreedBy: choice('Agreed by', 'perspective', list),
  }),
  previous: group('Earlier entry', { recordId: string('Record'), entryId: string('Entry') }, hidden),
  enteredInError,
};

/** The record but for its entries. Day and time of the conversation are two, because FHIR has no local time of a day in one. */
export const recordFields: Fields = {
  schemaVersion: string('Version of the record format', hidden),
  id,
  kind: choice('Kind', 'record'),
  status: string('Status', hidden),
  subject: group('About', { id: string('Id', hidden), name: string('Name') }),
  conversationDate: field('date', 'Day of the conversation'),
  conversationTime: field('time', 'Time of the conversation'),
  recordedAt,
  recordedBy,
  completedAt: string('Completed', hidden),
  conversation: group('The conversation', {
    participants: group(
      'Who took part',
      { id, role: choice('Role', 'role'), name: string('Name'), relationship: string('Relationship') },
      { ...list, link: 'participant' },
    ),
    mode: choice('How', 'mode'),
    place: string('Where'),
    language,
    recordLanguage: string('Language of the record'),
    support: choice('What helped to take part', 'support', list),
    supportNote: text('More about that'),
    viewsFoundBy: text('How wishes and feelings were found out'),
  }),
  framework: group(
    'Framework',
    { id, version, name: string('Name'), attribution: text('Attribution'), licenceNotice: text('Licence') },
    hidden,
  ),
  // Whole, as JSON: what an answer meant on the day is for systems, and no renderer has a use for its parts.
  scales: field('json', 'Scale', { ...list, ...needed, ...hidden, link: 'scale' }),
  summary: statements('In short'),
  sharing,
  previous: group(
    'Looked back at',
    { recordIds: string('Record', { ...list, ...needed }), shown: string('Earlier answers') },
    hidden,
  ),
  amends: group('Corrects', { recordId: string('Record'), ...mark }, hidden),
  enteredInError,
  baseVersion: string('The host’s version', hidden),
  generator: group('Made by', { name: string('Name'), version: string('Version') }, hidden),
};

/** The last part of a field's linkId: `said-by` for `saidBy`. */
export const linkOf = (name: string, { link }: Field): string =>
  link ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Where the items about the record, and about what the person named themselves, hang. No outcome's id begins like this. */
export const RECORD = '_record';
export const OWN = '_own';
/** An outcome's group. A full stop in an id is doubled, so that `a.rating` is never the rating of `a`. */
export const outcomeLink = (id: string): string => id.replaceAll('.', '..');
