import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { pointer, type Problem } from '../schema/rules.js';

/** Where something stands in a file. Both count from 1; a column is a UTF-16 unit, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}
export type PlacedProblem = Problem & Place;

/** JSON with the place of each of its parts. */
export interface PlacedJson {
  readonly value: unknown;
  /** The same name twice in one object: readers differ in which of them they take. */
  readonly duplicates: readonly PlacedProblem[];
  /** The place of what a JSON Pointer leads to; where that is not there, of what should hold it. `of: 'name'`: of the name before it. */
  placeOf(path: string, of?: 'name' | 'value'): Place;
}

type PlaceAt = (offset: number) => Place;

/** Places by offset, from the offsets at which the lines begin. */
function placesIn(text: string): PlaceAt {
  const begins = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
  return (offset) => {
    let [low, high] = [0, begins.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((begins[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (begins[low] ?? 0) + 1 };
  };
}

const partsOf = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The name and the value of a member. */
const memberOf = ({ children = [] }: Node): readonly [name: Node | undefined, value: Node | undefined] => [
  children[0],
  children[1],
];

function duplicatesIn(node: Node, path: readonly string[], placeAt: PlaceAt): PlacedProblem[] {
  const { type, children = [] } = node;
  if (type === 'array')
    return children.flatMap((child, index) => duplicatesIn(child, [...path, String(index)], placeAt));
  if (type !== 'object') return [];
  const seen = new Set<string>();
  return children.flatMap((member) => {
    const [name, value] = memberOf(member);
    if (!name || !value) return [];
    const key = String(name.value);
    const here = [...path, key];
    const isAgain = seen.has(key);
    seen.add(key);
    const problem = {
      code: 'duplicate-name',
      path: pointer(here),
      message: `"${key}" is there twice in one object.`,
      hint: 'Take one of them out: readers differ in which of them they take.',
      ...placeAt(name.offset),
    };
    return [...(isAgain ? [problem] : []), ...duplicatesIn(value, here, placeAt)];
  });
}

/** The node at the end of a path, or the last one on the way to it. Of two members with one name, the last: JSON.parse takes that. */
function nodeAt(body: Node, path: string, of: 'name' | 'value'): Node {
  let node = body;
  let name: Node | undefined;
  for (const part of partsOf(path)) {
    const { type, children = [] } = node;
    const [key, next] =
      type === 'object'
        ? (children.map(memberOf).findLast(([one]) => one?.value === part) ?? [])
        : [undefined, type === 'array' ? children[Number(part)] : undefined];
    if (!next) return node;
    name = key;
    node = next;
  }
  return (of === 'name' && name) || node;
}

/** What may stop a parser, in words. Its own message could quote the text, which may be somebody's words. */
const stops: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  PropertyNameExpected: [
    'A name is expected here.',
    'Write it in double quotes; or take out the comma before this, if nothing is to follow.',
  ],
  ValueExpected: [
    'A value is expected here.',
    'Write a text in double quotes, a number, true, false, null, an object or a list; or take out the comma before this.',
  ],
  ColonExpected: ['A colon is expected here.', 'Write a colon between the name and its value.'],
  CommaExpected: [
    'A comma is expected here, or the end of the list or object.',
    'Write a comma between two items, or close what is open with ] or }.',
  ],
  CloseBraceExpected: [
    'A closing brace } is expected here.',
    'Close the object, or write a comma before the next name.',
  ],
  CloseBracketExpected: [
    'A closing bracket ] is expected here.',
    'Close the list, or write a comma before the next item.',
  ],
  EndOfFileExpected: ['Something follows after the end of the data.', 'Leave one object or one list in the file.'],
  InvalidCommentToken: ['JSON has no comments.', 'Take the comment out.'],
  UnexpectedEndOfComment: ['JSON has no comments.', 'Take the comment out.'],
  UnexpectedEndOfString: [
    'This text does not end on its line.',
    'Close it with a double quote. Write a line break within a text as \\n.',
  ],
  UnexpectedEndOfNumber: ['This number is not finished.', 'Write it as 0.5 or 5.'],
  InvalidEscapeCharacter: [
    'This text has a backslash with something after it that JSON does not know.',
    'Write a backslash as \\\\.',
  ],
  InvalidUnicode: [
    'This text has a \\u without four hexadecimal digits.',
    'Write it as \\u00e9, or write the letter itself.',
  ],
  InvalidCharacter: [
    'This text has a character that JSON wants written as an escape.',
    'Write a tab as \\t and a line break as \\n.',
  ],
};
const otherStop = [
  'This is no part of JSON.',
  'Write names and texts in double quotes, numbers as 5 or 0.5, and true, false and null in small letters.',
] as const;

const malformed = ([message, hint]: readonly [string, string], place: Place): PlacedProblem => ({
  code: 'json-malformed',
  path: '',
  message,
  hint,
  ...place,
});

const start: Place = { line: 1, column: 1 };

/** Reads JSON, and nothing that is nearly JSON. */
export function readJson(text: string): PlacedJson | PlacedProblem {
  const placeAt = placesIn(text);
  const errors: ParseError[] = [];
  try {
    const body = parseTree(text, errors, { disallowComments: true });
    const [first] = errors;
    if (first) return malformed(stops[printParseErrorCode(first.error)] ?? otherStop, placeAt(first.offset));
    const value = JSON.parse(text) as unknown;
    if (!body) return malformed(otherStop, start);
    return {
      value,
      duplicates: duplicatesIn(body, [], placeAt),
      placeOf: (path, of = 'value') => placeAt(nodeAt(body, path, of).offset),
    };
  } catch (error) {
    return malformed(
      error instanceof RangeError
        ? ['It goes too many levels deep to be read.', 'Check that it is the right file.']
        : otherStop,
      start,
    );
  }
}

export const isMalformed = (json: PlacedJson | PlacedProblem): json is PlacedProblem => 'code' in json;
