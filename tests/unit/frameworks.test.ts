import { describe, expect, it } from 'vitest';
import { findFramework, registeredFrameworks } from '../../src/frameworks/registry.js';
import { findScale } from '../../src/scales/registry.js';
import type { FrameworkOutcome, OutcomeFramework } from '../../src/schema/framework.js';
import { parseFramework } from '../../src/schema/parse.js';
import { deeplyFrozen, sources } from './shipped-data.js';

const shipped = (id: string): OutcomeFramework => {
  const framework = findFramework(id);
  if (!framework) throw new Error(`${id} is not shipped`);
  return framework;
};
const shippedIds = ['talking-points-community', 'talking-points-carers', 'talking-points-care-home', 'shanarri'];
const outcomesOf = (id: string): readonly FrameworkOutcome[] => shipped(id).outcomes;
const everyOutcome = (): readonly FrameworkOutcome[] => shippedIds.flatMap(outcomesOf);

/** Id, name and category of each outcome, in order. */
const published: Readonly<Record<string, readonly (readonly [id: string, name: string, category?: string])[]>> = {
  'talking-points-community': [
    ['feeling-safe', 'Feeling safe', 'quality-of-life'],
    ['having-things-to-do', 'Having things to do', 'quality-of-life'],
    ['seeing-people', 'Seeing people', 'quality-of-life'],
    ['staying-well', 'Staying as well as you can', 'quality-of-life'],
    ['living-where-you-want', 'Living where you want/as you want', 'quality-of-life'],
    ['dealing-with-stigma', 'Dealing with stigma/discrimination', 'quality-of-life'],
    ['listened-to', 'Listened to', 'process'],
    ['having-a-say', 'Having a say', 'process'],
    ['treated-with-respect', 'Treated with respect', 'process'],
    ['responded-to', 'Responded to', 'process'],
    ['reliability', 'Reliability', 'process'],
    ['improved-confidence', 'Improved confidence/morale', 'change'],
    ['improved-skills', 'Improved skills', 'change'],
    ['improved-mobility', 'Improved mobility', 'change'],
    ['reduced-symptoms', 'Reduced symptoms', 'change'],
  ],
  'talking-points-carers': [
    ['cared-for-quality-of-life', 'Quality of life for the cared for person', 'cared-for-person'],
    ['carer-health-wellbeing', 'Maintaining health and well-being', 'carer-quality-of-life'],
    ['life-of-own', 'A life of their own', 'carer-quality-of-life'],
    ['relationship-cared-for', 'Positive relationship with the person cared for', 'carer-quality-of-life'],
    ['freedom-from-hardship', 'Freedom from financial hardship', 'carer-quality-of-life'],
    ['choices-in-caring', 'Choices in caring, including the limits of caring', 'managing-caring'],
    ['informed-skilled-equipped', 'Feeling informed/ skilled/equipped', 'managing-caring'],
    ['satisfaction-in-caring', 'Satisfaction in caring', 'managing-caring'],
    ['partnership-with-services', 'Partnership with services', 'managing-caring'],
    ['valued-expertise-recognised', 'Valued/respected and expertise recognised', 'process'],
    ['say-in-services', 'Having a say in services', 'process'],
    ['flexible-responsive', 'Flexible and responsive to changing needs', 'process'],
    ['relationship-practitioners', 'Positive relationship with practitioners', 'process'],
    ['accessible-available-free', 'Accessible, available and free at the point of need', 'process'],
  ],
  'talking-points-care-home': [
    ['ch-safe-secure', 'I feel safe and secure', 'quality-of-life'],
    ['ch-see-people', 'I see people', 'quality-of-life'],
    ['ch-things-to-do', 'I have things to do', 'quality-of-life'],
    ['ch-nice-place', 'I live in a nice place', 'quality-of-life'],
    ['ch-live-as-i-want', 'I live life as I want and where I want', 'quality-of-life'],
    ['ch-well-as-i-can', 'I stay as well as I can', 'quality-of-life'],
    ['ch-belong', 'I belong to a community', 'quality-of-life'],
    ['ch-individual', 'I am treated as an individual', 'process'],
    ['ch-valued', 'I am valued and respected', 'process'],
    ['ch-listened', 'I am listened to', 'process'],
    ['ch-say', 'I have a say in decisions about my care and support', 'process'],
    ['ch-live-well-end-of-life', 'I am supported to live well and plan for a good end of life', 'process'],
    ['ch-trust-staff', 'I trust staff / have good relationships with staff', 'process'],
    ['ch-privacy', 'My privacy is respected', 'process'],
    ['ch-skills-confidence-mobility', 'My skills, confidence or mobility are improved', 'change'],
    ['ch-symptoms', 'My symptoms are reduced', 'change'],
  ],
  shanarri: [
    ['safe', 'Safe'],
    ['healthy', 'Healthy'],
    ['achieving', 'Achieving'],
    ['nurtured', 'Nurtured'],
    ['active', 'Active'],
    ['respected', 'Respected'],
    ['responsible', 'Responsible'],
    ['included', 'Included'],
  ],
};

const words = (text: string): readonly string[] => text.match(/[\p{L}'-]+/gu) ?? [];

describe('the frameworks that are shipped', () => {
  it('are these four, found without registering', () => {
    expect(
      registeredFrameworks()
        .slice(0, 4)
        .map(({ id }) => id),
    ).toEqual(shippedIds);
  });

  it.each(Object.entries(published))(
    '%s has the outcomes of its source, by name, category and order',
    (id, outcomes) => {
      expect(
        outcomesOf(id).map((outcome) => [outcome.id, outcome.name, ...(outcome.category ? [outcome.category] : [])]),
      ).toEqual(outcomes);
    },
  );

  it.each([
    ['talking-points-community', { 'quality-of-life': 6, process: 5, change: 4 }],
    ['talking-points-carers', { 'cared-for-person': 1, 'carer-quality-of-life': 4, 'managing-caring': 4, process: 5 }],
    ['talking-points-care-home', { 'quality-of-life': 7, process: 7, change: 2 }],
    ['shanarri', {}],
  ])('%s has its categories, each with its outcomes', (id, counts) => {
    const { categories = [], outcomes } = shipped(id);
    expect(categories.map((category) => category.id)).toEqual(Object.keys(counts));
    for (const [category, count] of Object.entries(counts))
      expect(outcomes.filter((outcome) => outcome.category === category)).toHaveLength(count);
  });

  it.each(shippedIds)('%s is valid, in plain JSON and frozen, and names a scale that is shipped', (id) => {
    const framework = shipped(id);
    expect(parseFramework(framework)).toEqual({ ok: true, value: framework });
    expect(JSON.parse(JSON.stringify(framework))).toEqual(framework);
    expect(deeplyFrozen(framework)).toBe(true);
    expect(framework).toMatchObject({ id, version: '1', language: 'en-GB' });
    expect(framework.scale).toBe(id === 'shanarri' ? 'numeric-0-10' : 'frequency-4');
    expect(findScale(framework.scale ?? '')).toBeDefined();
    expect(framework.licence).toBeUndefined();
  });

  it.each([
    ['talking-points-community', /Talking Points.+Joint Improvement Team.+Cook and Miller, 2012/],
    ['talking-points-carers', /Talking Points.+Joint Improvement Team.+Cook and Miller, 2012/],
    ['talking-points-care-home', /Talking Points.+Joint Improvement Team.+Cook and Miller, 2012/],
    ['shanarri', /section 96\(2\) of the Children and Young People \(Scotland\) Act 2014/],
  ])('%s says where it comes from, and that its descriptions are ours', (id, text) => {
    const { attribution } = shipped(id);
    expect(attribution?.text).toMatch(text);
    expect(attribution?.source).toMatch(/our own/);
    expect(attribution?.link).toMatch(/^https:\/\//);
  });

  it('no id is used by two outcomes, even of two frameworks', () => {
    const ids = everyOutcome().map(({ id }) => id);
    expect(ids).toHaveLength(53);
    expect(new Set(ids).size).toBe(53);
  });

  it('the five names that were not checked say so, and no other', () => {
    const unverified = everyOutcome().filter(({ verified }) => verified !== true);
    expect(unverified.map(({ id }) => id)).toEqual([
      'ch-live-well-end-of-life',
      'ch-trust-staff',
      'ch-privacy',
      'ch-skills-confidence-mobility',
      'ch-symptoms',
    ]);
    for (const outcome of unverified) {
      expect(outcome.verified).toBe(false);
      expect(outcome.verificationNote).toMatch(/has not been checked.+Cook and Miller, 2012/);
    }
    expect(everyOutcome().filter(({ verificationNote }) => verificationNote !== undefined)).toHaveLength(5);
  });

  it('more is not always better for "responsible", and the others leave it to the scale', () => {
    expect(everyOutcome().flatMap(({ id, direction }) => (direction ? [[id, direction]] : []))).toEqual([
      ['responsible', 'neither'],
    ]);
  });
});

describe('the words of the frameworks', () => {
  const prompts = everyOutcome().flatMap(({ prompts: ways = [] }) => ways);

  it.each(everyOutcome().map((outcome) => [outcome.id, outcome] as const))(
    '%s is described in plain words',
    (_id, outcome) => {
      const { description = '', easyName = '', prompts: ways = [] } = outcome;
      expect(words(description).length).toBeGreaterThanOrEqual(5);
      expect(words(description).length).toBeLessThanOrEqual(18);
      // To the person, as the start of a sentence; shown under the name, so without a full stop.
      expect(description).toMatch(/\b[Yy]ou(r|rs)?\b/);
      expect(description).not.toMatch(/[.!?]$/);
      expect(easyName).toMatch(/^(I|People|We|Staff|Support|The person I care for) /);
      expect(words(easyName).length).toBeLessThanOrEqual(8);
      expect(ways.length).toBeGreaterThanOrEqual(2);
      expect(new Set(ways).size).toBe(ways.length);
      for (const word of words(`${description} ${easyName} ${ways.join(' ')}`))
        expect(word.length, word).toBeLessThanOrEqual(11);
    },
  );

  it('every prompt is a short open question', () => {
    expect(prompts.length).toBeGreaterThan(106);
    expect(prompts.filter((prompt) => !/^(Who|What|Where|When|Which|How)\b.+\?$/.test(prompt))).toEqual([]);
    expect(prompts.filter((prompt) => words(prompt).length > 13)).toEqual([]);
  });

  it('no prompt leads to a service, and no words are those of another country or of an office', () => {
    const leading = /\b(services?|package|day cent|home care|respite|assess|eligib|refer|provider)/i;
    expect(prompts.filter((prompt) => leading.test(prompt))).toEqual([]);
    const all = JSON.stringify(shippedIds.map(shipped));
    expect(all).not.toMatch(/best interests|\bclients?\b|service user|NHS number|\bIMCA\b|Care Act/i);
  });
});

describe('what is not ours to ship', () => {
  // Instruments and symbol sets that need a licence or the owner's consent.
  const licensed =
    /outcomes? star|recovery star|journey of change|i\.?roc\b|wemwbs|warwick|eq-?5d|euroqol|\bascot\b|talking ?mats|widgit|makaton|photosymbols|phq-?9|gad-?7|honos|icecap/i;

  it('is named nowhere in the source', () => {
    expect(
      sources().flatMap(
        ([path, text]) =>
          licensed
            .exec(text)
            ?.slice(0, 1)
            .map((name) => [path, name]) ?? [],
      ),
    ).toEqual([]);
  });

  it('the search finds them where they are', () => {
    for (const name of ['Outcomes Star', 'I.ROC', 'IROC', 'SWEMWBS', 'EQ-5D-5L', 'ASCOT', 'Talking Mats'])
      expect(licensed.test(name), name).toBe(true);
    expect(sources().length).toBeGreaterThan(20);
  });

  it('no sentence of the statutory definitions is in the SHANARRI data', () => {
    const text = JSON.stringify(shipped('shanarri'));
    for (const phrase of [
      'growing up in an environment',
      'highest attainable',
      'supported and guided',
      'to overcome social',
    ])
      expect(text).not.toContain(phrase);
  });
});
