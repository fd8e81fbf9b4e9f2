import path from 'node:path';

const FOLDER = 'miniprogram_npm';

/** Where a package that `from` names may lie: in each `miniprogram_npm` on the way up. */
export function npmPlaces(from: string, specifier: string): string[] {
  const folder = path.posix.dirname(from);
  const here = path.posix.join(folder, FOLDER, specifier);
  return folder === '.' ? [here] : [here, ...npmPlaces(folder, specifier)];
}
