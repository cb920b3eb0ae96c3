import { configure, within } from 'storybook/test';
import '../../src/define/all.js';
import type { TpEventMap } from '../../src/base/events.js';

// The queries' own message prints the container, which fails for a shadow root.
configure({ getElementError: (message) => new Error(message ?? 'Not found.') });

type Text = string | RegExp;
type TpTag = Extract<keyof HTMLElementTagNameMap, `tp-${string}`>;

/** The queries of Testing Library that the stories use, inside one shadow root. */
export interface Queries {
  getByLabelText(text: Text): HTMLElement;
  getAllByLabelText(text: Text): HTMLElement[];
  findByLabelText(text: Text): Promise<HTMLElement>;
  getByText(text: Text): HTMLElement;
  findByText(text: Text): Promise<HTMLElement>;
  getByRole(role: string, options?: { name: Text }): HTMLElement;
}

/** What a story's play function reaches of an element. */
export interface Inside<T> {
  readonly element: T;
  readonly root: ShadowRoot;
  readonly shadow: Queries;
}

/**
 * An element of the library in a story, once it has been drawn, and queries for what is in its shadow root.
 *
 * @param which - an attribute selector, where the story has several of the tag
 */
export async function inside<Tag extends TpTag>(
  canvasElement: HTMLElement,
  tag: Tag,
  which = '',
): Promise<Inside<HTMLElementTagNameMap[Tag]>> {
  const element = canvasElement.querySelector<HTMLElementTagNameMap[Tag]>(`${tag}${which}`);
  if (!element?.shadowRoot) throw new Error(`There is no <${tag}> in this story.`);
  await element.updateComplete;
  const root = element.shadowRoot;
  // A shadow root has all that the queries use, though their type asks for an element.
  return { element, root, shadow: within(root as unknown as HTMLElement) as unknown as Queries };
}

/** Collects the details of an event from now on. */
export function hear<Name extends keyof TpEventMap>(target: HTMLElement, name: Name): TpEventMap[Name]['detail'][] {
  const heard: TpEventMap[Name]['detail'][] = [];
  target.addEventListener(name, (event) => {
    heard.push((event as TpEventMap[Name]).detail);
  });
  return heard;
}
