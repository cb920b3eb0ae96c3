import manifest from '../../dist/custom-elements.json' with { type: 'json' };

interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Typed extends Named {
  readonly type?: { readonly text?: string };
  readonly default?: string;
  readonly kind?: string;
  readonly fieldName?: string;
  readonly attribute?: string;
  readonly readonly?: boolean;
  readonly static?: boolean;
}

interface Declaration extends Named {
  readonly tagName?: string;
  readonly members?: readonly Typed[];
  readonly attributes?: readonly Typed[];
  readonly events?: readonly Typed[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

const declarations = (manifest as unknown as { modules: { declarations?: Declaration[] }[] }).modules.flatMap(
  (module) => module.declarations ?? [],
);

/** An element or an event class as the manifest describes it. */
export function described(name: string): Declaration {
  const found = declarations.find((one) => one.tagName === name || one.name === name);
  if (!found) throw new Error(`The custom elements manifest does not know ${name}.`);
  return found;
}

export interface Option {
  readonly property: string;
  readonly attribute: string | undefined;
  readonly type: string;
  readonly initial: string | undefined;
  readonly description: string;
}

const isOption = ({ kind, static: isStatic, name }: Typed): boolean =>
  kind === 'field' && !isStatic && !['t', 'internals', 'texts', 'usedLocale'].includes(name);

/** What can be set on an element, or read from it. */
export function optionsOf(tag: string): readonly Option[] {
  const { members = [], attributes = [] } = described(tag);
  return members.filter(isOption).map((member) => {
    const attribute = attributes.find(({ fieldName, name }) => (fieldName ?? name) === member.name);
    return {
      property: member.name,
      attribute: attribute?.name,
      type: (member.type?.text ?? attribute?.type?.text ?? '').replace(' | undefined', ''),
      initial: member.default?.replace(/^'|'$/g, ''),
      description: member.description ?? attribute?.description ?? '',
    };
  });
}

export const methodsOf = (tag: string): readonly Named[] =>
  (described(tag).members ?? []).filter(({ kind, static: isStatic }) => kind === 'method' && !isStatic);

/** The tags of the elements that fire an event. */
export const elementsThatFire = (event: string): readonly string[] =>
  declarations
    .filter(({ events }) => events?.some(({ name }) => name === event))
    .flatMap(({ tagName }) => tagName ?? []);
