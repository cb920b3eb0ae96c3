const NAME = 'talking-points-draft ';

/** Where a browser refuses this too, the host says what it holds. */
function noted<T>(work: (notes: Storage) => T): T | undefined {
  try {
    return work(globalThis.localStorage);
  } catch {
    return undefined;
  }
}

/**
 * Notes what the host has stored, until its draft is deleted: a store that hangs, or a browser that is closed in between, would offer it again. Noted
 * is the random id of the draft and of the page that wrote it, and nothing else.
 *
 * @param writer - the page that wrote it; without one, the draft is deleted, and nothing has to be known of it any more
 */
export const acknowledge = (id: string, writer?: string): void =>
  noted((notes) => {
    if (writer) notes.setItem(NAME + id, writer);
    else notes.removeItem(NAME + id);
  });

/** Whether this very version was stored: another page may have gone on with it. */
export const isAcknowledged = ({ id, writer = '' }: { readonly id: string; readonly writer?: string }): boolean =>
  noted((notes) => notes.getItem(NAME + id)) === writer;
