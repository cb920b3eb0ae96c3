// Makes dist/, which is what the package holds. `--if-stale` does nothing when it is newer than every source.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { frameworkTypes } from './lib/framework-types.mjs';
import { runForwardingSignals } from './lib/process.mjs';
import { softwareBillOfMaterials } from './lib/sbom.mjs';

process.chdir(resolve(fileURLToPath(import.meta.url), '../..'));

/** Written last: when it is there, the build has come to its end. */
const finished = 'dist/cdn/sri.json';

/** @param {string} path @param {unknown} content */
function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
}

/** @param {string} program @param {string[]} args */
async function tool(program, ...args) {
  const code = await runForwardingSignals(process.execPath, [join('node_modules', program), ...args]);
  if (code !== 0) throw new Error(`The build stopped: ${args.join(' ')} of ${program} did not succeed.`);
}

function isFresh() {
  if (!existsSync(finished)) return false;
  const built = statSync(finished).mtimeMs;
  const sources = ['src/**/*', 'scripts/**/*', '*.config.js', 'package*.json', 'tsconfig.json'].flatMap((glob) =>
    globSync(glob),
  );
  return sources.every((source) => statSync(source).mtimeMs <= built);
}

/** TypeScript's declarations, with maps that lead back to src/. Nobody imports the command line. */
function copyDeclarations() {
  for (const file of globSync('out/**/*.d.ts{,.map}', { exclude: ['out/cli/**'] }))
    cpSync(file, file.replace(/^out/, 'dist'));
}

/** JSON Schemas for hosts in any language: draft 2020-12, and draft-07 for older validators. */
async function writeSchemas() {
  const z = await import('zod/mini');
  const { schemas } = await import(pathToFileURL('out/schema/index.js').href);
  for (const [name, schema] of Object.entries(schemas)) {
    const describe = (/** @type {'draft-2020-12' | 'draft-07'} */ target) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target });
      const draft = target === 'draft-07' ? ':draft-07' : '';
      return { $schema, $id: `urn:talking-points-elements:${name}${draft}`, title: name, ...rest };
    };
    write(`dist/schemas/${name}.schema.json`, describe('draft-2020-12'));
    write(`dist/schemas/draft-07/${name}.schema.json`, describe('draft-07'));
  }
  const { stringPackSchema } = await import(pathToFileURL('out/cli/catalogue.js').href);
  write('dist/schemas/string-pack.schema.json', stringPackSchema());
}

function copyThemes() {
  const themes = globSync('src/theme/*.css');
  if (themes.length === 0) throw new Error('The build stopped: there is no theme in src/theme/*.css.');
  for (const theme of themes) cpSync(theme, theme.replace('src/theme', 'dist/themes'));
}

/** @param {string} file */
const integrityOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/** The page for a frame: its document, which names the one script that it runs, and its styles with the themes. */
function writeEmbedPage() {
  const page = readFileSync('src/frame/embed.html', 'utf8');
  write('dist/embed/embed.html', page.replace('{embed.js}', integrityOf('dist/embed/embed.js')));
  const styles = ['src/frame/embed.css', 'src/theme/high-contrast.css', 'src/theme/paper.css'];
  write('dist/embed/embed.css', styles.map((file) => readFileSync(file, 'utf8')).join('\n'));
}

/** What a page puts into `integrity`, so that it runs the file it has checked and no other. */
function writeIntegrity() {
  for (const folder of ['dist/embed', 'dist/cdn']) {
    const files = globSync(`${folder}/*.js`).map((file) => [basename(file), integrityOf(file)]);
    write(`${folder}/sri.json`, Object.fromEntries(files));
  }
}

export async function manifest() {
  await tool(
    '@custom-elements-manifest/analyzer/cem.js',
    'analyze',
    '--quiet',
    '--config',
    'custom-elements-manifest.config.js',
  );
  for (const [name, content] of Object.entries(
    frameworkTypes(JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'))),
  ))
    write(`dist/types/${name}`, content);
}

async function build() {
  for (const folder of ['out', 'dist']) rmSync(folder, { recursive: true, force: true });
  console.log('Compiling TypeScript');
  for (const project of ['.', 'src/cli']) await tool('@typescript/native/bin/tsc', '-p', project);
  console.log('Bundling');
  await tool('rollup/dist/bin/rollup', '--config', '--silent');
  copyDeclarations();
  copyThemes();
  writeEmbedPage();
  console.log('Describing the elements, and the data as JSON Schema');
  await manifest();
  await writeSchemas();
  write('dist/sbom.cdx.json', softwareBillOfMaterials());
  writeIntegrity();
}

if (process.argv.includes('--manifest')) await manifest();
else if (!process.argv.includes('--if-stale') || !isFresh()) await build();
