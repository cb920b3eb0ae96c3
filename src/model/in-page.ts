/** What draws with words, frameworks and scales, which may be registered after it. */
export interface Drawn {
  requestUpdate(property?: string): void;
}

/** The elements in the page. They put themselves in, and take themselves out when they leave it: this floor knows none of them. */
export const inPage = new Set<Drawn>();

/** A framework or a scale has come: whoever waits for its id finds it now. */
export function lookAgain(): void {
  for (const one of inPage) for (const property of [undefined, 'framework', 'scale']) one.requestUpdate(property);
}
