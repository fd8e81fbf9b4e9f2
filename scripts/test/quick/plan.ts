/** Tests that are too slow for a quick run: races, kills, faults, random input. */
const SLOW = /^test\/(race|fault|soak|e2e)\/|fuzz|kill|invite-guessing/;

/** Assumed duration of a file that has not run here yet, s. */
const DEFAULT_SECONDS = { cloud: 6, other: 1.5 };

export interface Plan {
  readonly run: readonly string[];
  /** Kinds of test that a quick run never includes. */
  readonly slow: readonly string[];
  /** Tests that exceed the time budget. */
  readonly overBudget: readonly string[];
}

/**
 * Selects test files that fit into `seconds`: changed ones first, then those of changed folders, short before long.
 */
export function planTests(
  tests: readonly string[],
  changed: readonly string[],
  seconds: number,
  times: Readonly<Record<string, number>>,
): Plan {
  const isChanged = (test: string): boolean => changed.includes(test) && !/^test\/(soak|e2e)\//.test(test);
  const timeOf = (test: string): number => times[test] ?? defaultSeconds(test);
  const slow = tests.filter((test) => SLOW.test(test) && !isChanged(test));
  const rankOf = (test: string): number => (isChanged(test) ? 0 : isBeside(test, changed) ? 1 : 2);
  const inOrder = tests
    .filter((test) => !slow.includes(test))
    .sort((a, b) => rankOf(a) - rankOf(b) || timeOf(a) - timeOf(b));
  const [run, overBudget]: [string[], string[]] = [[], []];
  let left = seconds;
  for (const test of inOrder) {
    const fits = timeOf(test) <= left;
    (fits ? run : overBudget).push(test);
    if (fits) left -= timeOf(test);
  }
  return { run, slow, overBudget };
}

const defaultSeconds = (test: string): number =>
  /\.cloud\.test|^test\/contract\/|every-action|access/.test(test)
    ? DEFAULT_SECONDS.cloud
    : DEFAULT_SECONDS.other;

/** Unit tests mirror the tree: `test/unit/cloudfunctions/people/…` belongs to `cloudfunctions/people/…`. */
function isBeside(test: string, changed: readonly string[]): boolean {
  const folder = /^test\/unit\/([^/]+\/[^/]+\/)./.exec(test)?.[1];
  return folder !== undefined && changed.some((file) => file.startsWith(folder));
}
