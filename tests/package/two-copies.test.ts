import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import type { Browser, Page } from 'playwright-core';
import { rollup } from 'rollup';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Registration } from '../../src/base/define-element.js';
import type { OutcomeRecord } from '../../src/schema/record.js';
import { VERSION } from '../../src/version.js';
import { consumer, packed } from './support/packed.js';
import { openPage, serve, startChromium } from './support/pages.js';

const NEXT = '9.9.9';

/** What one copy of the library is asked for in the page. */
interface Copy {
  getRegistrationReport(): readonly Registration[];
}
/** What the page keeps of a completed record, and of which element it came from. */
interface Kept {
  readonly tag: string;
  readonly record: OutcomeRecord;
}

/** The built package for a script tag, and one with defineAll, in two versions each: `/first/…` and `/next/…`. */
let files: Readonly<Record<string, string>>;
let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
  const folder = join(consumer, 'bundles');
  packed();
  mkdirSync(folder, { recursive: true });
  const input = join(folder, 'define-all.js');
  writeFileSync(
    input,
    "export { defineAll } from 'talking-points-elements/define-all'; export { getRegistrationReport } from 'talking-points-elements';",
  );
  const bundle = await rollup({
    input,
    plugins: [nodeResolve({ browser: true, exportConditions: ['production'] })],
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  const cdn = readFileSync(join(packed(), 'dist/cdn/talking-points-elements.js'), 'utf8');
  const next = (code: string): string => {
    const version = new RegExp(`(['"\`])${VERSION.replaceAll('.', '\\.')}\\1`, 'g');
    expect(code.match(version), 'the version stands in the built file once').toHaveLength(1);
    return code.replace(version, `'${NEXT}'`);
  };
  const all = output[0].code;
  files = {
    '/first/cdn.js': cdn,
    '/next/cdn.js': next(cdn),
    '/first/all.js': all,
    '/next/all.js': next(all),
  };
});

/** A page with a module script; what is said in its console, and what goes wrong. */
async function host(script: string, body: string): Promise<{ page: Page; errors: readonly string[]; said: string[] }> {
  const page = `<!doctype html><title>A host</title>
    <script type="module">
      globalThis.kept = [];
      document.addEventListener('tp-record-complete', (event) => {
        kept.push({ tag: event.target.localName, record: event.detail.record });
        event.waitUntil(Promise.resolve());
      });
      ${script}
    </script>${body}`;
  const port = await serve(packed(), { ...files, '/': page });
  const opened = await openPage(browser);
  const said: string[] = [];
  opened.page.on('console', (message) => {
    if (!message.location().url.endsWith('favicon.ico')) said.push(message.text());
  });
  await opened.page.goto(`http://localhost:${String(port)}/`);
  return { ...opened, said };
}

const conversation = (tag: string): string =>
  `<${tag} framework="talking-points-community" subject='{"id":"jean","name":"Jean"}'></${tag}>`;

/** Records a conversation as somebody would, and completes it. */
async function converse(page: Page, prefix: string, words: string): Promise<void> {
  const place = page.locator(`${prefix}-conversation`);
  await place.getByRole('checkbox', { name: 'Seeing people' }).click();
  await place.locator(`${prefix}-outcome textarea`).first().fill(words);
  await place.locator('[part=complete]').click();
}

const kept = (page: Page): Promise<readonly Kept[]> =>
  page.evaluate(() => (globalThis as unknown as { kept: readonly Kept[] }).kept);
const wordsOf = ({ record }: Kept): string | undefined => record.entries[0]?.narrative?.[0]?.text;

/** What each of two copies, kept as `copies` by the page, reports of a tag. */
const reports = (page: Page, tag: string): Promise<readonly (Registration | undefined)[]> =>
  page.evaluate(
    (wanted) =>
      (globalThis as unknown as { copies: readonly Copy[] }).copies.map((copy) =>
        copy.getRegistrationReport().find((one) => one.tag === wanted),
      ),
    tag,
  );

describe('two versions on one page', () => {
  it.each([
    ['the older', ['first', 'next'], [VERSION, NEXT]],
    ['the newer', ['next', 'first'], [NEXT, VERSION]],
  ] as const)(
    'under the same tags: %s, which was first, does the work, and that is said once',
    async (_, order, versions) => {
      const { page, errors, said } = await host(
        `globalThis.copies = [await import('/${order[0]}/cdn.js'), await import('/${order[1]}/cdn.js')];`,
        conversation('tp-conversation'),
      );
      await converse(page, 'tp', 'I miss the laughing.');
      await expect.poll(async () => (await kept(page)).map(wordsOf)).toEqual(['I miss the laughing.']);
      const [winner, loser] = versions;
      expect(said).toEqual([
        expect.stringMatching(new RegExp(`Version ${winner} was first .* version ${loser} is not used`)),
      ]);
      for (const tag of ['tp-conversation', 'tp-rating-scale'])
        expect(await reports(page, tag)).toEqual([
          { tag, version: winner, holder: 'ours', heldBy: winner, conflict: false, scoped: false },
          { tag, version: loser, holder: 'another-version', heldBy: winner, conflict: true, scoped: false },
        ]);
      expect(errors).toEqual([]);
    },
  );

  it('under two prefixes: each does its own work, and none hears the other', async () => {
    const { page, errors, said } = await host(
      `globalThis.copies = [await import('/first/all.js'), await import('/next/all.js')];
       copies[0].defineAll({ prefix: 'acme' });
       copies[1].defineAll({ prefix: 'other' });`,
      conversation('acme-conversation') + conversation('other-conversation'),
    );
    await converse(page, 'acme', 'I miss the laughing.');
    await converse(page, 'other', 'The garden.');
    await expect
      .poll(async () => (await kept(page)).map((one) => [one.tag, wordsOf(one)]))
      .toEqual([
        ['acme-conversation', 'I miss the laughing.'],
        ['other-conversation', 'The garden.'],
      ]);
    const versions = await page.evaluate(() =>
      ['acme-outcome', 'other-outcome'].map(
        (tag) => (customElements.get(tag) as { version?: string } | undefined)?.version,
      ),
    );
    expect(versions).toEqual([VERSION, NEXT]);
    expect(await reports(page, 'acme-outcome')).toEqual([expect.objectContaining({ holder: 'ours' }), undefined]);
    expect(said).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('settle a conflict of the same record: nothing that either wrote is lost', async () => {
    const { page, errors } = await host(
      `const copies = [await import('/first/all.js'), await import('/next/all.js')];
       copies[0].defineAll({ prefix: 'acme' });
       copies[1].defineAll({ prefix: 'other' });
       // A host that counts its versions, and takes nothing that was based on an older one.
       let stored, version = 1;
       const store = async (record) => {
         if (record.baseVersion !== String(version))
           throw { code: 'conflict', record: JSON.stringify({ ...stored, baseVersion: String(version) }) };
         version += 1;
         stored = record;
       };
       document.addEventListener('tp-record-complete', (event) => event.waitUntil(store(event.detail.record)));
       const [acme, other] = ['acme', 'other'].map((prefix) => document.querySelector(prefix + '-conversation'));
       await acme.updateComplete;
       acme.record = other.record = { ...acme.record, baseVersion: '1' };`,
      conversation('acme-conversation') + conversation('other-conversation'),
    );
    await converse(page, 'acme', 'I miss the laughing.');
    await page.locator('acme-conversation').getByText('Saved.').waitFor();
    await converse(page, 'other', 'The garden.');
    const conflict = page.locator('other-conversation other-record-conflict');
    // Each brought its own entry about the same outcome: they are one, and both statements are kept without asking.
    await conflict.getByText('There is nothing to choose.').waitFor();
    await conflict.getByRole('button', { name: 'Keep these and complete' }).click();
    await page.locator('other-conversation').getByText('Saved.').waitFor();
    const last = (await kept(page)).at(-1);
    expect(last?.tag).toBe('other-conversation');
    expect(last?.record.baseVersion).toBe('2');
    expect(last?.record.entries.map(({ label, narrative }) => [label, narrative?.map(({ text }) => text)])).toEqual([
      ['Seeing people', ['I miss the laughing.', 'The garden.']],
    ]);
    expect(errors).toEqual([]);
  });

  it('in a registry of its own, the second has the very same tags', async () => {
    const { page, errors, said } = await host(
      `globalThis.copies = [await import('/first/cdn.js'), await import('/next/all.js')];
       const registry = new CustomElementRegistry();
       copies[1].defineAll({ registry });
       const root = document.querySelector('#app').attachShadow({ mode: 'open', customElementRegistry: registry });
       root.innerHTML = '<tp-conversation framework="talking-points-community"></tp-conversation>';`,
      `<main>${conversation('tp-conversation')}</main><div id="app"></div>`,
    );
    await page.locator('#app tp-conversation').getByRole('checkbox', { name: 'Seeing people' }).waitFor();
    const versions = await page.evaluate(() =>
      [document.querySelector('main'), document.querySelector('#app')?.shadowRoot].map(
        (root) => (root?.querySelector('tp-conversation')?.constructor as { version?: string } | undefined)?.version,
      ),
    );
    expect(versions).toEqual([VERSION, NEXT]);
    const app = page.locator('#app');
    await app.getByRole('checkbox', { name: 'Seeing people' }).click();
    await app.locator('tp-outcome textarea').first().fill('The garden.');
    await app.locator('[part=complete]').click();
    await expect.poll(async () => (await kept(page)).length).toBe(1);
    expect(await page.locator('main tp-outcome').count()).toBe(0);
    expect(await reports(page, 'tp-outcome')).toEqual([
      expect.objectContaining({ holder: 'ours', scoped: false }),
      expect.objectContaining({ holder: 'ours', heldBy: NEXT, scoped: true }),
    ]);
    expect(said).toEqual([]);
    expect(errors).toEqual([]);
  });
});
