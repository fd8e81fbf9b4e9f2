import type { FileSet } from '../../wechat/file-set';
import { MAIN, packageFinder, subpackageRoots } from './packages';

const KB = 1024;

/** Our budgets, far below the platform's 2 MB per package and 30 MB in total. */
const BUDGET = { main: 800 * KB, sub: 1024 * KB, total: 5 * 1024 * KB } as const;

export interface PackageSize {
  /** `main`, the root folder of a subpackage, or `total`. */
  readonly name: string;
  readonly bytes: number;
  readonly budget: number;
}

/** Bytes of every package of the compiler's output, and of all together. */
export function measurePackages(files: FileSet): PackageSize[] {
  const packageOf = packageFinder(files);
  const bytes = new Map([MAIN, ...subpackageRoots(files)].map((name): [string, number] => [name, 0]));
  for (const [file, content] of files) {
    const name = packageOf(file);
    bytes.set(name, (bytes.get(name) ?? 0) + content.length);
  }
  const total = [...bytes.values()].reduce((sum, each) => sum + each, 0);
  return [
    ...[...bytes].map(([name, size]) => ({
      name,
      bytes: size,
      budget: name === MAIN ? BUDGET.main : BUDGET.sub,
    })),
    { name: 'total', bytes: total, budget: BUDGET.total },
  ];
}

/** One sentence per package that is over its budget. */
export function sizeProblems(sizes: readonly PackageSize[]): string[] {
  return sizes
    .filter(({ bytes, budget }) => bytes > budget)
    .map(
      ({ name, bytes, budget }) => `package ${name}: ${inKb(bytes)} is over its budget of ${inKb(budget)}`,
    );
}

function inKb(bytes: number): string {
  return `${(bytes / KB).toFixed(1)} KB`;
}
