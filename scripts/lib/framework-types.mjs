// Writes the declaration files that make the elements known to the templates of React, Vue and Svelte.

/** @typedef {{ name: string, kind?: string, static?: boolean, readonly?: boolean, fieldName?: string }} Member */
/** @typedef {{ tag: string, type: string, properties: string[], attributes: string[], events: { name: string, type: string }[] }} Element */

const header = '// Generated from custom-elements.json. Do not edit.\n';

/** `tp-answer-change`: `TpAnswerChangeEvent` @param {string} name */
const eventClass = (name) => `${name.replace(/(^|-)(\w)/g, (_all, _dash, letter) => letter.toUpperCase())}Event`;

/**
 * The elements of a manifest, by tag.
 * @param {any} manifest
 * @returns {Element[]}
 */
export function elementsIn(manifest) {
  const found = manifest.modules
    .flatMap((/** @type {any} */ module) => module.declarations ?? [])
    .filter((/** @type {any} */ declaration) => declaration.tagName);
  return found
    .map((/** @type {any} */ { tagName, name, members = [], attributes = [], events = [] }) => {
      const properties = members
        .filter((/** @type {Member} */ member) => member.kind === 'field' && !member.static && !member.readonly)
        .map((/** @type {Member} */ member) => member.name);
      return {
        tag: tagName,
        type: name,
        properties,
        attributes: attributes
          .map((/** @type {Member} */ attribute) => attribute.name)
          .filter((/** @type {string} */ attribute) => attribute.includes('-')),
        events: events
          .filter((/** @type {Member} */ event) => event.name.startsWith('tp-'))
          .map((/** @type {Member} */ event) => ({ name: event.name, type: eventClass(event.name) })),
      };
    })
    .sort((/** @type {Element} */ a, /** @type {Element} */ b) => a.tag.localeCompare(b.tag));
}

/** @param {string[]} names */
const union = (names) => (names.length === 0 ? 'never' : names.map((name) => `'${name}'`).join(' | '));

/** @param {Element[]} elements */
function imports(elements) {
  const names = new Set(elements.flatMap(({ type, events }) => [type, ...events.map((event) => event.type)]));
  return `import type { ${[...names].sort().join(', ')} } from '../index.js';\n`;
}

/** @param {Element} element What a template may say beside properties: attributes with a dash, and listeners. */
const extras = ({ type, attributes, events }) => {
  const lines = [
    ...attributes.map((name) => `'${name}'?: string | boolean | undefined;`),
    ...events.map(
      (event) => `'on${event.name}'?: ((event: ${event.type} & { currentTarget: ${type} }) => void) | undefined;`,
    ),
  ];
  return lines.length === 0 ? '{}' : `{ ${lines.join(' ')} }`;
};

/** @param {Element[]} elements */
const react = (elements) => `${header}import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${imports(elements)}
type Tp<Element extends HTMLElement, Properties extends keyof Element, Extras> = Omit<
  DetailedHTMLProps<HTMLAttributes<Element>, Element>,
  Properties
> &
  Partial<Pick<Element, Properties>> &
  Extras;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map((element) => `      '${element.tag}': Tp<${element.type}, ${union(element.properties)}, ${extras(element)}>;`).join('\n')}
    }
  }
}
`;

/** @param {Element[]} elements */
const vue = (elements) => `${header}import type { EmitFn, HTMLAttributes, ReservedProps } from 'vue';
${imports(elements)}
type Tp<Element extends HTMLElement, Events extends Record<string, Event>, Properties extends keyof Element> = new () => Element & {
  /** @deprecated There for the check of templates only. */
  $props: HTMLAttributes & ReservedProps & Partial<Pick<Element, Properties>>;
  /** @deprecated There for the check of templates only. */
  $emit: EmitFn<{ [Name in keyof Events]: (event: Events[Name] & { currentTarget: Element }) => void }>;
};

declare module 'vue' {
  interface GlobalComponents {
${elements
  .map(({ tag, type, events, properties }) => {
    const map = events.map((event) => `'${event.name}': ${event.type}`).join('; ');
    return `    '${tag}': Tp<${type}, ${map ? `{ ${map} }` : '{}'}, ${union(properties)}>;`;
  })
  .join('\n')}
  }
}
`;

/** @param {Element[]} elements */
const svelte = (elements) => `${header}import type { HTMLAttributes } from 'svelte/elements';
${imports(elements)}
type Tp<Element extends HTMLElement, Properties extends keyof Element, Extras> = Omit<HTMLAttributes<Element>, Properties> &
  Partial<Pick<Element, Properties>> &
  Extras;

declare module 'svelte/elements' {
  export interface SvelteHTMLElements {
${elements.map((element) => `    '${element.tag}': Tp<${element.type}, ${union(element.properties)}, ${extras(element)}>;`).join('\n')}
  }
}
`;

/** The files by name. @param {any} manifest @returns {Record<string, string>} */
export function frameworkTypes(manifest) {
  const elements = elementsIn(manifest);
  return { 'react.d.ts': react(elements), 'vue.d.ts': vue(elements), 'svelte.d.ts': svelte(elements) };
}
