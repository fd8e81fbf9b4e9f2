import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { startProduct } from '../../../local/start';
import { launching } from './launching';
import { BROWSER, DEMO_DATA, MONDAY, madeBefore } from './made-before';

/** Before all files: one browser, and one demo company, with a copy of which every file begins. */
export default async function begin(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongxin-e2e-demo-'));
  const product = await startProduct({ port: 0, dataDir, demo: true, now: Date.parse(MONDAY) });
  await product.close();
  const browser = await chromium.launchServer(launching());
  process.env[DEMO_DATA] = dataDir;
  process.env[BROWSER] = browser.wsEndpoint();
  madeBefore.browser = browser;
}
