/** Messages by key: `{ 'scale.clear': 'Clear' }`. `{name}` is replaced by a value; `key.one`, `key.other` … are chosen by `count`. */
export type StringPack = Readonly<Record<string, string>>;
export type StringValues = Readonly<Record<string, string | number>>;

const packs = new Map<string, StringPack>();
const listeners = new Set<() => void>();

/**
 * Adds or replaces messages for a locale, for every element on the page: `registerStrings('gd', {'scale.clear': 'Glan'})`. A partnership that
 * wants its own words in one place only sets the element's `strings` instead. What is missing falls back to English.
 */
export function registerStrings(locale: string, pack: StringPack): void {
  packs.set(locale, { ...packs.get(locale), ...pack });
  for (const listener of listeners) listener();
}

/** Calls back whenever messages were added; returns what ends it. */
export function onStringsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const own = (pack: StringPack | undefined, key: string): string | undefined =>
  pack && Object.hasOwn(pack, key) ? pack[key] : undefined;

/** The message for a key: the instance's own words, the locale's (`pl-PL`, then `pl`), then the element's English. */
export function message(
  key: string,
  values: StringValues,
  locale: string,
  instance: StringPack | undefined,
  english: StringPack,
): string {
  const { count } = values;
  const keys = typeof count === 'number' ? [`${key}.${pluralRules(locale).select(count)}`, `${key}.other`, key] : [key];
  for (const pack of [instance, packs.get(locale), packs.get(locale.split('-')[0] ?? ''), english])
    for (const candidate of keys) {
      const found = own(pack, candidate);
      if (found !== undefined)
        return found.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
    }
  return key;
}

const rules = new Map<string, Intl.PluralRules>();

function pluralRules(locale: string): Intl.PluralRules {
  let found = rules.get(locale);
  if (!found) rules.set(locale, (found = new Intl.PluralRules(safeLocale(locale))));
  return found;
}

/** A locale that `Intl` accepts: a wrong tag in a page must not stop anything. */
export function safeLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}
