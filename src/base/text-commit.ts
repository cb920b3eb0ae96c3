import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Words are told this long after the last key (ms): soon enough that a closed laptop loses next to nothing, seldom enough not to be noise. */
export const TYPING_PAUSE = 400;

/**
 * Tells of typed words: after a pause, on leaving the field, and at once when the page is hidden or the element is taken out, since nothing
 * asynchronous is certain to happen after that.
 */
export class TextCommit implements ReactiveController {
  readonly #pending = new Map<string, () => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.flush);
    globalThis.addEventListener('pagehide', this.flush);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.flush);
    globalThis.removeEventListener('pagehide', this.flush);
    this.flush();
  }

  /** Notes that a field has words to tell. `tell` reads them when it is called. */
  later(field: string, tell: () => void): void {
    this.#pending.set(field, tell);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.flush, TYPING_PAUSE);
  }

  /** Tells everything that waits. */
  readonly flush = (): void => {
    clearTimeout(this.#timer);
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const tell of pending) tell();
  };
}
