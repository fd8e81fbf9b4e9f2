import { chmodSync } from 'node:fs';
import path from 'node:path';
import { findChromium, hasHeadlessShell } from '../../../../scripts/lib/chromium';
import { ensureBrowser } from '../../../../scripts/lib/ensure-browser';
import { scratchFolder } from '../scratch-folder';

const { CHROMIUM_PATH, PATH } = process.env;

afterEach(() => {
  process.env.PATH = PATH;
  if (CHROMIUM_PATH === undefined) delete process.env.CHROMIUM_PATH;
  else process.env.CHROMIUM_PATH = CHROMIUM_PATH;
});

describe('the browser for tests', () => {
  it('is the one that CHROMIUM_PATH names, if it can run', () => {
    process.env.CHROMIUM_PATH = process.execPath;
    expect(findChromium()).toBe(process.execPath);
    process.env.CHROMIUM_PATH = path.join(scratchFolder({ chromium: 'not a program' }), 'chromium');
    expect(findChromium()).toBeNull();
  });

  it('is the one without windows, where there is one', () => {
    const whole = scratchFolder({ chromium: '' });
    const shell = scratchFolder({ 'chromium-headless-shell': '' });
    for (const file of [path.join(whole, 'chromium'), path.join(shell, 'chromium-headless-shell')])
      chmodSync(file, 0o755);
    delete process.env.CHROMIUM_PATH;
    process.env.PATH = [whole, shell].join(path.delimiter);
    expect(findChromium()).toBe(path.join(shell, 'chromium-headless-shell'));
    expect(hasHeadlessShell()).toBe(true);
  });

  it('is never replaced behind the back of somebody who chose one', () => {
    process.env.CHROMIUM_PATH = '/nowhere/chromium';
    expect(() => ensureBrowser()).toThrow(
      /^Chromium was not found: install it \([^\n]+\) or set CHROMIUM_PATH\.$/,
    );
  });
});
