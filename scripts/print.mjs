// Prints the person's copy in every layout, and makes pictures of the sheets to look at: npm run print (node_modules/.cache/print).
// With words after it, only those whose name holds one of them: npm run print -- easy-long
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath, ensureBrowsers } from './browsers.mjs';
import { copies, nameOf, printed, sheetsOf, startPrinting } from './lib/paper.mjs';

process.chdir(resolve(fileURLToPath(import.meta.url), '../..'));
const folder = 'node_modules/.cache/print';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await ensureBrowsers(['chromium', 'poppler']);

const wanted = process.argv.slice(2);
const { url, stop } = await startPrinting();
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs });
try {
  const page = await browser.newPage();
  await page.goto(url);
  for (const copy of copies) {
    const name = nameOf(copy);
    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, await printed(page, copy));
    const { status, stderr } = spawnSync('pdftoppm', ['-r', '60', '-png', file, join(folder, name)], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`pdftoppm could not draw ${file}: ${stderr}`);
    console.log(`${file}: ${String(sheetsOf(file).length)} sheets`);
  }
} finally {
  await browser.close();
  stop();
}
