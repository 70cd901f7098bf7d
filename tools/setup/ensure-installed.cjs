'use strict';
// Plain JavaScript without dependencies: it runs before anything is installed.
const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');
const oldest = [20, 19];

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether node_modules holds what the lock file says, by npm's own record of it, which an install that was broken off leaves unwritten. */
function isInstalled(folder) {
  const record = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const locked = packagesOf(join(folder, 'package-lock.json'));
  const there = packagesOf(record);
  return (
    Object.keys(there).every((path) => path in locked) &&
    Object.entries(locked).every(([path, { version, integrity, optional }]) =>
      // The workspace itself is not in the record, and what is for other platforms is optional.
      path in there ? there[path].version === version && there[path].integrity === integrity : optional || path === '',
    )
  );
}

/** Ends with a clear word on a Node that is too old; installs the locked packages when they are missing or of another lock file. */
function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    console.error(`Fivepoint needs Node ${oldest.join('.')} or newer; this is ${process.version}.`);
    process.exit(1);
  }
  if (isInstalled(root)) return;
  console.log('Installing packages (once, a minute or two) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed; its own message above says why.');
    process.exit(status ?? 1);
  }
}

module.exports = { ensureInstalled, isInstalled };
// `node tools/setup/ensure-installed.cjs`, before commands that are not ours.
if (require.main === module) ensureInstalled();
