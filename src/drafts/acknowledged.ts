/**
 * What the host has stored, until its draft is deleted: a store that hangs, or a browser that is closed in between, would offer it again. Noted is
 * the random id of the draft and of the page that wrote it, and nothing else.
 */
const NAME = 'talking-points-draft ';

/** @param writer - the page that wrote it; without one, the draft is deleted, and nothing has to be known of it any more */
export function acknowledge(id: string, writer?: string): void {
  try {
    if (writer) globalThis.localStorage.setItem(NAME + id, writer);
    else globalThis.localStorage.removeItem(NAME + id);
  } catch {
    // Where a browser refuses this too, the host says what it holds.
  }
}

/** Whether this very version was stored: another page may have gone on with it. */
export function isAcknowledged({ id, writer = '' }: { readonly id: string; readonly writer?: string }): boolean {
  try {
    return globalThis.localStorage.getItem(NAME + id) === writer;
  } catch {
    return false;
  }
}
