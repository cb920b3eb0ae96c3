import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { conversationStrings } from '../../src/elements/conversation/conversation.strings.js';
import { summaryStrings } from '../../src/elements/record-summary/record-summary.strings.js';
import { narrativeStrings } from '../../src/elements/narrative/narrative.strings.js';
import { labels } from '../../src/interop/labels.js';
import { noteBlocks } from '../../src/interop/note.js';
import { toHtml, toText } from '../../src/interop/text.js';
import { hostile, jean, mapWords, records } from './interop-samples.js';

const nodes = (node: Tree.Node): readonly Tree.Node[] => [
  node,
  ...('childNodes' in node ? node.childNodes.flatMap(nodes) : []),
];
const parse = (html: string) => {
  const all = nodes(parseFragment(html));
  return {
    elements: all.filter((node): node is Tree.Element => 'tagName' in node),
    text: all.map((node) => ('value' in node ? node.value : '')).join(''),
    others: all.map(({ nodeName }) => nodeName).filter((name) => name.startsWith('#') && name !== '#text'),
  };
};

describe('toText', () => {
  it('is a note that a colleague can read', () => {
    expect(toText(jean)).toMatchInlineSnapshot(`
      "What matters to Jean
      ====================
      When we talked: 3 March 2026, 14:05
      Written down: 3 March 2026, 16:10, by Sam Reid
      How: Face to face
      Where: At home

      Who took part:
        - Jean, The person
        - Moira, Unpaid carer, daughter
      What helped to take part: More time

      Seeing people
      --------------------
      This matters most.
          “I miss the bowling club.
          Tuesdays are long.” (Jean, The person)
          “Only for the file.” (Practitioner)

      What is wanted:
          “To be back at the bowling club” (The person)
      Something to get there.

      How things are now:
        - The person: Most of the time
        - Why: Some weeks nobody comes
        - Hoped for: All of the time
        - Moira, Unpaid carer: None of the time
        - Practitioner: I’d rather not say, Not today

      How much it matters:
        - The person: Not answered

      Who and what helps:
        - The person, Rings her friend, Planned

      Next steps:
        - Phone the club, Jean, by 10 March 2026, Planned, self-directed support option 3

      Where people see it differently:
          “Moira thinks it is too far” (The person, Unpaid carer)
      What we decided: Continue, It helps

      My allotment
      --------------------

      How things are now:
        - The person: Dug once
      Cook and Miller
      "
    `);
  });

  it('is in the words and dates of another language where they are given', () => {
    const text = toText(jean, {
      locale: 'pl',
      strings: { 'note.title-named': 'Co jest ważne: {name}', 'perspective.carer': 'Opiekun' },
    });
    expect(text).toContain('Co jest ważne: Jean');
    expect(text).toContain('3 marca 2026');
    expect(text).toContain('Moira, Opiekun: None of the time');
  });

  it('gives an audience only what they may see', () => {
    expect(toText(jean)).toContain('Only for the file.');
    expect(toText(jean, { audience: 'person' })).not.toContain('Only for the file.');
    expect(toText(jean, { audience: 'agencies' })).not.toMatch(/bowling|allotment|Moira/);
  });

  it('says what is a draft, a mistake or a correction', () => {
    const slip = { reason: 'The wrong person', at: jean.recordedAt };
    expect(toText({ ...jean, status: 'draft' })).toContain('This is a draft.');
    expect(toText({ ...jean, status: 'entered-in-error', enteredInError: slip })).toContain(
      'Entered in error: The wrong person',
    );
    expect(toText({ ...jean, amends: { recordId: 'x', ...slip } })).toContain(
      'This corrects an earlier record: The wrong person',
    );
  });

  it('leaves braces in somebody’s words alone', () => {
    expect(toText({ ...jean, subject: { name: '{date} $& {name}' } })).toContain('What matters to {date} $& {name}');
  });

  it('uses the words that the elements show', () => {
    const shown: Readonly<Record<string, unknown>> = { ...conversationStrings, ...summaryStrings, ...narrativeStrings };
    const shared = Object.entries(labels).flatMap(([list, words]) =>
      Object.entries(words).flatMap(([code, label]) =>
        `${list}.${code}` in shown ? [[label, shown[`${list}.${code}`]]] : [],
      ),
    );
    expect(shared.length).toBeGreaterThan(40);
    for (const [ours, theirs] of shared) expect(ours).toBe(theirs);
  });
});

describe('toHtml', () => {
  it('has the same content as the text, in order', () => {
    const { elements, text } = parse(toHtml(jean));
    expect(elements.map(({ tagName }) => tagName)).toEqual(
      expect.arrayContaining(['h1', 'h2', 'h3', 'ul', 'li', 'blockquote']),
    );
    for (const block of noteBlocks(jean)) for (const part of block.text.split('\n')) expect(text).toContain(part);
  });

  /** Every element and attribute is one of ours, and all that was recorded is there as text. */
  const check = (record: typeof jean): void => {
    const { elements, text, others } = parse(toHtml(record));
    const blocks = noteBlocks(record);
    expect(others).toEqual(['#document-fragment']);
    const count = (name: string): number => elements.filter(({ tagName }) => tagName === name).length;
    const of = (is: string): number => blocks.filter((block) => block.is === is).length;
    expect(count('article')).toBe(1);
    expect(count('h1') + count('h2') + count('h3')).toBe(of('heading'));
    expect(count('li')).toBe(of('item'));
    expect(count('blockquote')).toBe(of('words'));
    const quoted = blocks.filter((block) => block.is === 'words');
    expect(count('p')).toBe(of('line') + quoted.filter(({ who }) => who).length);
    expect(count('br')).toBe(quoted.flatMap((block) => block.text.split('\n').slice(1)).length);
    for (const { tagName, attrs } of elements) {
      expect(['article', 'h1', 'h2', 'h3', 'p', 'ul', 'li', 'blockquote', 'br']).toContain(tagName);
      for (const { name, value } of attrs)
        if (name === 'dir') expect(value).toBe('auto');
        else {
          expect(name).toBe('lang');
          expect(value).toMatch(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/);
        }
    }
    for (const block of blocks) for (const part of block.text.split('\n')) expect(text).toContain(part);
  };

  it('makes no element and no attribute of markup in any field', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(hostile, (text) => {
        check(mapWords(jean, () => text || 'x'));
      }),
      { numRuns: 300 },
    );
  });

  it('makes none of any record that is valid, nor of a language that is not', { timeout: 60_000 }, () => {
    fc.assert(fc.property(records, check), { numRuns: 200 });
    const [entry] = jean.entries;
    const wrong = {
      ...jean,
      entries: [{ ...entry, narrative: [{ id: 's', text: 'x', language: '" onload="x' }] }],
    } as typeof jean;
    check(wrong);
  });
});
