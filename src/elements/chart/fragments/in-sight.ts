import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot?: HTMLElement | DocumentFragment };

/**
 * Which parts of an element have come into sight, so that a long one draws what is looked at. What has been in sight stays drawn, and all of it
 * is drawn before the page is printed. A part that is still to come is marked with `data-later` and its key.
 */
export class InSight implements ReactiveController {
  readonly #host: Host;
  readonly #draw: (now: boolean) => void;
  readonly #seen = new Set<string | null>();
  #isAll = false;
  #watcher: IntersectionObserver | undefined;

  /** @param draw - draws the element anew: soon, or at once, before it returns */
  constructor(host: Host, draw: (now: boolean) => void) {
    this.#host = host;
    this.#draw = draw;
    host.addController(this);
  }

  has(key: string): boolean {
    return this.#isAll || this.#seen.has(key);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#onPrint);
    this.hostUpdated();
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#onPrint);
    this.#watcher?.disconnect();
  }

  hostUpdated(): void {
    for (const part of this.#host.renderRoot?.querySelectorAll('[data-later]') ?? [])
      (this.#watcher ??= new IntersectionObserver(this.#onSight)).observe(part);
  }

  readonly #onSight = (entries: readonly IntersectionObserverEntry[]): void => {
    const near = entries.filter(({ isIntersecting }) => isIntersecting);
    for (const { target } of near) this.#seen.add(target.getAttribute('data-later'));
    if (near.length > 0) this.#draw(false);
  };

  readonly #onPrint = (): void => {
    this.#isAll = true;
    this.#draw(true);
  };
}
