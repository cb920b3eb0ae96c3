import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const folder = '.cache/server-markup';

const templates = `
  <form><tp-rating-scale name="safe" scale="frequency-4" label="How safe do you feel?"></tp-rating-scale></form>
  <form><tp-narrative name="words" label="What matters?"></tp-narrative></form>
  <tp-conversation framework="talking-points-community" locale="en-GB"></tp-conversation>`;

const script = `
  import { render } from '@lit-labs/ssr';
  import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
  import { html } from 'lit';
  import './src/define/all.js';
  import { tidyMarkup } from './src/base/server-markup.js';
  process.stdout.write(tidyMarkup(await collectResult(render(html\`${templates}\`))));`;

/** What a server would send, drawn in a Node of its own. Out of the sources as they are: lit compares the templates. */
function draw() {
  for (const file of globSync('src/**/*.ts')) {
    const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
    });
    const path = join(folder, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, outputText);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'draw.js'), script);
  return execFileSync(process.execPath, [join(folder, 'draw.js')], { encoding: 'utf8' });
}

/** Serves that as `/server-markup`. @returns {import('@web/test-runner').TestRunnerPlugin} */
export function serverMarkupPlugin() {
  /** @type {string | undefined} */
  let drawn;
  return {
    name: 'server-markup',
    serve({ path }) {
      return path === '/server-markup' ? { body: (drawn ??= draw()), type: 'html' } : undefined;
    },
  };
}
