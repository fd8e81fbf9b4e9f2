import path from 'node:path';
import { readJson } from '../lib/files';
import { type LockedPackage, type Lockfile, lockfileGaps } from '../lib/lockfile';
import { ROOT } from '../lib/root';

/** Reasons for which `npm ci` would refuse a clean clone, in one folder of the repository. */
export function lockfileProblemsIn(folder: string): string[] {
  const read = <Shape>(file: string): Shape => readJson<Shape>(path.join(ROOT, folder, file));
  const problems = lockfileProblems(read<LockedPackage>('package.json'), read<Lockfile>('package-lock.json'));
  return problems.map((problem) => path.posix.join(folder, problem));
}

/** Reasons for which `npm ci` would refuse them, and addresses that bind a clone to one registry. */
export function lockfileProblems(manifest: LockedPackage, lock: Lockfile): string[] {
  const root = lock.packages[''] ?? {};
  const differs = (['dependencies', 'devDependencies'] as const).filter(
    (kind) => !sameVersions(manifest[kind], root[kind]),
  );
  const addressed = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);
  return [
    ...addressed.map(([name]) => `package-lock.json: ${name} has a download address; see .npmrc`),
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
