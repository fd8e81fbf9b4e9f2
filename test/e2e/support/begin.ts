import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { firstBuildOf } from '../../../local/preview/server';
import { startProduct } from '../../../local/start';
import { compileForWechat, WECHAT_OUTPUT } from '../../../scripts/wechat/compile';
import { launching } from './launching';
import { BROWSER, buildFile, demoDataOf, MADE, MORNINGS, madeBefore } from './made-before';

/**
 * Before all files: one browser, one build of the preview from what WeChat's compiler
 * makes of the sources, and a demo company with a copy of which
 * files begin.
 */
export default async function begin(): Promise<void> {
  const made = mkdtempSync(path.join(tmpdir(), 'tongxin-e2e-made-'));
  process.env[MADE] = made;
  await compileForWechat();
  const first = await firstBuildOf(WECHAT_OUTPUT);
  // Each file reads it; half of it would be the map for debuggers.
  const plain = { ...first, built: { ...first.built, map: '{}' } };
  writeFileSync(buildFile(made), JSON.stringify(plain));
  for (const morning of MORNINGS) {
    const dataDir = demoDataOf(morning) ?? made;
    const options = { port: 0, demo: true, appraisals: false, first };
    const product = await startProduct({ ...options, dataDir, now: Date.parse(morning) });
    await product.close();
  }
  madeBefore.browser = await chromium.launchServer(launching());
  process.env[BROWSER] = madeBefore.browser.wsEndpoint();
}
