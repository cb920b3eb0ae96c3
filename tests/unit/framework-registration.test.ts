import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFramework, registeredFrameworks, registerFramework } from '../../src/frameworks/registry.js';
import { shanarri } from '../../src/frameworks/shanarri.js';
import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';
import { parseFramework } from '../../src/schema/parse.js';
import { DataError } from '../../src/schema/rules.js';
import { deeplyFrozen, refusal } from './shipped-data.js';

const local = (change: object = {}): object => ({
  id: 'local',
  version: '1',
  name: 'What matters here',
  outcomes: [{ id: 'garden', name: 'Getting out in the garden' }],
  ...change,
});

describe('registerFramework', () => {
  it('hands back what is shipped frozen, when it is registered again before anybody asked for it', () => {
    expect(deeplyFrozen(registerFramework(JSON.parse(JSON.stringify(shanarri))))).toBe(true);
  });

  it('keeps a frozen copy with every field, and finds it by id and version', () => {
    const outcomes = [{ id: 'garden', name: 'Getting out in the garden', colour: 'of a newer version' }];
    const kept = registerFramework(local({ id: 'kept', outcomes }));
    outcomes.length = 0;
    expect(kept.outcomes).toEqual([{ id: 'garden', name: 'Getting out in the garden', colour: 'of a newer version' }]);
    expect(deeplyFrozen(kept)).toBe(true);
    expect(findFramework('kept')).toBe(kept);
    expect(findFramework('kept@1')).toBe(kept);
    expect(registeredFrameworks().at(-1)).toBe(kept);
  });

  it('is silent for the same again, refuses another under the same id and version, takes a new version', () => {
    expect(registerFramework(JSON.parse(JSON.stringify(talkingPointsCommunity)))).toBe(talkingPointsCommunity);
    const changed = { ...talkingPointsCommunity, outcomes: talkingPointsCommunity.outcomes.slice(1) };
    const error = refusal(() => registerFramework(changed));
    expect(error.problems.map(({ code }) => code)).toEqual(['already-registered']);
    expect(findFramework('talking-points-community')).toBe(talkingPointsCommunity);
    expect(findFramework('talking-points-community@1')).toBe(talkingPointsCommunity);
    const first = registerFramework(local({ id: 'revised', version: '1.9' }));
    const second = registerFramework(local({ id: 'revised', version: '1.10', name: 'What matters here now' }));
    expect(findFramework('revised')).toBe(second);
    expect(findFramework('revised@1.9')).toBe(first);
  });

  it('says everything that is wrong, where, and how to mend it', () => {
    const error = refusal(() => registerFramework(local({ version: 1, outcomes: [] })));
    expect(error.problems.map(({ path }) => path)).toEqual(['/version', '/outcomes']);
    expect(error.message).toBe(
      'This framework cannot be registered. ' +
        '"version" is missing, or is not text. (At /version.) Make it text. ' +
        '"outcomes" is empty. (At /outcomes.) Add at least one.',
    );
  });

  it('says that nothing was given', () => {
    expect(refusal(() => registerFramework(undefined)).message).toBe(
      'This framework cannot be registered. Nothing was given. ' +
        'Pass the framework, and look whether it was imported by its right name.',
    );
  });

  it('refuses a framework that contradicts itself', () => {
    const outcomes = [
      { id: 'a', name: 'A', category: 'lost' },
      { id: 'a', name: 'B' },
    ];
    const { problems } = refusal(() => registerFramework(local({ outcomes })));
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['duplicate', '/outcomes/1'],
      ['unknown-category', '/outcomes/0/category'],
    ]);
  });

  it('takes no link but https', () => {
    const attribution = { text: 'Ours', link: 'javascript:alert(1)' };
    const { problems } = refusal(() => registerFramework(local({ attribution })));
    expect(problems.map(({ path }) => path)).toEqual(['/attribution/link']);
  });

  it('throws nothing but DataError, whatever it is given', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
    });
    const nearly = fc
      .dictionary(
        fc.constantFrom('version', 'name', 'scale', 'categories', 'outcomes', 'licence', 'attribution'),
        anything,
      )
      .map((change) => local({ id: 'nearly', ...change }));
    fc.assert(
      fc.property(fc.oneof(anything, nearly), (input) => {
        try {
          expect(parseFramework(registerFramework(input)).ok).toBe(true);
        } catch (error) {
          if (!(error instanceof DataError)) throw error;
          expect(error.problems.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('findFramework', () => {
  it('takes an id, or an id and version', () => {
    expect(findFramework('shanarri@1')).toBe(shanarri);
    expect(findFramework('shanarri@2')).toBeUndefined();
  });

  it.each(['constructor', '__proto__', 'valueOf', 'talking-points', '', '@1'])('does not find %j', (ref) => {
    expect(findFramework(ref)).toBeUndefined();
  });
});
