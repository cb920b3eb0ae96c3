import { describe, expect, it } from 'vitest';
import { isKept, ratingsOf, wordsOf } from '../../src/model/parts.js';
import type { Entry, Statement } from '../../src/schema/record.js';
import { entry, rated, said } from './merge-samples.js';

describe('The parts of an entry', () => {
  const empty = { id: 'e-1', label: 'Seeing people', outcomes: [] } satisfies Entry;

  it('are its words in their order: what was said, strengths, what stands in the way', () => {
    const [tea, kettle, stairs] = [said('s-1', 'Tea'), said('s-2', 'A kettle'), said('s-3', 'Stairs')];
    expect(wordsOf(entry({ barriers: [stairs], narrative: [tea], strengths: [kettle] }))).toEqual([
      tea,
      kettle,
      stairs,
    ]);
    expect(wordsOf(empty)).toEqual([]);
  });

  it('are its answers, each with its question', () => {
    const [now, matters, changed] = [rated('g-1', 'some'), rated('g-2', 'most'), rated('g-3', 'none')];
    expect(ratingsOf(entry({ change: [changed], importance: [matters], ratings: [now] }))).toEqual([
      ['ratings', now],
      ['importance', matters],
      ['change', changed],
    ]);
    expect(ratingsOf(empty)).toEqual([]);
  });
});

describe('isKept', () => {
  const secret = said('s-1', 'Tea', { sharing: [] });
  const of = (id: string, translationOf: string, change: Partial<Statement> = {}): Statement =>
    said(id, 'Tì', { translationOf, ...change });

  it('is what nobody else may see, and not what somebody may, or of which nothing was agreed', () => {
    expect(isKept(secret, [])).toBe(true);
    expect(isKept(said('s-1', 'Tea', { sharing: ['family'] }), [])).toBe(false);
    expect(isKept(said('s-1', 'Tea'), [secret])).toBe(false);
  });

  it('is a translation of it, whoever may see that, and a translation of the translation', () => {
    const first = of('t-1', 's-1', { sharing: ['family'] });
    const second = of('u-1', 't-1');
    const all = [second, said('s-2', 'Cake'), first, secret];
    expect(all.map((one) => isKept(one, all))).toEqual([true, false, true, true]);
  });

  it('is no translation of something else, and not what was translated', () => {
    const open = said('s-2', 'Cake');
    const translated = of('t-2', 's-2');
    expect(isKept(translated, [secret, open, translated])).toBe(false);
    expect(isKept(open, [secret, open, of('t-2', 's-2', { sharing: [] })])).toBe(false);
    expect(isKept(of('t-9', 's-9'), [secret])).toBe(false);
  });

  it('comes to an end where translations are said to be of one another, or of themselves', () => {
    const [one, other] = [of('a', 'b'), of('b', 'a')];
    expect([isKept(one, [one, other]), isKept(other, [one, other])]).toEqual([false, false]);
    const own = of('a', 'a');
    expect(isKept(own, [own])).toBe(false);
    const kept = of('a', 'b', { sharing: [] });
    expect(isKept(other, [kept, other])).toBe(true);
    // Three in a round, of which the first leads in.
    const round = [of('x', 'a'), of('a', 'b'), of('b', 'a')];
    expect(isKept(round[0] as Statement, round)).toBe(false);
  });

  it('is a translation of either of two under one id, where one of them is', () => {
    const translated = of('t-1', 's-1');
    expect(isKept(translated, [said('s-1', 'Tea'), secret, translated])).toBe(true);
  });
});
