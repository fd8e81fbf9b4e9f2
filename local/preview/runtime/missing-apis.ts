/** Missing APIs that were read, such as `wx.scanDocument`. */
const missing = new Set<string>();

/** The last one read in the current task. */
let latest: string | null = null;

/** Records a missing API that was read: harmless in feature detection, the cause of a TypeError that follows. */
export function noteMissingApi(name: string): void {
  missing.add(name);
  latest = name;
  setTimeout(() => {
    latest = null;
  });
}

/** The missing API whose use made this error; null if it has another cause. */
export function missingApiBehind(error: unknown): string | null {
  if (!(error instanceof TypeError)) return null;
  const called = /([\w$]+) is not a (?:function|constructor)/.exec(error.message)?.[1];
  if (called) return [...missing].find((name) => name.endsWith(`.${called}`)) ?? null;
  return /of undefined/.test(error.message) ? latest : null;
}
