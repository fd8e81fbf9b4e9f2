export interface LockedPackage {
  readonly version?: string;
  /** Where npm got it; left out by our .npmrc, as it names one registry. */
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lockfile {
  packages: Record<string, LockedPackage>;
}

/** A dependency that is missing in the lockfile. */
export interface LockfileGap {
  readonly asker: string;
  readonly name: string;
  readonly version: string;
  readonly isDev: boolean;
}

/**
 * What `npm ci` would call missing. Optional packages of other platforms belong to a lockfile too; npm before 11
 * may leave them out, and then refuses its own lockfile.
 */
export function lockfileGaps({ packages }: Lockfile): LockfileGap[] {
  return Object.entries(packages).flatMap(([asker, locked]) => {
    const wanted = { ...locked.devDependencies, ...locked.dependencies, ...locked.optionalDependencies };
    return Object.entries(wanted)
      .filter(([name]) => !isLocked(packages, asker, name))
      .map(([name, version]) => ({
        asker: asker || 'package.json',
        name,
        version,
        isDev: locked.dev === true,
      }));
  });
}

/** Node resolves a package in the dependent's node_modules, then in those of its parent folders. */
function isLocked(packages: Lockfile['packages'], asker: string, name: string): boolean {
  const steps = asker.split(/(?:^|\/)node_modules\//).filter(Boolean);
  const folders = steps.map((_, at) =>
    steps
      .slice(0, at + 1)
      .map((step) => `node_modules/${step}/`)
      .join(''),
  );
  return ['', ...folders].some((folder) => packages[`${folder}node_modules/${name}`] !== undefined);
}
