import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Chromium without windows: it renders the same pages with about half of the CPU time. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Switches that disable background traffic and services. */
export const CHROMIUM_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of the browser for tests, benchmarks and screenshots; CHROMIUM_PATH comes first. Null if none. */
export function findChromium(): string | null {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return canRun(chosen) ? chosen : null;
  return [...placesOf(SHELLS), ...placesOf(NAMES), MAC].find(canRun) ?? null;
}

/** True if no installation is needed. */
export const hasHeadlessShell = (): boolean => placesOf(SHELLS).some(canRun);

function placesOf(names: readonly string[]): string[] {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...FOLDERS].filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
}

/** True if a font with Chinese characters is installed, so that screenshots show characters, not boxes. */
export function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
