import { writeFileSync } from 'node:fs';
import { LOCKFILE, type LockfileGap, lockfileGaps, readLockfile } from './lib/lockfile';

const SYSTEMS = ['android', 'darwin', 'linux', 'freebsd', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64'];

/**
 * `npm run lockfile`: adds the optional packages of other platforms that npm left out because the registry at
 * hand did not offer them. Their names say for which system and processor they are.
 */
export function main(): void {
  const lock = readLockfile();
  const gaps = lockfileGaps(lock);
  for (const gap of gaps) lock.packages[`node_modules/${gap.name}`] = entryOf(gap);
  const { '': root = {}, ...others } = lock.packages;
  const sorted = Object.entries(others).sort(([one], [other]) => one.localeCompare(other, 'en'));
  lock.packages = { '': root, ...Object.fromEntries(sorted) };
  writeFileSync(LOCKFILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Added ${gaps.length} packages to package-lock.json.`);
}

/** @throws Error for a package that is not one of a platform, or not asked for in one version */
function entryOf({ name, version, isDev }: LockfileGap): object {
  const system = SYSTEMS.find((word) => new RegExp(`[/-]${word}(-|$)`).test(name));
  const processor = PROCESSORS.find((word) => name.includes(`-${word}`));
  if (!system || !processor || !/^\d/.test(version)) {
    throw new Error(`${name}@${version} is not a package of one platform: run npm install.`);
  }
  const library = system === 'linux' ? { libc: [/musl/.test(name) ? 'musl' : 'glibc'] } : {};
  return {
    version,
    cpu: [processor],
    ...(isDev ? { dev: true } : {}),
    optional: true,
    os: [system],
    ...library,
  };
}
