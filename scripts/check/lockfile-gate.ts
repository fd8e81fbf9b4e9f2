import path from 'node:path';
import { readJson } from '../lib/files';
import { type LockedPackage, type Lockfile, lockfileGaps, readLockfile } from '../lib/lockfile';
import { ROOT } from '../lib/root';

/** Reasons for which `npm ci` would refuse a clean clone. */
export function lockfileProblems(
  manifest = readJson<LockedPackage>(path.join(ROOT, 'package.json')),
  lock: Lockfile = readLockfile(),
): string[] {
  const root = lock.packages[''] ?? {};
  const differs = (['dependencies', 'devDependencies'] as const).filter(
    (kind) => !sameVersions(manifest[kind], root[kind]),
  );
  return [
    ...differs.map((kind) => `package-lock.json: ${kind} differ from package.json; run npm install`),
    ...lockfileGaps(lock).map(
      ({ asker, name, version }) =>
        `package-lock.json: ${asker} asks for ${name}@${version}, which is not there; run npm run lockfile`,
    ),
  ];
}

function sameVersions(one: LockedPackage['dependencies'], other: LockedPackage['dependencies']): boolean {
  const text = (versions: LockedPackage['dependencies']): string =>
    JSON.stringify(Object.entries(versions ?? {}).sort());
  return text(one) === text(other);
}
