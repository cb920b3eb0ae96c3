import { codeProblems } from '../../base/codes.js';
import { readShown, shownProblems } from '../../base/earlier.js';
import { readJson } from '../../base/json-property.js';
import { copyOf, deepFreeze } from '../../model/freeze.js';
import { PERSPECTIVES, RECORD_KINDS, type PreviousShown, type RecordKind } from '../../schema/codes.js';
import { parseAgent, parseSubject } from '../../schema/parse.js';
import type { Agent, OutcomeRecord } from '../../schema/record.js';
import type { OutcomeFramework } from '../../schema/framework.js';
import type { Problem } from '../../schema/rules.js';
import type { beginRecord } from './conversation.previous.js';

/** Somebody whom the page names, as far as a record can hold it, and what is wrong with the rest. */
interface Named {
  readonly value?: Agent | undefined;
  readonly problems: readonly Problem[];
}

/** How each is checked, and the code of what is wrong with it. */
const PEOPLE = {
  subject: [parseSubject, 'subject-invalid'],
  recordedBy: [parseAgent, 'recorded-by-invalid'],
} as const;

const PRESENTATIONS = ['all', 'one-at-a-time'];

/** What everybody may be called by, and a worker beside. */
const NAMES = ['id', 'name', 'role'];

function readNamed(property: keyof typeof PEOPLE, given: unknown): Named {
  const [parse, code] = PEOPLE[property];
  const read = readJson(given, property);
  if (read.problems) return read;
  if (read.value === undefined || read.value === null) return { problems: [] };
  // A copy: nothing of the host's is frozen, and no later change of the host's reaches the record.
  const copy = copyOf(read.value);
  if (!copy.ok) return copy;
  // Whoever has no key that can be read might be anybody of that name.
  const until = (isKnown?: boolean): string =>
    `Until then ${property === 'subject' && !isKnown ? 'no record is begun' : 'it is left out'}.`;
  const wrong = (what: string): Problem => ({
    code,
    path: '',
    message: `"${property}" ${what}.`,
    hint: `Pass an object: {"id":"p-204"}. ${until()}`,
  });
  if (typeof copy.value !== 'object' || copy.value === null || Array.isArray(copy.value))
    return { problems: [wrong('is not an object')] };
  const parts = Object.entries(copy.value)
    // Nothing is lost by either: databases count their people, and say null for a name that nobody has given.
    .map(([key, part]: [string, unknown]) => [key, key === 'id' && typeof part === 'number' ? String(part) : part])
    .filter(([key, part]) => key === 'id' || !NAMES.includes(key as string) || part !== null);
  const parsed = parse(Object.fromEntries(parts));
  const wrongs = parsed.ok ? [] : parsed.problems;
  const sound = parts.filter(([key]) => wrongs.every(({ path }) => path.split('/')[1] !== key));
  const value = deepFreeze(Object.fromEntries(sound)) as Agent;
  const problems = wrongs.map((problem) => ({ ...problem, hint: `${problem.hint} ${until(value.id !== undefined)}` }));
  const nameless = parts.length > 0 && parts.every(([key]) => !NAMES.includes(key as string));
  if (nameless) problems.push(wrong('has neither "id" nor "name"'));
  return { value, problems };
}

/** What the page says about a conversation beside its record. */
interface Told {
  readonly subject: unknown;
  readonly recordedBy: unknown;
  readonly kind: unknown;
  readonly presentation: unknown;
  readonly perspectives: unknown;
  readonly showPrevious: PreviousShown;
}

/** Reads what the page says about a conversation. Nothing goes into a record that could not be read again. */
export class Given {
  readonly #host: Told;
  readonly #read = new Map<string, readonly [given: unknown, Named]>();

  constructor(host: Told) {
    this.#host = host;
  }

  get subject(): OutcomeRecord['subject'] | undefined {
    return this.#named('subject').value;
  }

  /** How the person is called: in the record, or by the page. */
  nameIn(record: OutcomeRecord | undefined): string | undefined {
    return record?.subject.name ?? this.subject?.name;
  }

  /** Whether somebody is meant whom nobody can tell from others. */
  get isUnclear(): boolean {
    return this.#named('subject').problems.length > 0 && !this.subject?.id;
  }

  get recordedBy(): Agent | undefined {
    return this.#named('recordedBy').value;
  }

  get kind(): RecordKind {
    return RECORD_KINDS.find((one) => one === this.#host.kind) ?? 'assessment';
  }

  /** What a new record is about; nothing while nobody can tell whose it would be. */
  about(framework: OutcomeFramework): Omit<Parameters<typeof beginRecord>[0], 'now'> | undefined {
    const { subject, recordedBy, kind } = this;
    if (this.isUnclear) return undefined;
    return { framework, subject, recordedBy, kind, shown: readShown(this.#host.showPrevious) };
  }

  /** What is wrong with what has just been set, by its place. */
  problems(changed: ReadonlyMap<PropertyKey, unknown>): readonly (readonly [string, readonly Problem[]])[] {
    const { kind, presentation, perspectives, showPrevious } = this.#host;
    const views = typeof perspectives === 'string' ? perspectives.split(/[\s,]+/).filter(Boolean) : perspectives;
    const left = 'What is not known is left out.';
    const found: readonly (readonly [property: string, place: string, problems: () => readonly Problem[]])[] = [
      ['subject', 'subject', () => this.#named('subject').problems],
      ['recordedBy', 'recordedBy', () => this.#named('recordedBy').problems],
      ['kind', 'kind', () => codeProblems('kind', kind, RECORD_KINDS, 'Until then it is an assessment.')],
      [
        'presentation',
        'presentation',
        () => codeProblems('presentation', presentation, PRESENTATIONS, 'Until then all is on one page.'),
      ],
      [
        'perspectives',
        'perspectives',
        () => [views ?? []].flat().flatMap((one) => codeProblems('perspectives', one, PERSPECTIVES, left)),
      ],
      ['showPrevious', 'show-previous', () => shownProblems(showPrevious)],
    ];
    return found.flatMap(([property, place, problems]) =>
      changed.has(property) ? [[place, problems()] as const] : [],
    );
  }

  /** The same as long as the same is given, so that nothing is drawn again for it. */
  #named(property: keyof typeof PEOPLE): Named {
    const given = this.#host[property];
    const known = this.#read.get(property);
    if (known && known[0] === given) return known[1];
    const read = readNamed(property, given);
    this.#read.set(property, [given, read]);
    return read;
  }
}
