import path from 'node:path';
import { findChromium } from '../../../../scripts/lib/chromium';
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

  it('is never replaced behind the back of somebody who chose one', () => {
    process.env.CHROMIUM_PATH = '/nowhere/chromium';
    expect(() => ensureBrowser()).toThrow(
      /^Chromium was not found: install it \([^\n]+\) or set CHROMIUM_PATH\.$/,
    );
  });
});
