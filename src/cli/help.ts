import type { Command, Option } from './command.js';

const PROGRAM = 'talking-points-elements';
const WIDTH = 80;

/** Wraps a paragraph; all lines but the first are indented. */
function wrapped(text: string, indent = ''): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    const longer = last === '' ? word : `${last} ${word}`;
    if (longer.length + indent.length <= WIDTH || last === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join(`\n${indent}`);
}

/** Names on the left, and what they mean beside them. */
function table(rows: readonly (readonly [name: string, says: string])[]): string {
  const width = Math.min(26, Math.max(...rows.map(([name]) => name.length)) + 2);
  const indent = ' '.repeat(width + 2);
  return rows
    .map(([name, says]) =>
      name.length + 2 > width
        ? `  ${name}\n${indent}${wrapped(says, indent)}`
        : `  ${name.padEnd(width)}${wrapped(says, indent)}`,
    )
    .join('\n');
}

const optionName = (name: string, { short, value }: Option): string =>
  `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;

const exits = [
  ['0', 'everything is fine'],
  ['1', 'problems were found, or something breaks comparison'],
  ['2', 'the command was not understood, or a file could not be read or written'],
] as const;

export const helpFor = ({ name, operands, help, options, examples }: Command): string =>
  [
    `Usage: ${PROGRAM} ${name}${operands && ` ${operands}`} [options]`,
    ...help.map((paragraph) => wrapped(paragraph)),
    `Options:\n${table([...Object.entries(options).map(([long, option]) => [optionName(long, option), option.says] as const), ['-h, --help', 'print this']])}`,
    `Examples:\n${examples.map((example) => `  ${PROGRAM} ${example}`).join('\n')}`,
    `Ends with:\n${table(exits)}`,
  ].join('\n\n');

export const helpForAll = (commands: readonly Command[]): string =>
  [
    `Usage: ${PROGRAM} <command> [options]`,
    wrapped(
      'Checks and converts the files that talking-points-elements works with: records of conversations, frameworks, rating scales, and the words of the screen. Nothing is sent anywhere, and no file is overwritten unasked.',
    ),
    `Commands:\n${table(commands.map(({ name, summary }) => [name, summary] as const))}`,
    `Options:\n${table([
      ['-h, --help', 'print this; with a command, what that command does'],
      ['-v, --version', 'print the version of the package'],
    ])}`,
    `Ends with:\n${table(exits)}`,
  ].join('\n\n');
