import { inPage } from '../model/in-page.js';

/** Messages by key: `{ 'scale.clear': 'Clear' }`. `{name}` is replaced by a value. */
export type StringPack = Readonly<Record<string, string>>;
export type StringValues = Readonly<Record<string, string | number>>;

const packs = new Map<string, StringPack>();

/**
 * Adds or replaces messages for a locale, for every element on the page: `registerStrings('gd', {'scale.clear': 'Glan'})`. A partnership that
 * wants its own words in one place only sets the element's `strings` instead. What is missing falls back to English.
 */
export function registerStrings(locale: string, pack: StringPack): void {
  const tag = locale.toLowerCase();
  packs.set(tag, { ...packs.get(tag), ...pack });
  for (const one of inPage) one.requestUpdate();
}

/**
 * The message for a key: the instance's own words, the locale's (`zh-Hant-TW`, then `zh-Hant`, then `zh`: the lookup of RFC 4647), then the
 * element's English. What is not text is passed over: a host's JSON may hold anything.
 */
export function message(
  key: string,
  values: StringValues,
  locale: string,
  instance: StringPack | undefined,
  english: StringPack,
): string {
  // Asked hundreds of times while a page is drawn, mostly where no words are registered.
  const tags = packs.size > 0 ? locale.toLowerCase().split('-') : [];
  for (const pack of [
    instance,
    ...tags.map((_, index) => packs.get(tags.slice(0, tags.length - index).join('-'))),
    english,
  ]) {
    // What an object inherits ("constructor") is never text, so it is not found either.
    const found = pack?.[key];
    if (typeof found === 'string')
      return found.replace(/\{(\w+)\}/g, (whole, name: string) =>
        Object.hasOwn(values, name) ? String(values[name]) : whole,
      );
  }
  return key;
}

/** A locale that `Intl` accepts: a wrong tag in a page must not stop anything. */
export function safeLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}
