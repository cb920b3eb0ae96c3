import type { FrameworkOutcome, OutcomeFramework } from '../../schema/framework.js';
import type { RatingScale } from '../../schema/scale.js';
import { labels, type CodeList } from '../labels.js';
import { entryFields, linkOf, outcomeLink, OWN, RECORD, recordFields, type Field, type Fields } from './fields.js';
import { absentCodings, BASE, canonical, codeOf, says, stated, URLS, written } from './systems.js';
import type { CodeSystem, Coding, Extension, Questionnaire, QuestionnaireItem, ValueSet } from './types.js';
import type { FhirR5, FrameworkResourcesR5 } from './types-r5.js';
import { audienceCoding, valueCoding, WORKER } from './write.js';

export interface QuestionnaireOptions {
  /** Where the canonical addresses begin, as for `recordToBundle`. */
  readonly base?: string | undefined;
  /** `R5` of `talking-points-elements/fhir/r5`; R4 without it. */
  readonly version?: FhirR5 | undefined;
  /** The scales that the framework and its outcomes name; those that are not here are not offered. */
  readonly scales?: readonly RatingScale[] | undefined;
}

/** A form, and what defines its codes. */
export interface FrameworkResources {
  readonly questionnaire: Questionnaire;
  readonly codeSystems: readonly CodeSystem[];
  readonly valueSets: readonly ValueSet[];
}

interface Asking {
  readonly base: string;
  readonly scale: RatingScale | undefined;
}

const control = (code: string): Extension => ({
  url: URLS.itemControl,
  valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }] },
});
const option = (valueCoding: Coding): { valueCoding: Coding } => ({ valueCoding });
const codeOptions = (base: string, list: CodeList): { valueCoding: Coding }[] =>
  Object.keys(labels[list]).map((code) => option(codeOf(base, list, code)));

/** An answer on a scale: the value, why there is none, and a place for what the form does not offer. Nothing is ever required. */
function answerItems({ base, scale }: Asking, link: string, label: string, isRating: boolean): QuestionnaireItem[] {
  const codings = (scale?.points ?? []).flatMap(({ value }) => valueCoding(base, scale, value) ?? []);
  return [
    {
      linkId: `${link}.value`,
      text: scale?.question ?? label,
      type: 'choice',
      extension: [
        control('radio-button'),
        { url: URLS.orientation, valueCode: 'vertical' },
        ...(isRating ? [{ url: URLS.observationExtract, valueBoolean: true }] : []),
      ],
      answerOption: codings.length > 0 ? codings.map(option) : undefined,
    },
    {
      linkId: `${link}.absent`,
      text: 'Why there is no answer',
      type: 'choice',
      answerOption: absentCodings().map(option),
    },
    { linkId: `${link}.absent-note`, text: 'More about that', type: 'string' },
    { linkId: `${link}.other`, text: `${label} on another scale`, type: 'open-choice' },
  ];
}

function fieldItem(asking: Asking, link: string, name: string, field: Field): QuestionnaireItem {
  const { base } = asking;
  const { label, type, fields, codes, list, hidden } = field;
  const common = {
    linkId: link,
    text: label,
    extension: hidden ? [{ url: URLS.hidden, valueBoolean: true }] : undefined,
    repeats: (list ?? type === 'sharing') || undefined,
  };
  if (fields) {
    // The framework's scale is for how things are now. How much it matters, and what has changed, are asked on others.
    const scale = link.endsWith('.rating') || link.includes('.rating.') ? asking.scale : undefined;
    return { ...common, type: 'group', item: fieldItems({ base, scale }, link, fields) };
  }
  switch (type) {
    case 'answer':
      return { ...common, type: 'group', item: answerItems(asking, link, label, name === 'answer') };
    case 'outcome':
      return {
        ...common,
        type: 'group',
        item: [
          { linkId: `${link}.code`, text: label, type: 'open-choice' },
          { linkId: `${link}.framework`, text: 'Framework', type: 'string' },
          { linkId: `${link}.category`, text: 'Category', type: 'open-choice' },
        ],
      };
    case 'sharing':
      return {
        ...common,
        type: 'choice',
        answerOption: [...Object.keys(labels.audience), WORKER].map((code) => option(audienceCoding(base, code))),
      };
    case 'choice':
      return { ...common, type, answerOption: codes && codeOptions(base, codes) };
    case 'scale':
    case 'shown':
    case 'json':
      return { ...common, type: 'string' };
    default:
      return { ...common, type };
  }
}

const fieldItems = (asking: Asking, link: string, fields: Fields): QuestionnaireItem[] =>
  Object.entries(fields).map(([name, field]) => fieldItem(asking, `${link}.${linkOf(name, field)}`, name, field));

/** The description and the ways to ask: to read, not to answer. */
const told = (link: string, { description, prompts = [] }: FrameworkOutcome): QuestionnaireItem[] =>
  [description, ...prompts].filter(says).map((text, index) => ({
    linkId: `${link}._prompt-${String(index + 1)}`,
    text,
    type: 'display',
    extension: [
      {
        url: URLS.displayCategory,
        valueCodeableConcept: {
          coding: [{ system: 'http://hl7.org/fhir/questionnaire-display-category', code: 'instructions' }],
        },
      },
    ],
  }));

/** A name that FHIR takes for a computer's: letters, digits and underscores, beginning with a capital. */
const computable = (id: string): string => `Tp_${id.replace(/[^A-Za-z0-9]/g, '_')}`;

function defined(
  base: string,
  path: readonly string[],
  item: OutcomeFramework | RatingScale,
): Omit<CodeSystem, 'resourceType' | 'concept'> {
  const { id, version, name, language, licence } = item;
  return {
    url: canonical(base, 'CodeSystem', ...path, id),
    version,
    name: computable(id),
    title: name,
    status: 'active',
    language,
    copyright: licence?.notice,
    content: 'complete',
    caseSensitive: true,
    valueSet: canonical(base, 'ValueSet', ...path, id),
  };
}

const valueSetOf = ({ url, version, name, title, status, copyright, valueSet }: CodeSystem): ValueSet => ({
  resourceType: 'ValueSet',
  url: valueSet,
  version,
  name: `${name}_all`,
  title,
  status,
  copyright,
  compose: { include: [{ system: url, version }] },
});

/** A scale as codes: each point with its words and its place in the order. */
export function scaleToCodeSystem(scale: RatingScale, { base = BASE, version }: QuestionnaireOptions = {}): CodeSystem {
  const system: CodeSystem = {
    resourceType: 'CodeSystem',
    ...defined(base, ['scale'], scale),
    concept: scale.points.map(({ value, label, description }) => ({
      extension: valueCoding(base, scale, value)?.extension,
      code: String(value),
      display: label,
      definition: stated(description),
    })),
  };
  return written(system, version) as CodeSystem;
}

/**
 * A framework as an SDC Questionnaire, with its outcomes and scales as CodeSystems and ValueSets. Each outcome is a group that may be left out or come
 * more than once, the last group is for what the person names themselves, and nothing is required: a person may always decline.
 */
export function frameworkToQuestionnaire(
  framework: OutcomeFramework,
  options: QuestionnaireOptions & { version: FhirR5 },
): FrameworkResourcesR5;
export function frameworkToQuestionnaire(
  framework: OutcomeFramework,
  options?: QuestionnaireOptions & { version?: undefined },
): FrameworkResources;
export function frameworkToQuestionnaire(
  framework: OutcomeFramework,
  options?: QuestionnaireOptions,
): FrameworkResources | FrameworkResourcesR5;
export function frameworkToQuestionnaire(
  framework: OutcomeFramework,
  options: QuestionnaireOptions = {},
): FrameworkResources | FrameworkResourcesR5 {
  const { base = BASE, scales = [] } = options;
  const { id, version, name, language, description, attribution, licence, outcomes } = framework;
  const scaleFor = (ref: string | undefined): RatingScale | undefined => scales.find((scale) => scale.id === ref);
  const wanted = new Set(
    [framework.scale, ...outcomes.map(({ scale }) => scale)].flatMap((ref) => scaleFor(ref) ?? []),
  );
  const system = canonical(base, 'CodeSystem', 'framework', id);
  const copyright = [licence?.notice, attribution?.text].filter(says).join('\n');
  const codeSystems: CodeSystem[] = [
    {
      resourceType: 'CodeSystem',
      ...defined(base, ['framework'], framework),
      concept: outcomes.map((outcome) => ({
        code: outcome.id,
        display: outcome.name,
        definition: stated(outcome.description),
      })),
    },
    ...[...wanted].map((scale) => scaleToCodeSystem(scale, { base })),
  ];
  const resources: FrameworkResources = {
    questionnaire: {
      resourceType: 'Questionnaire',
      url: canonical(base, 'Questionnaire', id),
      version,
      name: computable(id),
      title: name,
      status: 'active',
      subjectType: ['Patient'],
      language,
      description: stated(description),
      copyright: stated(copyright),
      item: [
        {
          linkId: RECORD,
          text: name,
          type: 'group',
          item: fieldItems({ base, scale: undefined }, RECORD, recordFields),
        },
        ...outcomes.map((outcome): QuestionnaireItem => {
          const link = outcomeLink(outcome.id);
          const scale = scaleFor(outcome.scale ?? framework.scale);
          return {
            linkId: link,
            text: outcome.name,
            code: [{ system, version, code: outcome.id, display: outcome.name }],
            type: 'group',
            repeats: true,
            item: [...told(link, outcome), ...fieldItems({ base, scale }, link, entryFields)],
          };
        }),
        {
          linkId: OWN,
          text: 'Something else that matters',
          type: 'group',
          repeats: true,
          item: fieldItems({ base, scale: scaleFor(framework.scale) }, OWN, entryFields),
        },
      ],
    },
    codeSystems,
    valueSets: codeSystems.map(valueSetOf),
  };
  return written(resources, options.version) as FrameworkResources;
}
