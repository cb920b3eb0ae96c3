/** What the tabs of an origin tell each other. No words and no names: ids of drafts alone. */
export interface Message {
  /** Finish this draft, and let me write it. */
  readonly wants?: string;
  /** Something was kept for the first time, or removed: look again. */
  readonly changed?: true;
  /** Everything of this user was removed. */
  readonly purged?: string;
}

const NAME = 'talking-points-drafts';

/** A browser that keeps nothing may refuse this too. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return undefined;
  }
}

/** Not there on plain http. */
const lockManager = (): LockManager | undefined => (navigator as Partial<Navigator>).locks;

/** Tells the other tabs, and every conversation in this one. */
export function announce(message: Message): void {
  const channel = openChannel();
  channel?.postMessage(message);
  channel?.close();
}

/** Who writes which draft, for one conversation. */
export interface Tabs {
  open(): void;
  close(): void;
  /** Tells everybody but this conversation that something was kept or removed. */
  tellChange(): void;
  /** Whether another page writes a draft now; `undefined`: nobody knows. When that page lets go, however it ends, `changed` is heard. */
  isHeld(id: string): Promise<boolean | undefined>;
  /**
   * Becomes the writer of a draft, now or when nobody else is; without one, of none.
   *
   * @param force - takes it from whoever has it
   */
  hold(id?: string, force?: boolean): void;
  /** Asks the writer to finish. Resolves when it has, or when it does not answer. */
  ask(id: string): Promise<unknown>;
}

/**
 * One writer for each draft: by Web Locks, which end with a tab however it ends. A page that was not loaded over https has none; there the
 * store alone refuses to overwrite what another page has written.
 *
 * @param lost - another page has taken the draft
 */
export function tabsOf(hear: (message: Message) => void, lost: () => void): Tabs {
  let channel: BroadcastChannel | undefined;
  let held: string | undefined;
  let unlock: (() => void) | undefined;
  const watched = new Set<string>();

  const hold = (id?: string, steal = false): void => {
    unlock?.();
    unlock = undefined;
    held = id;
    if (!id) return;
    lockManager()
      // Let go of before it was granted, it is free at once when it is.
      ?.request(NAME + id, { steal }, () => held === id && new Promise<void>((done) => (unlock = done)))
      .catch(() => {
        // Stolen; or this page may not lock, and then the store alone watches.
        if (unlock && held === id) lost();
      });
  };
  return {
    open() {
      channel ??= openChannel();
      if (channel)
        channel.onmessage = ({ data }: MessageEvent<Message>) => {
          hear(data);
        };
    },
    close() {
      hold();
      channel?.close();
      channel = undefined;
    },
    tellChange: () => channel?.postMessage({ changed: true } satisfies Message),
    isHeld: async (id) => {
      const isHeld = await lockManager()
        ?.request(NAME + id, { mode: 'shared', ifAvailable: true }, (lock) => !lock)
        // A page that may not lock is refused here too.
        .catch(() => undefined);
      if (isHeld && !watched.has(id)) {
        watched.add(id);
        void lockManager()?.request(NAME + id, { mode: 'shared' }, () => {
          watched.delete(id);
          hear({ changed: true });
        });
      }
      return isHeld;
    },
    hold,
    ask: (id) => {
      channel?.postMessage({ wants: id } satisfies Message);
      return (
        lockManager()
          // One that is asleep does not let go.
          ?.request(NAME + id, { mode: 'shared', signal: AbortSignal.timeout(2000) }, () => undefined)
          .catch(() => undefined) ?? new Promise((done) => setTimeout(done, 500))
      );
    },
  };
}
