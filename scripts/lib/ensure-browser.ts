import { spawnSync } from 'node:child_process';
import { findChromium, hasChineseFont, hasHeadlessShell } from './chromium';

const SHELL = 'chromium-headless-shell';
/** Debian before 12 has no package for it. */
const WHOLE = 'chromium';
const FONT = 'fonts-noto-cjk';
/** Fails fast without a network, if a browser is already installed. */
const APT_OPTIONS = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=10'];

/**
 * Finds Chromium and a Chinese font; on Debian as root, installs what is missing.
 * @returns the path of the browser
 * @throws Error with one line that says what to install
 */
export function ensureBrowser(): string {
  if (!hasHeadlessShell() || !hasChineseFont()) installWithApt();
  const browser = findChromium();
  if (!browser) throw new Error(advice('Chromium was not found'));
  if (!hasChineseFont()) throw new Error(advice('No font with Chinese characters was found'));
  return browser;
}

function advice(problem: string): string {
  return `${problem}: install it (Debian: apt-get install ${SHELL} ${FONT}) or set CHROMIUM_PATH.`;
}

function installWithApt(): void {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || process.env.CHROMIUM_PATH || spawnSync('apt-get', ['--version']).status !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]): void => {
    spawnSync('apt-get', ['-qq', ...APT_OPTIONS, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  const install = (...names: string[]): void => {
    console.log(`Installing ${names.join(' and ')} for the browser tests …`);
    run('install', '-y', '--no-install-recommends', ...names);
  };
  run('update');
  if (!hasHeadlessShell()) install(SHELL);
  if (!findChromium()) install(WHOLE);
  if (!hasChineseFont()) install('fontconfig', FONT);
}
