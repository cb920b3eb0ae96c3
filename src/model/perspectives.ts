import { PERSPECTIVES, type Perspective } from '../schema/codes.js';

const known: readonly string[] = PERSPECTIVES;

/** Perspectives as a list, or as codes with spaces between. What is not a perspective is left out. */
export const readPerspectives = (given: readonly string[] | string | undefined): readonly Perspective[] =>
  (typeof given === 'string' ? given.split(/[\s,]+/) : Array.isArray(given) ? (given as string[]) : []).filter(
    (code): code is Perspective => known.includes(code),
  );
