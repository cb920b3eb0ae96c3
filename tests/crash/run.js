// Loses pages and browsers at random moments while a conversation is written, and looks at what is left: `npm run crash -- --runs 200 --seed 1`.
// What was typed more than half a second before may not be missing, nor an answer that had time to reach the disk; nothing may be left of what the
// host has acknowledged; and where the files of the browser themselves are damaged, what is written from then on is kept again.
import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath } from '../../scripts/browsers.mjs';

/** How much typing may be missing, and how long a key or an answer takes to the disk of a busy machine (ms). */
const LOSS = 500;
const TO_DISK = 250;
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const dist = resolve(import.meta.dirname, '../../dist/cdn');

/** Numbers from 0 to 1 that a seed repeats (mulberry32). @param {number} seed */
const randomFrom = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const page = `<!doctype html><html lang="en-GB"><title>Crash</title>
<tp-conversation subject='{"id":"p-1","name":"Jean"}'></tp-conversation>
<script type="module">
  import '/talking-points-elements.js';
  import { indexedDbDrafts, keepDrafts } from '/talking-points-drafts.js';
  const conversation = document.querySelector('tp-conversation');
  conversation.drafts = keepDrafts(indexedDbDrafts(), { user: 'w-1' });
  conversation.addEventListener('tp-record-complete', (event) =>
    event.waitUntil(fetch('/store', { method: 'POST', body: JSON.stringify(event.detail.record) }).then((answer) => {
      if (!answer.ok) throw new Error('refused');
    })));
  conversation.framework = 'talking-points-community';
</script>`;

const server = createServer((request, response) => {
  if (request.url === '/store') {
    request.resume().on('end', () => response.end('{}'));
    return;
  }
  if (request.url === '/') {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    return;
  }
  try {
    response.setHeader('content-type', 'text/javascript').end(readFileSync(join(dist, request.url ?? '')));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const url = `http://127.0.0.1:${port}/`;

/** A browser process of its own, which can be killed. @param {string} profile */
async function start(profile) {
  const child = spawn(
    await chromiumPath(),
    [...chromiumArgs, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await new Promise((done, fail) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (part) => {
      said += part;
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) done(found);
    });
    child.once('close', () => fail(new Error(`The browser ended: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no profile.');
  const ended = new Promise((done) => child.once('close', done));
  const kill = async () => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // It has gone already.
    }
    await ended;
  };
  return { browser, context, kill };
}

/** @param {import('playwright-core').Page} tab */
const state = (tab) =>
  tab.evaluate(() => {
    const { record } = /** @type {any} */ (document.querySelector('tp-conversation'));
    const [entry] = record?.entries ?? [];
    return {
      words: entry?.narrative?.[0]?.text ?? '',
      answer: entry?.ratings?.[0]?.answer?.value,
      status: record?.status,
    };
  });

const kinds = /** @type {const} */ ([
  'tab crashed',
  'browser killed',
  'network dropped',
  'quota full',
  'store corrupted',
  'files damaged',
  'acknowledged',
]);

/** Damages what the browser has written for the drafts: bytes in one of the files, or its end. @param {string} profile @param {() => number} random */
function damage(profile, random) {
  const files = globSync('**/IndexedDB/*.leveldb/*', { cwd: profile }).filter(
    (file) => !/LOCK$|LOG(\.old)?$/.test(file),
  );
  const file = join(profile, files[Math.floor(random() * files.length)] ?? '');
  const content = readFileSync(file);
  if (random() < 0.3) {
    truncateSync(file, Math.floor(content.length * random()));
    return;
  }
  for (let count = 0; count < 20; count += 1)
    content[Math.floor(random() * content.length)] = Math.floor(random() * 256);
  writeFileSync(file, content);
}

/**
 * Writes on, whatever is left. A browser may find the damage now or when it is next started, and then throws everything away: it has to be kept, or
 * said in words that it is not.
 *
 * @param {string} profile @param {string} all what was typed before
 */
async function writeOn(profile, all) {
  let { context, kill } = await start(profile);
  const open = async () => {
    const tab = await context.newPage();
    await tab.goto(url);
    await tab.getByRole('checkbox', { name: 'Feeling safe' }).waitFor();
    const offer = tab.getByRole('button', { name: 'Continue' });
    const trouble = tab.getByText(/Your latest words are only on the screen|This browser has lost what was kept/);
    const isOffered = async () => {
      await offer
        .or(trouble)
        .first()
        .waitFor({ timeout: 3000 })
        .catch(() => undefined);
      return offer.isVisible();
    };
    return { tab, offer, trouble, isOffered };
  };
  try {
    const { tab, offer, trouble, isOffered } = await open();
    await ((await isOffered()) ? offer : tab.getByRole('checkbox', { name: 'Feeling safe' })).click();
    const field = tab.getByRole('region', { name: 'Feeling safe' }).getByRole('textbox').first();
    await field.click();
    const { words } = await state(tab);
    await tab.keyboard.press('Control+End');
    await tab.keyboard.type('after');
    await tab
      .getByText(/is kept on this device|These are your words/)
      .or(trouble)
      .first()
      .waitFor();
    await new Promise((done) => setTimeout(done, LOSS));
    let isSaid = await trouble.isVisible();
    let found = 'nothing';
    if (!isSaid) {
      await kill();
      ({ context, kill } = await start(profile));
      const again = await open();
      if (await again.isOffered()) {
        await again.offer.click();
        await again.tab.getByText('These are your words').waitFor();
        found = (await state(again.tab)).words;
      }
      isSaid = await again.trouble.isVisible();
    }
    return {
      kind: 'files damaged',
      fine: all.startsWith(words) && (isSaid || found.endsWith('after')),
      missing: 0,
      said: `left “${words}”, then found “${found}”`,
    };
  } finally {
    await kill();
  }
}

/** @param {number} seed */
async function run(seed) {
  const random = randomFrom(seed);
  const kind = kinds[seed % kinds.length] ?? 'tab crashed';
  const profile = mkdtempSync(join(tmpdir(), 'crash-'));
  let { context, kill } = await start(profile);
  try {
    const tab = await context.newPage();
    const cdp = await context.newCDPSession(tab);
    await tab.goto(url);
    await tab.getByRole('checkbox', { name: 'Feeling safe' }).click();
    const card = tab.getByRole('region', { name: 'Feeling safe' });
    await card.getByRole('textbox').first().click();
    /** @type {{ at: number, words: string }[]} */
    const typed = [];
    /** @type {number | undefined} */
    let answeredAt;
    let ended = false;
    const script = async () => {
      for (let index = 0; !ended && index < 60; index += 1) {
        const word = `${String.fromCharCode(97 + (index % 26))}${Math.floor(random() * 1000)} `;
        for (const letter of word) {
          await tab.keyboard.type(letter);
          typed.push({ at: performance.now(), words: (typed.at(-1)?.words ?? '') + letter });
        }
        if (index === 4) {
          await card.getByRole('radio', { name: 'Some of the time' }).first().click();
          answeredAt = performance.now();
          await card.getByRole('textbox').first().focus();
          await tab.keyboard.press('Control+End');
        }
        await new Promise((done) => setTimeout(done, random() * 120));
      }
    };
    const writing = script().catch(() => undefined);
    await new Promise((done) => setTimeout(done, 300 + random() * 2500));
    if (kind === 'quota full') {
      await cdp.send('Storage.overrideQuotaForOrigin', { origin: url.slice(0, -1), quotaSize: 1 });
      await new Promise((done) => setTimeout(done, random() * 600));
      await cdp.send('Storage.overrideQuotaForOrigin', { origin: url.slice(0, -1) });
      // It is tried again after two seconds at the latest, whether somebody types or not.
      await new Promise((done) => setTimeout(done, 2600));
    }
    if (kind === 'store corrupted')
      await tab.evaluate(
        () =>
          new Promise((done) => {
            const request = indexedDB.open('talking-points-drafts');
            request.onsuccess = () => {
              const store = request.result.transaction('drafts', 'readwrite').objectStore('drafts');
              for (const record of ['garbage', 7, null, [], { entries: 3 }])
                store.put({ id: `g-${String(record)}`, user: 'w-1', v: 1, record });
              store.transaction.oncomplete = done;
            };
          }),
      );
    if (kind === 'network dropped' || kind === 'acknowledged') {
      ended = true;
      await writing;
      if (kind === 'network dropped') await context.setOffline(true);
      await tab.getByRole('button', { name: 'Complete' }).click();
      await tab.getByText(kind === 'acknowledged' ? /^Saved\./ : /^Not saved\./).waitFor();
    }
    const before = kind === 'acknowledged' ? await state(tab) : undefined;
    const at = performance.now();
    if (kind === 'tab crashed' || kind === 'quota full')
      await Promise.race([
        cdp.send('Page.crash').catch(() => undefined),
        new Promise((done) => tab.once('crash', done)),
      ]);
    else await kill();
    ended = true;
    await kill();
    await writing;
    if (kind === 'files damaged') {
      damage(profile, random);
      return await writeOn(profile, typed.at(-1)?.words ?? '');
    }
    ({ context, kill } = await start(profile));
    const again = await context.newPage();
    await again.goto(url);
    const offer = again.getByRole('button', { name: 'Continue' });
    const due = typed.findLast((one) => one.at <= at - LOSS)?.words ?? '';
    const all = typed.at(-1)?.words ?? '';
    if (kind === 'acknowledged') {
      await again.getByRole('checkbox', { name: 'Feeling safe' }).waitFor();
      const left = await again.evaluate(
        () =>
          new Promise((done) => {
            const request = indexedDB.open('talking-points-drafts');
            request.onsuccess = () => {
              const found = request.result.transaction('drafts').objectStore('drafts').count();
              found.onsuccess = () => done(found.result);
            };
          }),
      );
      return {
        kind,
        fine: left === 0 && before?.status === 'completed',
        missing: 0,
        said: `${String(left)} drafts left`,
      };
    }
    if (
      !due &&
      !(await offer.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      ))
    )
      return { kind, fine: true, missing: 0, said: 'nothing was due yet' };
    await offer.waitFor({ timeout: 10_000 });
    await offer.click();
    await again.getByText('These are your words from').waitFor();
    const { words, answer } = await state(again);
    const isAnswerDue = answeredAt !== undefined && answeredAt <= at - TO_DISK;
    // What was under way when the page was lost may or may not have been typed.
    const isTrue = words.startsWith(due) && (all.startsWith(words) || words.startsWith(all));
    const reached = typed.find((one) => one.words.length > words.length)?.at;
    return {
      kind,
      fine: isTrue && (!isAnswerDue || answer === 'some'),
      missing: reached === undefined ? 0 : Math.max(0, at - reached),
      said: `due “${due}”, found “${words}”, answer ${String(answer)}`,
    };
  } finally {
    await kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @type {Map<string, { runs: number, lost: number, most: number }>} */
const table = new Map();
const first = Number(values.seed);
let lost = 0;
for (let seed = first; seed < first + Number(values.runs); seed += 1) {
  const result = await run(seed).catch((error) => ({
    kind: kinds[seed % kinds.length] ?? '',
    fine: false,
    missing: 0,
    said: error instanceof Error ? error.message : String(error),
  }));
  const line = table.get(result.kind) ?? { runs: 0, lost: 0, most: 0 };
  table.set(result.kind, {
    runs: line.runs + 1,
    lost: line.lost + (result.fine ? 0 : 1),
    most: Math.round(Math.max(line.most, result.missing)),
  });
  if (!result.fine) {
    lost += 1;
    console.log(`Seed ${String(seed)}, ${result.kind}: ${result.said}`);
  }
}
console.table(
  Object.fromEntries(
    [...table].map(([kind, { runs, lost: bad, most }]) => [
      kind,
      { runs, lost: bad, 'most typing missing (ms)': most },
    ]),
  ),
);
console.log(lost === 0 ? 'Nothing was lost.' : `${String(lost)} runs lost something.`);
server.close();
process.exitCode = lost === 0 ? 0 : 1;
