import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { found, read } from './support/documents.js';
import { root } from './support/packed.js';

const page = read('docs/hosts.md');

/** Lines without the indentation that a place in a file brings along, and without empty ones. */
const lines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** The blocks that say where they are from; a line with … alone leaves something out. */
const quotes = [...page.matchAll(/^From \[`(\S+)`\]\(\.\.\/\1\):\n+```\w+\n([^]*?)```/gm)].map(
  ([, path = '', code = '']) => [path, code.split(/^…$/m).map(lines)] as const,
);

describe('docs/hosts.md', () => {
  it.each(quotes)('shows what stands in %s', (path, parts) => {
    const file = lines(read(path));
    for (const part of parts) expect(file).toContain(part);
  });

  it('has a part of every example in a framework', () => {
    const apps = new Set(quotes.map(([path]) => path.split('/')[1]));
    const frameworks = globSync('examples/*/package.json', { cwd: root })
      .map((path) => path.split('/')[1])
      .filter((name) => name !== 'iframe');
    expect([...apps].sort()).toEqual(frameworks.sort());
  });

  it('says of all other code that it was not tried', () => {
    const parts = page.split(/^## /m);
    const untried = parts.filter((part) => /```/.test(part.replaceAll(/^From \[.*\):\n+```\w+\n[^]*?```/gm, '')));
    for (const part of untried) expect(part).toMatch(/not tried by the tests|the tests of this project have no \.NET/);
  });

  it('is linked from the README and from "Embed in five minutes"', () => {
    expect(found(read('README.md'), /\]\((docs\/hosts\.md)\)/g)).toHaveLength(1);
    expect(read('stories/embed-in-five-minutes.mdx')).toContain('docs/hosts.md');
  });
});
