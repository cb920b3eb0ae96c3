import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nextTurn } from '../../../base/read-records.js';

type Host = ReactiveControllerHost & {
  readonly renderRoot?: HTMLElement | DocumentFragment;
  readonly hasUpdated?: boolean;
  readonly shadowRoot?: ShadowRoot | null;
};

/** When the browser has nothing better to do; WebKit does not tell. */
const whenIdle = (work: () => void): unknown =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(work, { timeout: 200 }) : setTimeout(work, 50);

/**
 * Draws a long element bit by bit: first what is in sight, then the rest, for those who read, search or go through the page without scrolling. What
 * was drawn stays drawn, and everything is drawn before the page is printed. A part that is still to come is marked with `data-later` and its key, or with
 * `data-soon` where it is drawn in the next turn, in sight or not.
 */
export class InSight implements ReactiveController {
  readonly #host: Host;
  readonly #draw: (now: boolean) => void;
  readonly #drawn = new Set<string>();
  readonly #near = new Set<string>();
  /** There is a part that is drawn in the next turn: when that was asked for. */
  soon: Promise<void> | undefined;
  #isAll: boolean;
  #isWaiting = false;
  #watcher: IntersectionObserver | undefined;

  /** @param draw - draws the element anew: soon, or at once, before it returns */
  constructor(host: Host, draw: (now: boolean) => void) {
    this.#host = host;
    this.#draw = draw;
    // A server draws all of it: nobody may ever run a script. What it has drawn is taken over whole.
    this.#isAll = !('IntersectionObserver' in globalThis) || Boolean(host.shadowRoot);
    host.addController(this);
  }

  has(key: string): boolean {
    return this.#isAll || this.#drawn.has(key);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#onPrint);
    // What a server has drawn is first taken over as it is.
    if (this.#host.hasUpdated) this.hostUpdated();
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#onPrint);
    this.#watcher?.disconnect();
    this.#watcher = undefined;
  }

  hostUpdated(): void {
    const { soon } = this.#host.renderRoot?.querySelector<HTMLElement>('[data-soon]')?.dataset ?? {};
    this.soon = soon === undefined ? soon : nextTurn().then(() => this.#add(soon));
    for (const part of this.#later) (this.#watcher ??= new IntersectionObserver(this.#onSight)).observe(part);
  }

  get #later(): readonly HTMLElement[] {
    return [...(this.#host.renderRoot?.querySelectorAll<HTMLElement>('[data-later]') ?? [])];
  }

  readonly #onSight = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries) {
      const { later = '' } = (target as HTMLElement).dataset;
      if (isIntersecting) this.#near.add(later);
      else this.#near.delete(later);
    }
    if (!this.#isWaiting) this.#next();
  };

  readonly #next = (): void => {
    this.#isWaiting = false;
    if (!this.#watcher) return;
    const keys = this.#later.map(({ dataset: { later = '' } }) => later);
    const near = keys.filter((key) => this.#near.has(key));
    const [chosen] = near.length > 0 ? near : keys;
    if (chosen === undefined) return;
    this.#add(chosen);
    this.#isWaiting = true;
    if (near.length > 1) requestAnimationFrame(this.#next);
    else whenIdle(this.#next);
  };

  #add(key: string): void {
    this.#drawn.add(key);
    this.#draw(false);
  }

  readonly #onPrint = (): void => {
    this.#isAll = true;
    this.#draw(true);
  };
}
