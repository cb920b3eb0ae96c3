import type { OutcomeRecord } from '../schema/record.js';
import { noteBlocks, type Block, type NoteOptions } from './note.js';

export { noteStrings, type NoteOptions } from './note.js';

const indented = (text: string): string => text.replace(/\r\n?|\n/g, '\n    ');

function textOf(block: Block): string {
  switch (block.is) {
    case 'heading':
      return block.level === 3 ? `\n${block.text}:` : `\n${block.text}\n${(block.level === 1 ? '=' : '-').repeat(20)}`;
    case 'line':
      return block.text;
    case 'item':
      return `  - ${indented(block.text)}`;
    case 'words':
      return `    “${indented(block.text)}”${block.who ? ` (${block.who})` : ''}`;
  }
}

/** A case note in plain text, in the order in which it is read. People’s own words stand in quotation marks, with whose they are. */
export const toText = (record: OutcomeRecord, options: NoteOptions = {}): string =>
  `${noteBlocks(record, options).map(textOf).join('\n').trimStart()}\n`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser would read it as a line feed.
  '\r': '&#13;',
};
const escaped = (text: string): string => text.replace(/[&<>"'\r]/g, (character) => entities[character] ?? character);

/** The language of somebody's words, only where it has the form of one: it is the one thing of the data that goes into an attribute. */
const languageOf = (language: string | undefined): string =>
  language && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language) ? ` lang="${language}"` : '';

function htmlOf(block: Block): string {
  const text = escaped(block.text);
  switch (block.is) {
    case 'heading':
      return `<h${block.level} dir="auto">${text}</h${block.level}>`;
    case 'line':
      return `<p dir="auto">${text}</p>`;
    case 'item':
      return `<li dir="auto">${text}</li>`;
    case 'words':
      return (
        `<blockquote dir="auto"${languageOf(block.language)}>${text.replaceAll('\n', '<br>')}</blockquote>` +
        (block.who ? `<p dir="auto">${escaped(block.who)}</p>` : '')
      );
  }
}

/**
 * The same note as an HTML fragment, for a case management system that takes one: headings, paragraphs, lists and quotations, with no class,
 * style, link or script. All that the record says is escaped.
 */
export function toHtml(record: OutcomeRecord, options: NoteOptions = {}): string {
  const blocks = noteBlocks(record, options);
  const parts = blocks.map((block, index) => {
    const begins = block.is === 'item' && blocks[index - 1]?.is !== 'item' ? '<ul>\n' : '';
    const ends = block.is === 'item' && blocks[index + 1]?.is !== 'item' ? '\n</ul>' : '';
    return `${begins}${htmlOf(block)}${ends}`;
  });
  return `<article${languageOf(options.locale ?? 'en-GB')}>\n${parts.join('\n')}\n</article>\n`;
}
