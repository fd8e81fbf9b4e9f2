/** How long a test waits for what is certain to come, ms: on a busy machine a second's work takes half a minute. */
export const PATIENCE_MS = 120_000;

/** Looks again until it is so. @returns the last answer, also if it is still false when patience ends */
export async function seenInTime(isSo: () => Promise<boolean> | boolean, everyMs = 20): Promise<boolean> {
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    const found = await isSo();
    if (found || Date.now() > end) return found;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
