import { spawnSync } from 'node:child_process';
import { findChromium, hasChineseFont } from './chromium';

const PACKAGES = ['chromium', 'fonts-noto-cjk'];

/**
 * Finds Chromium and a Chinese font; on a Debian machine where we are root, installs what is missing.
 * @returns the path of the browser
 * @throws Error with one line that says what to install
 */
export function ensureBrowser(): string {
  if (!findChromium() || !hasChineseFont()) installWithApt();
  const browser = findChromium();
  if (!browser) throw new Error(advice('Chromium was not found'));
  if (!hasChineseFont()) throw new Error(advice('No font with Chinese characters was found'));
  return browser;
}

function advice(problem: string): string {
  return `${problem}: install it (Debian: apt-get install ${PACKAGES.join(' ')}) or set CHROMIUM_PATH.`;
}

function installWithApt(): void {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || process.env.CHROMIUM_PATH || spawnSync('apt-get', ['--version']).status !== 0) return;
  console.log(`Installing ${PACKAGES.join(' and ')} for the browser tests …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]): void => {
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  run('update');
  run('install', '-y', '--no-install-recommends', 'fontconfig', ...PACKAGES);
}
