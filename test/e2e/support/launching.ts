import { CHROMIUM_ARGS, findChromium } from '../../../scripts/lib/chromium';

/** How the browser starts. @throws Error with one line that says what to install */
export function launching(): { readonly executablePath: string; readonly args: string[] } {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error(
      'Chromium was not found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
    );
  }
  return { executablePath, args: [...CHROMIUM_ARGS] };
}
