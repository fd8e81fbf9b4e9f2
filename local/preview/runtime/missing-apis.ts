/** APIs that were read and are not there, such as `wx.scanDocument`. */
const missing = new Set<string>();

/** The one read last in the task that runs. */
let latest: string | null = null;

/** Remembers what was read as undefined: harmless in a test for it, the cause if a TypeError follows. */
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
