import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packed, read } from './support/packed.js';
import { openPage, serve, startChromium } from './support/pages.js';

type Shown = Readonly<Record<string, readonly string[]>>;

/** Every element in several states, so that most of what can be drawn is drawn. */
const page = `<!doctype html><title>A host</title>
  <script type="module" src="talking-points-elements.js"></script>
  <script type="module">
    import { keepDrafts, memoryDrafts } from './talking-points-drafts.js';
    document.querySelector('#all').drafts = keepDrafts(memoryDrafts(), { user: 'worker' });
  </script>
  <script type="module" src="talking-points-review.js"></script>
  <script type="module" src="talking-points-conflict.js"></script>
  <tp-prompt heading="Seeing people" description="The people who matter." prompts='["Who do you like to see?"]'></tp-prompt>
  <form>
    <tp-rating-scale name="a" scale="met-3" required></tp-rating-scale>
    <tp-rating-scale name="b" scale="met-3" value="met"></tp-rating-scale>
    <tp-rating-scale name="c" scale="met-3" value="met" readonly></tp-rating-scale>
    <tp-rating-scale name="d" scale="there-is-none"></tp-rating-scale>
    <tp-narrative name="e" required></tp-narrative>
    <tp-narrative name="f" value="Words" readonly></tp-narrative>
    <tp-contributors name="g" required></tp-contributors>
    <tp-actions name="h" required></tp-actions>
  </form>
  <tp-conversation framework="talking-points-community" presentation="one-at-a-time"></tp-conversation>
  <tp-conversation id="all" framework="talking-points-community"></tp-conversation>
  <tp-conversation id="read" framework="talking-points-community" amendable></tp-conversation>
  <tp-record-conflict></tp-record-conflict>
  <tp-record-summary></tp-record-summary>
  <tp-review-comparison id="cards"></tp-review-comparison>
  <tp-review-comparison id="table" view="table"></tp-review-comparison>
  <tp-outcome-star></tp-outcome-star>
  <tp-outcome-timeline></tp-outcome-timeline>`;

let shown: Shown = {};

beforeAll(async () => {
  const browser = await startChromium();
  const port = await serve(join(packed(), 'dist/cdn'), { '/': page });
  const { page: host } = await openPage(browser);
  await host.goto(`http://localhost:${String(port)}/`);
  const all = host.locator('#all');
  await all.getByRole('checkbox', { name: 'Seeing people' }).click();
  const card = all.locator('tp-outcome').first();
  await card.locator('textarea').first().fill('I miss the laughing.');
  await card.getByRole('radio', { name: 'Some of the time' }).first().click();
  // Everything that is folded, and then one row of each list: what is folded is drawn only when it is opened.
  await host.evaluate(async () => {
    const inside = (root: Document | ShadowRoot): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? inside(element.shadowRoot) : []),
      ]);
    /** What was opened has told so with the next frame, and its element has drawn it. */
    const drawn = async (): Promise<void> => {
      await new Promise((told) => requestAnimationFrame(() => setTimeout(told)));
      for (const element of inside(document)) await (element as { updateComplete?: Promise<unknown> }).updateComplete;
    };
    for (let round = 0; round < 3; round++) {
      for (const details of inside(document)) if (details instanceof HTMLDetailsElement) details.open = true;
      await drawn();
    }
    document.forms[0]?.reportValidity();
    for (const button of inside(document)) if (button.part.contains('add-button')) (button as HTMLElement).click();
    await drawn();
  });
  await host.evaluate(() => {
    const [from, to] = ['#all', '#read'].map((id) => document.querySelector(id)) as unknown as { record: object }[];
    if (from && to) to.record = { ...from.record, status: 'completed' };
    const summary = document.querySelector('tp-record-summary') as unknown as { record: unknown };
    if (from) summary.record = from.record;
    const other = JSON.parse(JSON.stringify(from?.record)) as {
      entries: { narrative: { text: string }[]; mostImportant?: boolean }[];
    };
    for (const entry of other.entries) {
      entry.mostImportant = true;
      for (const words of entry.narrative) words.text = 'I miss the bowling.';
    }
    Object.assign(document.querySelector('tp-record-conflict') ?? {}, { theirs: other, mine: from?.record });
    for (const chart of document.querySelectorAll('tp-outcome-star, tp-outcome-timeline'))
      Object.assign(chart, { records: [from?.record, { ...from?.record, id: 'far', conversationAt: '2126-09-01' }] });
    for (const id of ['cards', 'table']) {
      const later = { ...from?.record, id: `later-${id}`, conversationAt: '2126-09-01' };
      Object.assign(document.getElementById(id) ?? {}, { previous: from?.record, current: later });
    }
  });
  for (const chart of ['tp-outcome-star', 'tp-outcome-timeline', '#table'])
    await host.locator(`${chart} [part~=table]`).first().waitFor();
  shown = await host.evaluate(() => {
    const parts = new Map<string, Set<string>>();
    const look = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        const { shadowRoot, localName } = element;
        if (!shadowRoot) continue;
        const found = parts.get(localName) ?? new Set();
        parts.set(localName, found);
        for (const part of shadowRoot.querySelectorAll('[part]')) for (const name of part.part) found.add(name);
        look(shadowRoot);
      }
    };
    look(document);
    return Object.fromEntries([...parts].map(([tag, names]) => [tag, [...names].sort()]));
  });
});

interface Described {
  readonly tagName?: string;
  readonly cssParts?: readonly { readonly name: string }[];
}

const described = read<{ modules: readonly { declarations?: readonly Described[] }[] }>(
  'dist/custom-elements.json',
).modules.flatMap(({ declarations = [] }) =>
  declarations.flatMap(({ tagName, cssParts = [] }) =>
    tagName === undefined ? [] : [[tagName, cssParts.map(({ name }) => name).sort()] as const],
  ),
);

describe('the parts that a browser shows', () => {
  it.each(described)('%s: are those that custom-elements.json has', (tag, documented) => {
    expect(documented).toEqual(expect.arrayContaining([...(shown[tag] ?? ['the element is not shown'])]));
  });

  it('are most of those that custom-elements.json has', () => {
    for (const [tag, documented] of described)
      expect(shown[tag]?.length ?? 0, tag).toBeGreaterThan(documented.length / 2);
  });
});
