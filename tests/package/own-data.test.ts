import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf, read } from './support/documents.js';
import { packed } from './support/packed.js';
import { openPage, serve, startChromium } from './support/pages.js';

const blocks = blocksOf(read('docs/data.md'));
const codeOf = (language: string): readonly string[] =>
  blocks.filter((block) => block.language === language).map(({ code }) => code);
const [scale = '', framework = ''] = codeOf('json');
const files = { 'strathmorn-safe-4.scale.json': scale, 'strathmorn.framework.json': framework };

describe('docs/data.md', () => {
  it('has two files and the code that registers them', () => {
    expect(blocks.map(({ language }) => language)).toEqual(['json', 'json', 'js']);
    for (const file of Object.keys(files)) expect(read('docs/data.md')).toContain(`\`${file}\``);
  });

  it('shows a scale and a framework that `validate` has nothing to say about', () => {
    const folder = mkdtempSync(join(tmpdir(), 'partnership-'));
    for (const [file, code] of Object.entries(files)) writeFileSync(join(folder, file), code);
    const program = join(packed(), 'dist/cli/main.js');
    const args = [program, 'validate', ...Object.keys(files)];
    expect(spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stdout:
        'strathmorn-safe-4.scale.json: a valid scale.\nstrathmorn.framework.json: a valid framework.\n2 files, all valid.\n',
      stderr: '',
    });
  });

  it('registers them from the one file of a script tag, and the conversation asks on them', async () => {
    const reading = `import { loadRecord } from '/assets/talking-points-elements.js';
      globalThis.readAgain = () => loadRecord(JSON.stringify(document.querySelector('tp-conversation').record));`;
    const port = await serve(join(packed(), 'dist/cdn'), {
      '/': `<!doctype html><title>A host</title>
        <script type="module" src="/assets/talking-points-elements.js"></script>
        <script type="module" src="/assets/my-page.js"></script><tp-conversation></tp-conversation>`,
      '/assets/talking-points-elements.js': readFileSync(join(packed(), 'dist/cdn/talking-points-elements.js'), 'utf8'),
      '/assets/my-page.js': [...codeOf('js'), reading].join('\n'),
      ...Object.fromEntries(Object.entries(files).map(([file, code]) => [`/assets/${file}`, code])),
    });
    const { page, errors } = await openPage(await startChromium());
    await page.goto(`http://localhost:${String(port)}/`);
    await page.getByRole('checkbox', { name: 'Safe at home' }).click();
    await page.getByRole('radio', { name: 'I mostly feel safe' }).first().click();
    expect(
      await page.evaluate(() => (globalThis as unknown as { readAgain: () => unknown }).readAgain()),
    ).toMatchObject({
      ok: true,
      value: { framework: { id: 'strathmorn' }, scales: [{ id: 'strathmorn-safe-4' }] },
    });
    expect(errors).toEqual([]);
  });
});
