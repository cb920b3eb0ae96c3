import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './packed.js';

export const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

/** The documents that people read outside the catalogue. */
export const documents: readonly string[] = [
  ...globSync('*.md', { cwd: root }),
  ...globSync('docs/**/*.md', { cwd: root }),
].sort();

export interface Block {
  readonly language: string;
  readonly code: string;
}

/** The fenced blocks of a document, in order. */
export const blocksOf = (markdown: string): readonly Block[] =>
  [...markdown.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language = '', code = '']) => ({ language, code }));

/** Every match of the first group, once. */
export const found = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, first = '']) => first)),
];
