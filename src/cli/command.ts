import type { Io } from './io.js';

/** What the process ends with. */
export const EXIT = {
  fine: 0,
  /** Problems were found in what was given, or something breaks comparison. */
  problems: 1,
  /** The command was not understood, or a file could not be read or written. */
  use: 2,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** The command cannot do what it was asked: what is wrong, and how to mend it. */
export class UseError extends Error {
  override readonly name = 'UseError';
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands for its value in the help: `<file>`. */
  readonly value?: string;
  readonly says: string;
}

/** What was written on the command line. */
export class Given {
  readonly positionals: readonly string[];
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(positionals: readonly string[], values: Readonly<Record<string, unknown>>) {
    this.positionals = positionals;
    this.#values = values;
  }

  has(name: string): boolean {
    return this.#values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  texts(name: string): readonly string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  }

  /**
   * One of a few codes.
   *
   * @throws UseError when it is none of them
   */
  oneOf<T extends string>(name: string, codes: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const code = codes.find((one) => one === value);
    if (code === undefined) throw new UseError(`--${name} cannot be "${value}".`, `Use one of: ${codes.join(', ')}.`);
    return code;
  }
}

export interface Command {
  readonly name: string;
  /** In the list of the commands: half a sentence. */
  readonly summary: string;
  /** What stands behind the name: `<file…>`. */
  readonly operands: string;
  /** What it does, in paragraphs. */
  readonly help: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  run(io: Io, given: Given): Exit | Promise<Exit>;
}
