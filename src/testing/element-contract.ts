import type { TpElement } from '../base/tp-element.js';
import { EVENTS, hear, same, holds, type Check } from './check.js';
import { elementOf } from './field.js';

/** An element under the contract of every element of ours. It has to be registered. */
export interface ElementCase {
  readonly tag: string;
  /** Attributes that make it draw something. */
  readonly attributes: Readonly<Record<string, string>>;
  /** A message that is in sight then: its key, and its English words. */
  readonly message: readonly [key: string, english: string];
}

/** What stands in an element's own shadow root, as one line. */
function shown({ shadowRoot }: Element): string {
  if (!shadowRoot) return '';
  const texts = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.localName === 'style' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const found: string[] = [];
  while (texts.nextNode()) found.push(texts.currentNode.nodeValue ?? '');
  return found.join(' ').replace(/\s+/g, ' ').trim();
}

/** Counts who still listens to something that outlives an element. */
function counting(target: EventTarget): { readonly open: () => number; readonly restore: () => void } {
  const [add, remove] = [target.addEventListener.bind(target), target.removeEventListener.bind(target)];
  let open = 0;
  Object.assign(target, {
    addEventListener: (...args: Parameters<typeof add>) => {
      open += 1;
      add(...args);
    },
    removeEventListener: (...args: Parameters<typeof remove>) => {
      open -= 1;
      remove(...args);
    },
  });
  return {
    open: () => open,
    restore: () => {
      for (const name of ['addEventListener', 'removeEventListener']) Reflect.deleteProperty(target, name);
    },
  };
}

function lifeChecks({ tag, attributes }: ElementCase): readonly Check[] {
  return [
    {
      name: 'tells nothing while it is drawn, drawn again and taken out',
      run: async () => {
        const heard = hear(document, EVENTS);
        const element = elementOf(tag, attributes) as TpElement;
        document.body.append(element);
        await element.updateComplete;
        element.requestUpdate();
        await element.updateComplete;
        element.remove();
        await element.updateComplete;
        heard.stop();
        same(heard.types, [], 'what is told');
      },
    },
    {
      name: 'leaves no listener behind when it has been put in and taken out fifty times',
      run: async () => {
        const targets = [document, globalThis as unknown as EventTarget, document.body].map(counting);
        try {
          for (let time = 0; time < 50; time += 1) {
            const element = elementOf(tag, attributes) as TpElement;
            document.body.append(element);
            await element.updateComplete;
            element.remove();
          }
          same(
            targets.map(({ open }) => open()),
            [0, 0, 0],
            'listeners on the document, the window and the body',
          );
        } finally {
          for (const { restore } of targets) restore();
        }
      },
    },
  ];
}

function languageChecks({ tag, attributes, message: [key, english] }: ElementCase): readonly Check[] {
  const check = (
    name: string,
    more: Readonly<Record<string, string>>,
    body: (element: TpElement) => Promise<void>,
  ): Check => ({
    name,
    run: async () => {
      const element = elementOf(tag, { ...attributes, ...more }) as TpElement;
      document.body.append(element);
      try {
        await element.updateComplete;
        await body(element);
      } finally {
        element.remove();
      }
    },
  });
  const says = (element: TpElement, words: string): Promise<void> => {
    holds(shown(element).includes(words), `it says “${words}”; it says “${shown(element)}”`);
    return Promise.resolve();
  };
  return [
    check('speaks English, and the words of its own where it has some, live', {}, async (element) => {
      await says(element, english);
      element.strings = { [key]: 'Our own words' };
      await element.updateComplete;
      await says(element, 'Our own words');
      holds(!shown(element).includes(english), 'the English is gone');
      element.strings = undefined;
      await element.updateComplete;
      await says(element, english);
    }),
    check(
      'takes its words as JSON in an attribute',
      { strings: JSON.stringify({ [key]: 'From the attribute' }) },
      (element) => says(element, 'From the attribute'),
    ),
    check('passes over a message that is no text', { strings: JSON.stringify({ [key]: 5 }) }, (element) =>
      says(element, english),
    ),
    check('survives a language that does not exist', { locale: 'not a language' }, (element) => says(element, english)),
    check('never shows a key', {}, (element) => {
      holds(!/\b[a-z]+\.[a-z]+(-[a-z]+)*\b/.test(shown(element)), `“${shown(element)}” holds no key`);
      return Promise.resolve();
    }),
  ];
}

/** What every element keeps: it comes and goes without a trace, and speaks the words that it is given. */
export const elementContract = (one: ElementCase): readonly Check[] => [...lifeChecks(one), ...languageChecks(one)];
