import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const folder = '.cache/server-markup';

const templates = `
  <form><tp-rating-scale name="safe" scale="frequency-4" label="How safe do you feel?"></tp-rating-scale></form>
  <form><tp-narrative name="words" label="What matters?"></tp-narrative></form>
  <tp-conversation framework="talking-points-community" locale="en-GB"></tp-conversation>
  <tp-outcome-timeline locale="en-GB" records=\${records}></tp-outcome-timeline>`;

const script = `
  import { render } from '@lit-labs/ssr';
  import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
  import { html } from 'lit';
  import './src/define/all.js';
  import { talkingPointsCommunity } from './src/frameworks/talking-points-community.js';
  import { tidyMarkup } from './src/base/server-markup.js';
  const { id, version, name, outcomes } = talkingPointsCommunity;
  const scale = { id: 'frequency-4', version: '2' };
  const answer = { kind: 'answered', value: 'some' };
  // So many that a page draws them bit by bit.
  const records = JSON.stringify(Array.from({ length: 40 }, (_, index) => {
    const recordedAt = new Date(Date.UTC(2019, 0, 10 + index * 60)).toISOString();
    const rating = { id: 'r', perspective: 'person', scale, answer, label: 'Some of the time', recordedAt };
    const entries = outcomes.map(({ id: outcome, name }) => ({
      id: outcome,
      label: name,
      outcomes: [{ framework: id, frameworkVersion: version, id: outcome, name }],
      ratings: [rating],
    }));
    const framework = { id, version, name };
    const whole = { schemaVersion: '1.0', kind: 'review', status: 'completed', subject: { id: 'jean-1' }, conversation: {}, scales: [] };
    return { ...whole, id: 'r-' + index, recordedAt, framework, entries };
  }));
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
