import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import type { Browser, Page } from 'playwright-core';
import { rollup } from 'rollup';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnswerChangeDetail } from '../../src/schema/events.js';
import { talkingPointsCommunity } from '../../src/frameworks/talking-points-community.js';
import { completeRecord, createEntry, createRecord } from '../../src/model/record.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { consumer, packed } from './support/packed.js';
import { openPage, serve, startChromium } from './support/pages.js';

/** What the host's server does: draws templates, each in a Node of its own that has no page. */
function drawn(templates: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  packed();
  const script = `
    import { render } from '@lit-labs/ssr';
    import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
    import { html } from 'lit';
    import 'talking-points-elements/define';
    import { tidyMarkup } from 'talking-points-elements/server';
    const drawn = {};
    ${Object.entries(templates)
      .map(
        ([name, template]) =>
          `drawn[${JSON.stringify(name)}] = tidyMarkup(await collectResult(render(html\`${template}\`)));`,
      )
      .join('\n')}
    console.log(JSON.stringify(drawn));`;
  const options = { cwd: consumer, encoding: 'utf8', stdio: 'pipe' } as const;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', script], options)) as Readonly<
    Record<string, string>
  >;
}

/** A conversation about seeing people, with an answer and words. */
function recordOf(month: string, value: string): OutcomeRecord {
  const now = new Date(`2026-${month}-03T10:00:00Z`);
  const [framework, name] = [talkingPointsCommunity, 'Seeing people'];
  const record = createRecord({ framework, subject: { id: 'jean', name: 'Jean' }, now });
  const outcome = { framework: framework.id, frameworkVersion: framework.version, id: 'seeing-people', name };
  return {
    ...record,
    conversationAt: `2026-${month}-03`,
    entries: [
      {
        ...createEntry(name, [outcome]),
        narrative: [{ id: 'n-1', text: 'I miss the <laughing>.', saidBy: 'person' }],
        ratings: [
          {
            id: 'r-1',
            scale: { id: 'frequency-4', version: '1' },
            perspective: 'person',
            answer: { kind: 'answered', value },
            recordedAt: now.toISOString(),
          },
        ],
      },
    ],
  };
}
const draft = recordOf('09', 'some');
const [march, june] = (['03', '06'] as const).map((month) =>
  completeRecord(recordOf(month, month === '03' ? 'none' : 'most'), new Date(`2026-${month}-03T11:00:00Z`)),
);
/** As the value of an attribute, within a template in a script. */
const json = (data: unknown): string =>
  JSON.stringify(data).replaceAll('&', '&amp;').replaceAll("'", '&apos;').replaceAll('\\', '\\\\');

const conversation = `<tp-conversation framework="talking-points-community" subject='{"id":"jean","name":"Jean"}' locale="en-GB"></tp-conversation>`;
const templates = {
  'tp-prompt': `<tp-prompt heading="Seeing people" prompts='["Who matters to you?"]'></tp-prompt>`,
  'tp-rating-scale': `<form><tp-rating-scale name="safe" scale="frequency-4" label="How safe do you feel?"></tp-rating-scale></form>`,
  'tp-narrative': `<form><tp-narrative name="words" label="What matters?"></tp-narrative></form>`,
  'tp-contributors': `<tp-contributors label="Who helps?"></tp-contributors>`,
  'tp-actions': `<tp-actions label="Next steps"></tp-actions>`,
  'tp-outcome': `<tp-outcome framework="talking-points-community" outcome="seeing-people"></tp-outcome>`,
  'tp-conversation': conversation,
  'tp-record-summary': `<tp-record-summary></tp-record-summary>`,
  'tp-review-comparison': `<tp-review-comparison></tp-review-comparison>`,
  'tp-outcome-star': `<tp-outcome-star></tp-outcome-star>`,
  'tp-outcome-timeline': `<tp-outcome-timeline></tp-outcome-timeline>`,
};

const more = {
  'a record in a conversation': `<tp-conversation framework="talking-points-community" locale="en-GB" .record=\${${JSON.stringify(draft)}}></tp-conversation>`,
  'a summary': `<tp-record-summary locale="en-GB" record='${json(june)}'><p slot="contact">Ring 01234</p></tp-record-summary>`,
  'a comparison': `<tp-review-comparison locale="en-GB" previous='${json(march)}' current='${json(june)}'></tp-review-comparison>`,
  'a review': `<tp-conversation framework="talking-points-community" locale="en-GB" previous='${json(march)}'></tp-conversation>`,
  'an outcome in a review': `<tp-outcome framework="talking-points-community" outcome="seeing-people" locale="en-GB" previous='${json(march)}'></tp-outcome>`,
  'a star': `<tp-outcome-star locale="en-GB" records='${json([march, june])}'></tp-outcome-star>`,
  'a timeline': `<tp-outcome-timeline locale="en-GB" records='${json([march, june])}'></tp-outcome-timeline>`,
  'a draft': `<form><tp-narrative name="words" label="What matters?" value="I miss the laughing."></tp-narrative></form>`,
};

let browser: Browser;
let pages: Readonly<Record<string, string>>;
let script = '';
beforeAll(async () => {
  browser = await startChromium();
  pages = drawn({ ...templates, ...more });
  const folder = join(consumer, 'bundles');
  mkdirSync(folder, { recursive: true });
  const input = join(folder, 'hydrate.js');
  writeFileSync(
    input,
    `import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
     import 'talking-points-elements/define/hydrate';
     import 'talking-points-elements/define';`,
  );
  const bundle = await rollup({
    input,
    plugins: [nodeResolve({ browser: true, exportConditions: ['production'] })],
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  script = output[0].code;
});

interface Seen {
  readonly answers: readonly AnswerChangeDetail[];
  readonly records: readonly OutcomeRecord[];
  readonly problems: readonly unknown[];
}

interface Host {
  readonly page: Page;
  readonly errors: readonly string[];
  /** Lets the script arrive, and waits until the elements are at work. */
  readonly arrive: () => Promise<void>;
  /** What the page has heard since. */
  readonly seen: () => Promise<Seen>;
}

/** A page as the server sends it; its script is still under way. */
async function host(html: string): Promise<Host> {
  const port = await serve(packed(), {
    '/script.js': script,
    '/': `<!doctype html><html lang="en-GB"><title>A host</title><body>${html}<script>
      globalThis.seen = { answers: [], records: [], problems: [] };
      addEventListener('tp-answer-change', ({ detail }) => seen.answers.push(detail));
      addEventListener('tp-record-change', ({ detail }) => seen.records.push(detail.record));
      addEventListener('tp-error', ({ detail }) => seen.problems.push(detail));
    </script>`,
  });
  const { page, errors } = await openPage(browser);
  await page.goto(`http://localhost:${String(port)}/`);
  return {
    page,
    errors,
    arrive: async () => {
      await page.addScriptTag({ type: 'module', url: '/script.js' });
      await page.evaluate(async () => {
        for (const element of document.querySelectorAll('*'))
          await (element as { updateComplete?: Promise<unknown> }).updateComplete;
      });
    },
    seen: () => page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen),
  };
}

describe.each(Object.keys(templates))('<%s> from a server', (tag) => {
  it('is there without a script, and stays as it is when that arrives: the same nodes in the same place', async () => {
    const { page, errors, arrive, seen } = await host(pages[tag] ?? '');
    const before = await page.evaluate((name) => {
      const element = document.querySelector(name);
      const nodes = [...(element?.shadowRoot?.querySelectorAll('*') ?? [])];
      const shifts: number[] = [];
      new PerformanceObserver((list) => {
        shifts.push(...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value));
      }).observe({ type: 'layout-shift' });
      Object.assign(globalThis, { nodes, shifts });
      return { nodes: nodes.length, defined: element?.matches(':defined') };
    }, tag);
    expect(before.nodes).toBeGreaterThan(1);
    expect(before.defined).toBe(false);
    await arrive();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const after = await page.evaluate((name) => {
      const { nodes, shifts } = globalThis as unknown as { nodes: Element[]; shifts: number[] };
      const element = document.querySelector(name);
      const now = [...(element?.shadowRoot?.querySelectorAll('*') ?? [])];
      return { defined: element?.matches(':defined'), kept: nodes.every((node, at) => node === now[at]), shifts };
    }, tag);
    expect(after).toEqual({ defined: true, kept: true, shifts: [] });
    expect((await seen()).problems).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('Records that a server has drawn', () => {
  /** Whether all that the server has drawn in the shadow root is still there after the script. */
  async function nodesStay({ page, arrive }: Host, tag: string): Promise<boolean> {
    const nodes = await page.evaluateHandle(
      (name) => [...(document.querySelector(name)?.shadowRoot?.querySelectorAll('*') ?? [])],
      tag,
    );
    await arrive();
    return nodes.evaluate((all) => all.length > 20 && all.every((node) => node.isConnected));
  }

  it.each([
    ['a summary', 'tp-record-summary', 'I miss the <laughing>.'],
    ['a review', 'tp-conversation', 'Seeing people'],
    ['an outcome in a review', 'tp-outcome', 'I miss the <laughing>.'],
    ['a comparison', 'tp-review-comparison', 'Most of the time'],
    ['a star', 'tp-outcome-star', 'Most of the time'],
    ['a timeline', 'tp-outcome-timeline', 'Most of the time'],
  ])('%s can be read without a script, and stays', async (name, tag, words) => {
    const opened = await host(pages[name] ?? '');
    await opened.page.locator(tag).getByText(words).first().waitFor({ state: 'attached' });
    expect(await nodesStay(opened, tag)).toBe(true);
    expect((await opened.seen()).problems).toEqual([]);
    expect(opened.errors).toEqual([]);
  });

  it('a summary has a heading for the contact that the page has slotted, with the script', async () => {
    const { page, arrive } = await host(pages['a summary'] ?? '');
    await arrive();
    await page.locator('tp-record-summary').getByRole('heading', { name: 'Who to talk to' }).waitFor();
  });

  it('a draft in a conversation has its ticks at once, and its cards with the script', async () => {
    const give = `<script>document.querySelector('tp-conversation').record = ${JSON.stringify(draft).replaceAll('<', '\\u003c')}</script>`;
    const opened = await host((pages['a record in a conversation'] ?? '') + give);
    const { page, seen, errors } = opened;
    expect(await page.getByRole('checkbox', { name: 'Seeing people' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(1);
    expect(await nodesStay(opened, 'tp-conversation')).toBe(true);
    expect(await page.locator('tp-outcome textarea').first().inputValue()).toBe('I miss the <laughing>.');
    expect(await page.locator('tp-outcome').getByRole('radio', { checked: true }).count()).toBe(1);
    expect(await seen()).toEqual({ answers: [], records: [], problems: [] });
    expect(errors).toEqual([]);
  });
});

describe('What somebody does before the script arrives', () => {
  it('a radio that was chosen is the answer', async () => {
    const { page, errors, arrive, seen } = await host(pages['tp-rating-scale'] ?? '');
    await page.getByRole('radio', { name: 'Most of the time' }).check();
    await arrive();
    await expect
      .poll(async () => (await seen()).answers.map(({ answer }) => answer))
      .toEqual([{ kind: 'answered', value: 'most' }]);
    expect(await page.getByRole('radio', { name: 'Most of the time' }).isChecked()).toBe(true);
    expect(await page.evaluate(() => [...new FormData(document.forms[0])])).toEqual([['safe', 'most']]);
    // One group still: another choice takes its place, among those that are drawn later too.
    await page.getByRole('button', { name: /reason/i }).click();
    await page.getByRole('radio', { name: 'I’d rather not say' }).check();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(1);
    expect(
      new Set(await page.getByRole('radio').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name)))
        .size,
    ).toBe(1);
    expect(errors).toEqual([]);
  });

  it('words stay, with the caret, and whoever is typing goes on', async () => {
    const { page, errors, arrive, seen } = await host(pages['tp-narrative'] ?? '');
    const box = page.getByRole('textbox');
    await box.click();
    await page.keyboard.type('I miss laughing');
    for (const _ of 'laughing') await page.keyboard.press('ArrowLeft');
    await arrive();
    await page.keyboard.type('the ');
    expect(await box.inputValue()).toBe('I miss the laughing');
    await page.keyboard.press('Tab');
    await expect
      .poll(async () => (await seen()).answers.at(-1)?.answer)
      .toEqual({
        kind: 'answered',
        value: 'I miss the laughing',
      });
    expect(await page.evaluate(() => [...new FormData(document.forms[0])])).toEqual([['words', 'I miss the laughing']]);
    expect(errors).toEqual([]);
  });

  it('in a conversation: what matters was ticked (told in the order of the page), a topic of one’s own typed, who and how unfolded', async () => {
    const { page, errors, arrive, seen } = await host(pages['tp-conversation'] ?? '');
    await page.getByRole('checkbox', { name: 'Seeing people' }).check();
    await page.getByRole('checkbox', { name: 'Feeling safe' }).check();
    await page.getByRole('textbox').fill('The allotment');
    await page.getByText('Who and how').click();
    await arrive();
    await expect
      .poll(async () => (await seen()).records.at(-1)?.entries.map(({ label }) => label))
      .toEqual(['Feeling safe', 'Seeing people']);
    expect(await page.getByRole('checkbox', { name: 'Seeing people' }).isChecked()).toBe(true);
    expect(await page.locator('tp-outcome').count()).toBe(2);
    expect(await page.locator('[part=topics] .other input').inputValue()).toBe('The allotment');
    await page.locator('[part=who] fieldset').first().waitFor();
    expect(errors).toEqual([]);
  });

  it('words that were typed into a box whose saved words were still under way come after them', async () => {
    const { page, errors, arrive, seen } = await host(pages['a draft'] ?? '');
    await page.getByRole('textbox').fill('And the singing.');
    await arrive();
    expect(await page.getByRole('textbox').inputValue()).toBe('I miss the laughing.\nAnd the singing.');
    await expect.poll(async () => (await seen()).answers.length).toBe(1);
    expect(errors).toEqual([]);
  });

  it('is told once, and what was not touched is not told', async () => {
    const { page, arrive, seen } = await host(`${pages['tp-rating-scale'] ?? ''}${pages['tp-narrative'] ?? ''}`);
    await page.getByRole('radio', { name: 'Most of the time' }).check();
    await arrive();
    await page.getByRole('textbox').click();
    await page.keyboard.press('Tab');
    expect((await seen()).answers.map(({ path }) => path)).toEqual([['safe']]);
  });
});

describe('A page that was drawn with other data than the script has', () => {
  it('is drawn anew, and that is said', async () => {
    const { page, arrive, seen } = await host(
      (pages['tp-conversation'] ?? '').replace('framework="talking-points-community"', ''),
    );
    await arrive();
    expect((await seen()).problems).toEqual([
      expect.objectContaining({ code: 'hydration-mismatch', severity: 'warning' }),
    ]);
    expect(await page.locator('tp-conversation').getByRole('status').count()).toBe(1);
    expect(await page.locator('tp-conversation').getByRole('checkbox').count()).toBe(0);
  });
});
