/** Where a reader is in a comparison. */
export interface Place {
  /** Brings them back to it, once the page was drawn anew. */
  restore(): void;
}

/** Of what shows less than this, in pixels, nobody reads a line. */
const LINE = 40;

const outcomesOf = (root: ParentNode): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-key]')];

/** The outcome that stands at the top of the window, below the switch. While the head is in sight there is nothing to bring back. */
export function topOutcome(root: ParentNode): Place | undefined {
  const edge = Math.max(0, root.querySelector('.switch')?.getBoundingClientRect().bottom ?? 0);
  const outcomes = outcomesOf(root);
  const top = outcomes.find((outcome) => outcome.getBoundingClientRect().bottom > edge + LINE);
  if (!top || (top === outcomes[0] && top.getBoundingClientRect().top >= edge)) return undefined;
  const { key } = top.dataset;
  return {
    restore: () => {
      outcomesOf(root)
        .find((outcome) => outcome.dataset['key'] === key)
        ?.scrollIntoView({ block: 'start', inline: 'nearest', behavior: 'instant' });
    },
  };
}
