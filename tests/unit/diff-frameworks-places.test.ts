import { describe, expect, it } from 'vitest';
import { diffFrameworks } from '../../src/model/diff-frameworks.js';
import type { OutcomeFramework } from '../../src/schema/framework.js';

const { language: _language, ...silent } = {
  id: 'strathmorn',
  version: '1',
  name: 'What matters',
  language: 'en-GB',
  categories: [
    { id: 'life', label: 'Daily life' },
    { id: 'people', label: 'People' },
  ],
  outcomes: [
    { id: 'safe', name: 'Feeling safe', easyName: 'I feel safe', category: 'life', scale: 'met-3' },
    { id: 'seen', name: 'Being seen' },
  ],
} satisfies OutcomeFramework;
const framework: OutcomeFramework = { ...silent, language: 'en-GB' };
const [life, people] = framework.categories as [{ id: string; label: string }, { id: string; label: string }];
const [safe, seen] = framework.outcomes as [OutcomeFramework['outcomes'][number], OutcomeFramework['outcomes'][number]];
const { easyName: _easyName, scale: _scale, category: _category, ...plain } = safe;

/** Each change with which of the two it is to be found in, and where. */
const places = (newer: Partial<OutcomeFramework>, older: Partial<OutcomeFramework> = {}): readonly string[] =>
  diffFrameworks({ ...framework, ...older }, { ...framework, version: '2', ...newer }).changes.map(
    ({ code, side, path }) => `${code} ${side} ${path}`,
  );

describe('Where a change of a framework is to be found', () => {
  it.each<[string, Partial<OutcomeFramework>, Partial<OutcomeFramework>, readonly string[]]>([
    ['another id', { id: 'other' }, {}, ['framework-id newer /id']],
    [
      'the same version',
      { version: '1', name: 'Other' },
      {},
      ['framework-details newer /name', 'version-reused newer /version'],
    ],
    ['a lower version', {}, { version: '3' }, ['version-not-higher newer /version']],
    ['another language', { language: 'gd' }, {}, ['framework-language newer /language']],
    ['another scale', { scale: 'numeric-0-10' }, { scale: 'met-3' }, ['framework-scale newer /scale']],
    ['categories in another order', { categories: [people, life] }, {}, ['framework-details newer /categories']],
    [
      'a category with other words',
      { categories: [life, { ...people, label: 'Them' }] },
      {},
      ['category-details newer /categories/1/label'],
    ],
    ['a category that is gone', { categories: [life] }, {}, ['category-removed older /categories/1']],
    ['a category that is new', {}, { categories: [life] }, ['category-added newer /categories/1']],
    ['outcomes in another order', { outcomes: [seen, safe] }, {}, ['outcome-order newer /outcomes']],
    [
      'an outcome that says less',
      { outcomes: [plain, seen] },
      {},
      [
        'outcome-scale older /outcomes/0/scale',
        'outcome-category older /outcomes/0/category',
        'outcome-easy-name older /outcomes/0/easyName',
      ],
    ],
    [
      'an outcome that says more',
      {},
      { outcomes: [plain, seen] },
      [
        'outcome-scale newer /outcomes/0/scale',
        'outcome-category newer /outcomes/0/category',
        'outcome-easy-name newer /outcomes/0/easyName',
      ],
    ],
  ])('%s', (_name, newer, older, expected) => {
    expect([...places(newer, older)].sort()).toEqual([...expected].sort());
  });

  it('what the newer one does not say any more is in the older one', () => {
    const [before, after] = [framework, { ...silent, version: '2' } as OutcomeFramework];
    const only = (one: OutcomeFramework, other: OutcomeFramework): unknown =>
      diffFrameworks(one, other).changes.map(({ code, side, path, from, to }) => [code, side, path, from, to]);
    expect(only(before, after)).toEqual([['framework-language', 'older', '/language', 'en-GB', null]]);
    expect(only({ ...after, version: '1' }, { ...before, version: '2' })).toEqual([
      ['framework-language', 'newer', '/language', null, 'en-GB'],
    ]);
    expect(only({ ...framework, scale: 'met-3' }, { ...framework, version: '2' })).toEqual([
      ['framework-scale', 'older', '/scale', 'met-3', 'frequency-4'],
    ]);
  });

  it('an outcome under another id is the one of that name alone, each once', () => {
    const renamed = { ...seen, id: 'looked-at' };
    expect(places({ outcomes: [safe, { id: 'new', name: 'Something new' }, renamed] }).toSorted()).toEqual([
      'outcome-added newer /outcomes/1',
      'outcome-id newer /outcomes/2/id',
    ]);
    expect(
      places({ outcomes: [renamed, { ...seen, id: 'other' }] }, { outcomes: [seen, { ...seen, id: 'seen-2' }] }),
    ).toEqual(['outcome-id newer /outcomes/0/id', 'outcome-id newer /outcomes/1/id']);
  });
});
