import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startProduct } from '../../../local/start';
import { DEMO_DATA, MONDAY } from './morning';

/** Before all files: the demo company is made once, and every file begins with a copy of it. */
export default async function makeCompany(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongxin-e2e-demo-'));
  const product = await startProduct({ port: 0, dataDir, demo: true, now: Date.parse(MONDAY) });
  await product.close();
  process.env[DEMO_DATA] = dataDir;
}
