// Puts the page beside the library's one file, and the file's checksum into the page. By hand it is the same: copy the file, and paste its
// line of sri.json.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const library = 'node_modules/talking-points-elements/dist/cdn';
const file = 'talking-points-elements.js';
const checksums = JSON.parse(readFileSync(`${library}/sri.json`, 'utf8'));

mkdirSync('dist', { recursive: true });
cpSync(`${library}/${file}`, `dist/${file}`);
for (const own of ['visit.js', 'host.css']) cpSync(`src/${own}`, `dist/${own}`);
writeFileSync('dist/index.html', readFileSync('src/index.html', 'utf8').replace('sha384-…', checksums[file]));
