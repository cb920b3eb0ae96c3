import { parseArgs } from 'node:util';
import { VERSION } from '../version.js';
import { EXIT, Given, UseError, type Command, type Exit } from './command.js';
import { diff } from './diff.js';
import { csv, fhir, text } from './exports.js';
import { helpFor, helpForAll } from './help.js';
import { say, tell, type Io } from './io.js';
import { nearest } from './nearest.js';
import { newFramework } from './new-framework.js';
import { schema } from './schema.js';
import { validate } from './validate.js';

export const commands: readonly Command[] = [validate, schema, diff, csv, fhir, text, newFramework];

/** What was written behind a command. */
function parse({ name, options }: Command, args: readonly string[]): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries([
        ...Object.entries(options).map(([long, { type, short, multiple }]) => [
          long,
          { type, ...(short && { short }), ...(multiple && { multiple }) },
        ]),
        ['help', { type: 'boolean', short: 'h' }],
      ]) as Record<string, { type: 'string' | 'boolean'; short?: string; multiple?: boolean }>,
    });
    return new Given(positionals, values);
  } catch (error) {
    const { code = '', message = '' } = error as { code?: string; message?: string };
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    const unknown = /^Unknown option '--?([^']+)'/.exec(message)?.[1];
    const near = unknown === undefined ? undefined : nearest(unknown, Object.keys(options));
    throw new UseError(
      unknown === undefined
        ? `${message.split(/\.\s/)[0] ?? message}.`.replace(/\.\.$/, '.')
        : `"${name}" has no option "${unknown}".`,
      near ? `Did you mean --${near}?` : `"${name} --help" lists the options.`,
    );
  }
}

async function dispatch(io: Io, [first, ...rest]: readonly string[]): Promise<Exit> {
  if (first === undefined) {
    tell(io, helpForAll(commands));
    return EXIT.use;
  }
  if (first === '--version' || first === '-v') {
    say(io, VERSION);
    return EXIT.fine;
  }
  const name = first === 'help' ? rest[0] : first;
  if (name === undefined || name === '--help' || name === '-h') {
    say(io, helpForAll(commands));
    return EXIT.fine;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const near = nearest(
      name,
      commands.map((one) => one.name),
    );
    throw new UseError(
      `There is no command "${name}".`,
      near ? `Did you mean "${near}"?` : '"--help" lists the commands.',
    );
  }
  const given = first === 'help' ? null : parse(command, rest);
  if (given && !given.has('help')) return command.run(io, given);
  say(io, helpFor(command));
  return EXIT.fine;
}

/**
 * Runs a command line.
 *
 * @param args - what was written behind the program's name
 * @returns what the process is to end with: 0 fine, 1 problems found, 2 wrong use
 */
export async function run(io: Io, args: readonly string[]): Promise<Exit> {
  try {
    return await dispatch(io, args);
  } catch (error) {
    if (!(error instanceof UseError)) throw error;
    tell(io, `${error.message} ${error.hint}`);
    return EXIT.use;
  }
}
