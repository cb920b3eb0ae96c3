const HEARD = ['input', 'change', 'focusout', 'tp-record-change', 'tp-record-complete'];

/**
 * Hears of what is done in a conversation, and that its page is hidden or left.
 *
 * @returns ends it
 */
export function listen(
  host: HTMLElement | undefined,
  hear: (event: Event) => void,
  leave: () => void,
): AbortController {
  const listening = new AbortController();
  const { signal } = listening;
  for (const type of HEARD) host?.addEventListener(type, hear, { capture: true, signal });
  globalThis.addEventListener('pagehide', leave, { signal });
  document.addEventListener('visibilitychange', () => document.hidden && leave(), { signal });
  return listening;
}
