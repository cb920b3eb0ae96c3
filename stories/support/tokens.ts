import type { CSSResult } from 'lit';
import { conversationStyles } from '../../src/elements/conversation/conversation.styles.js';
import { tokens } from '../../src/theme/tokens.js';

/** A design token as the elements use it: its public name and what holds where nobody sets it. */
export interface Token {
  readonly name: string;
  readonly light: string;
  readonly dark: string;
  readonly isColour: boolean;
}

/** What each token is for. A token that is missing here makes the table throw, so that none goes unexplained. */
const PURPOSES: Readonly<Record<string, string>> = {
  '--tp-color-text': 'Text',
  '--tp-color-muted': 'Text of second rank: descriptions, hints, the names of small fields',
  '--tp-color-surface': 'The ground of cards, fields and answers',
  '--tp-color-raised': 'The ground of what stands apart: who and how, a question that needs an answer',
  '--tp-color-line': 'Quiet lines between parts; carries no meaning',
  '--tp-color-border': 'The edge of fields and answers; 3 : 1 on the surface',
  '--tp-color-accent': 'Buttons, links, the chosen answer',
  '--tp-color-on-accent': 'Text on the accent',
  '--tp-color-accent-soft': 'The ground of the chosen answer',
  '--tp-color-focus': 'The ring around what has the focus',
  '--tp-color-error': 'What is wrong, always with words',
  '--tp-space': 'The step that all distances are made of',
  '--tp-radius': 'Corners',
  '--tp-border-width': 'Lines and edges',
  '--tp-target-size': 'The least height of anything that can be pressed',
};

export const purposeOf = (name: string): string => {
  const purpose = PURPOSES[name];
  if (purpose === undefined) throw new Error(`Say in stories/support/tokens.ts what ${name} is for.`);
  return purpose;
};

const definition = /--_[\w-]+:\s*var\(\s*(--tp-[\w-]+),\s*(.*?)\);\n/g;

/** Where tokens are read: for every element, and what the conversation alone needs. */
const sources = tokens.cssText + (conversationStyles as CSSResult).cssText;

/** The tokens with their fallbacks, read from the code that uses them. */
export const readTokens = (): readonly Token[] =>
  [...sources.matchAll(definition)].map(([, name = '', fallback = '']) => {
    const pair = /light-dark\(\s*(\S+),\s*(\S+?)\s*\)/.exec(fallback);
    return {
      name,
      light: (pair?.[1] ?? fallback).replace('var(--_accent)', 'the accent'),
      dark: (pair?.[2] ?? fallback).replace('var(--_accent)', 'the accent'),
      isColour: pair !== null,
    };
  });

const channel = (value: number): number => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = (hex: string): number => {
  const full = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(full.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast of two colours as WCAG 2 reckons it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Which colours meet on the screen, and the least contrast that WCAG 2.2 AA asks of them. */
export const PAIRS: readonly (readonly [front: string, ground: string, least: number])[] = [
  ['text', 'surface', 4.5],
  ['text', 'raised', 4.5],
  ['text', 'accent-soft', 4.5],
  ['muted', 'surface', 4.5],
  ['muted', 'raised', 4.5],
  ['accent', 'surface', 4.5],
  ['accent', 'raised', 4.5],
  ['accent', 'accent-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['error', 'surface', 4.5],
  ['error', 'raised', 4.5],
  ['border', 'surface', 3],
];
