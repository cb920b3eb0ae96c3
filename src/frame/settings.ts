import type { TpConversation } from '../elements/conversation/conversation.js';
import type { OutcomeRecord } from '../schema/record.js';
import { isPlain, isText, type Message } from './messages.js';

/** What the conversation in a frame looks like. */
export interface FrameTheme {
  /** One of the themes that the frame brings. */
  readonly name?: 'high-contrast' | 'paper' | undefined;
  /** Light (as it is without), dark, or as the reader's device has it. */
  readonly scheme?: 'light' | 'dark' | 'light dark' | undefined;
  /** Design tokens by name: `{ '--tp-color-accent': '#234' }`. */
  readonly tokens?: Readonly<Record<`--tp-${string}`, string>> | undefined;
}

type FromElement = Pick<
  TpConversation,
  | 'framework'
  | 'scales'
  | 'perspectives'
  | 'subject'
  | 'recordedBy'
  | 'kind'
  | 'readonly'
  | 'presentation'
  | 'previous'
  | 'showPrevious'
  | 'amendable'
  | 'strings'
  | 'locale'
>;

/** What a page can say about the conversation: the properties of `<tp-conversation>` that are data, and the looks and language of the frame. */
export type FrameSettings = { readonly [Name in keyof FromElement]?: FromElement[Name] | undefined } & {
  /** The record to go on with: a record or its JSON. */
  readonly record?: OutcomeRecord | string | undefined;
  readonly theme?: FrameTheme | undefined;
  /** The direction of the text, where the language is written from right to left. */
  readonly dir?: 'ltr' | 'rtl' | undefined;
};

const isOneOf =
  (...values: readonly unknown[]) =>
  (value: unknown): boolean =>
    value === undefined || values.includes(value);

const isTheme = (value: unknown): boolean =>
  value === undefined ||
  (isPlain(value) &&
    isOneOf('high-contrast', 'paper')(value['name']) &&
    isOneOf('light', 'dark', 'light dark')(value['scheme']) &&
    (value['tokens'] === undefined ||
      (isPlain(value['tokens']) &&
        Object.entries(value['tokens']).every(([name, token]) => /^--tp-[a-z-]+$/.test(name) && isText(token)))));

/** Data that the element reads and judges itself. */
const judged = (): boolean => true;

const SETTINGS: Readonly<Record<keyof FrameSettings, (value: unknown) => boolean>> = {
  framework: judged,
  scales: judged,
  perspectives: judged,
  subject: judged,
  recordedBy: judged,
  kind: judged,
  readonly: isOneOf(true, false),
  presentation: isOneOf('all', 'one-at-a-time'),
  previous: judged,
  showPrevious: judged,
  amendable: isOneOf(true, false),
  strings: judged,
  locale: (value) => value === undefined || isText(value),
  record: judged,
  theme: isTheme,
  dir: isOneOf('ltr', 'rtl'),
};

/** Which of them cannot be applied, by name. */
export const wrongSettings = (settings: Message): readonly string[] =>
  Object.keys(settings).filter(
    (name) => !Object.hasOwn(SETTINGS, name) || !SETTINGS[name as keyof FrameSettings](settings[name]),
  );

/** Whether all of it can be applied; otherwise none of it is. */
export const areSettings = (value: unknown): value is FrameSettings & Message =>
  isPlain(value) && !wrongSettings(value).length;
