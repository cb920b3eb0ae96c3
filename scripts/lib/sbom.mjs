// The software bill of materials: what a host gets when it installs the package or takes a file of dist/ that holds other people's work.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm sbom` of the dependencies alone, as CycloneDX. With `--omit dev` it leaves out every dependency that a development tool
 * needs too (lit and zod, in npm 11), so it is shown a project that has no development dependencies.
 *
 * @returns {object} without the number and the time of the run: the same sources make the same file
 */
export function softwareBillOfMaterials() {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const parent = mkdtempSync(join(tmpdir(), 'sbom-'));
  // npm takes the name of the component from the folder.
  const folder = join(parent, manifest.name);
  try {
    mkdirSync(folder);
    const { name, version, description, license, dependencies } = manifest;
    const root = { name, version, description, license, dependencies };
    const installed = Object.entries(lock.packages).filter(
      ([path, one]) => path !== '' && !one.dev && !one.devOptional,
    );
    writeFileSync(join(folder, 'package.json'), JSON.stringify(root));
    writeFileSync(
      join(folder, 'package-lock.json'),
      JSON.stringify({ ...lock, packages: { '': root, ...Object.fromEntries(installed) } }),
    );
    const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'library', '--package-lock-only'];
    const { status, stdout, stderr } = spawnSync('npm', args, {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`The build stopped: npm ${args.join(' ')} did not succeed.\n${stderr}`);
    const bom = JSON.parse(stdout);
    delete bom.serialNumber;
    delete bom.metadata.timestamp;
    return bom;
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
