/** `talking-points-elements/fhir/r5`: apart from R4, so that who writes R4 does not load it. */
import { stableId, URLS } from './systems.js';
import type { CarePlan, RecordBundle } from './types.js';
import type { CarePlanR5, FhirR5, RecordBundleR5, Task } from './types-r5.js';

const { ordinalValue } = URLS;
const itemWeight = ordinalValue.replace('ordinalValue', 'itemWeight');

/** What R5 has under another name, wherever it stands. */
function rename(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const part = value as Readonly<Record<string, unknown>>;
  const { identifier, expressedBy, author, reason, ...rest } = part;
  if (part['url'] === ordinalValue) return { ...part, url: itemWeight };
  // An item of a form. One of a response has no type.
  if (part['linkId'] && part['type'] === 'choice') return { ...part, type: 'coding' };
  if (part['linkId'] && part['type'] === 'open-choice')
    return { ...part, type: 'coding', answerConstraint: 'optionsOrString' };
  switch (part['resourceType']) {
    case 'QuestionnaireResponse':
      return { ...part, identifier: [identifier] };
    case 'Goal':
      return { ...rest, identifier, source: expressedBy };
    case 'CarePlan':
      return { ...rest, identifier, contributor: author && [author] };
    case 'Provenance':
      return { ...rest, authorization: (reason as unknown[] | undefined)?.map((concept) => ({ concept })) };
    default:
      return value;
  }
}

const taskStatus = {
  'not-started': 'ready',
  'in-progress': 'in-progress',
  completed: 'completed',
  cancelled: 'cancelled',
  // R5 has no code for what is not said.
  unknown: 'requested',
} as const;

/** The Bundle with a Task for each next step, since R5 has no place for the steps in the plan itself. */
function bundle({ entry, ...rest }: RecordBundle): unknown {
  const tasks: RecordBundleR5['entry'] = [];
  const stepsOf = (plan: CarePlan, planUrl: string): CarePlanR5['activity'] =>
    plan.activity.map(({ detail: { status, goal, performer, scheduledPeriod, description } }, index) => {
      const id = stableId(planUrl, 'Task', String(index));
      const fullUrl = `urn:uuid:${id}`;
      const resource: Task = {
        resourceType: 'Task',
        id,
        basedOn: [{ reference: planUrl }],
        status: plan.status === 'active' ? taskStatus[status] : plan.status,
        intent: 'plan',
        description,
        focus: goal?.[0],
        for: plan.subject,
        owner: performer?.[0],
        restriction: scheduledPeriod && { period: scheduledPeriod },
      };
      tasks.push({ fullUrl, resource, request: { method: 'PUT', url: `Task/${id}` } });
      return { plannedActivityReference: { reference: fullUrl } };
    });
  const entries = entry.map(({ resource, ...one }) => {
    switch (resource.resourceType) {
      case 'CarePlan':
        return { ...one, resource: { ...resource, activity: stepsOf(resource, one.fullUrl) } };
      case 'Provenance': {
        // It stands last, and the plan before it.
        const more = tasks.map(({ fullUrl }) => ({ reference: fullUrl }));
        return { ...one, resource: { ...resource, target: [...resource.target, ...more] } };
      }
      default:
        return { ...one, resource };
    }
  });
  return { ...rest, entry: [...entries, ...tasks] };
}

/** FHIR R5 (5.0): `recordToBundle(record, { version: R5 })`, `frameworkToQuestionnaire(framework, { version: R5 })`. */
export const R5: FhirR5 = { version: '5.0', bundle, rename };
export type * from './types-r5.js';
