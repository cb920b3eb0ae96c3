// Finds the browsers that the tests drive, and installs what is missing where that is possible without asking.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is installed from Debian's packages where it is missing: three browsers, and what reads and draws PDFs. @typedef {'chromium' | 'firefox' | 'webkit' | 'poppler'} Engine */

const root = resolve(fileURLToPath(import.meta.url), '../..');

/** @param {string} path */
const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
/** @param {string[]} names */
const onPath = (...names) =>
  names
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find(isProgram);

/** The program that an environment variable names. @param {string[]} variables */
function named(...variables) {
  for (const variable of variables) {
    const path = process.env[variable];
    if (!path) continue;
    if (!isProgram(path)) throw new Error(`${variable} says ${path}, but there is no program there.`);
    return path;
  }
  return undefined;
}

const systemChromium = () =>
  onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable') ??
  [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
      folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [],
    ),
  ].find(isProgram);

const systemFirefox = () =>
  onPath('firefox-esr', 'firefox') ?? ['/Applications/Firefox.app/Contents/MacOS/firefox'].find(isProgram);

export const webkitDriver = () => onPath('WebKitWebDriver');
export const miniBrowser = () =>
  ['x86_64-linux-gnu', 'aarch64-linux-gnu']
    .flatMap((machine) =>
      ['webkitgtk-6.0', 'webkit2gtk-4.1'].map((build) => `/usr/lib/${machine}/${build}/MiniBrowser`),
    )
    .find(isProgram);

const engines = {
  chromium: {
    found: () => named('CHROME_PATH', 'CHROME_BIN') ?? systemChromium(),
    debian: ['chromium'],
    otherwise: 'install Chrome or Chromium, or set CHROME_PATH to the program',
  },
  firefox: {
    found: () => named('FIREFOX_PATH') ?? systemFirefox(),
    debian: ['firefox-esr'],
    otherwise: 'install Firefox, or set FIREFOX_PATH to the program',
  },
  webkit: {
    found: () =>
      webkitDriver() && miniBrowser() && (process.env.DISPLAY || onPath('Xvfb')) ? webkitDriver() : undefined,
    debian: ['webkit2gtk-driver', 'xvfb'],
    otherwise: 'WebKitGTK is there on Linux only (packages webkit2gtk-driver and xvfb on Debian and Ubuntu)',
  },
  // No browser: reads and draws the PDFs that a browser prints.
  poppler: {
    found: () => (onPath('pdftoppm') ? onPath('pdftotext') : undefined),
    debian: ['poppler-utils'],
    otherwise: 'install Poppler, which brings pdftotext and pdftoppm (brew install poppler)',
  },
};

const canInstall = () =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/etc/debian_version') &&
  onPath('apt-get') !== undefined;

/**
 * Installs, on Debian and as root, the browsers that are missing. Says what it does.
 * @param {Engine[]} wanted
 */
export function installMissing(wanted) {
  const packages = wanted.filter((name) => engines[name].found() === undefined).flatMap((name) => engines[name].debian);
  if (packages.length === 0 || !canInstall()) return;
  console.log(
    `Installing what the tests drive (browsers, a reader of PDFs) from Debian's own packages: ${packages.join(', ')}. It takes a few minutes.`,
  );
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
    if (status !== 0) {
      console.error(`apt-get ${args[0] ?? ''} did not succeed:\n${stdout}${stderr}`);
      return;
    }
  }
}

/** @param {Engine} name */
const missing = (name) => {
  const { debian, otherwise } = engines[name];
  const how = existsSync('/etc/debian_version')
    ? `run: sudo apt-get install --no-install-recommends ${debian.join(' ')}`
    : otherwise;
  return new Error(`No ${name} to test with: ${how}.`);
};

/** Chrome or Chromium: named by the environment, installed, or the one that comes with the npm packages. */
export async function chromiumPath() {
  const path = engines.chromium.found() ?? (await shippedChromium());
  if (path === undefined) throw missing('chromium');
  return path;
}

export function firefoxPath() {
  const path = engines.firefox.found();
  if (path === undefined) throw missing('firefox');
  return path;
}

/** The two programs that drive WebKitGTK. */
export function webkitPaths() {
  const driver = webkitDriver();
  const browser = miniBrowser();
  if (driver === undefined || browser === undefined || engines.webkit.found() === undefined) throw missing('webkit');
  return { driver, browser };
}

/** Installs what is missing, and says in words what cannot be had. @param {Engine[]} wanted */
export async function ensureBrowsers(wanted) {
  installMissing(wanted);
  for (const name of wanted)
    if (engines[name].found() === undefined && !(name === 'chromium' && (await shippedChromium()))) throw missing(name);
}

/**
 * Unpacks the Chromium of @sparticuz/chromium into node_modules/.cache, once per version. It takes a rename to be there,
 * so that two runs at once, or one that was stopped, never leave half a browser.
 */
async function shippedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const manifest = join(root, 'node_modules/@sparticuz/chromium/package.json');
  if (!existsSync(manifest)) return undefined;
  const cache = join(root, 'node_modules/.cache');
  const folder = join(cache, `chromium-${String(JSON.parse(readFileSync(manifest, 'utf8')).version)}`);
  const program = join(folder, 'chromium');
  if (!existsSync(program)) {
    console.log('Unpacking the Chromium that comes with the npm packages.');
    mkdirSync(cache, { recursive: true });
    const unpacked = mkdtempSync(join(cache, 'unpack-'));
    const before = process.env.TMPDIR;
    process.env.TMPDIR = unpacked; // the package unpacks into the temporary folder
    try {
      const { default: chromium } = await import('@sparticuz/chromium');
      await chromium.executablePath();
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    try {
      renameSync(unpacked, folder);
    } catch {
      rmSync(unpacked, { recursive: true, force: true }); // another run was first
    }
  }
  const { status, stderr } = spawnSync(program, ['--version', '--no-sandbox'], { encoding: 'utf8' });
  if (status === 0) return program;
  console.error(`The Chromium that comes with the npm packages does not start here:\n${stderr}`);
  return undefined;
}

/** A quiet Chromium that calls nobody and runs in a container. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
