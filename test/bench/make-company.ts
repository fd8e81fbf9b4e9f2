import { createClock, readDatabaseDeclaration, startCloud } from '../../local/cloud';
import { seedDemo } from '../../local/demo/seed-demo';
import { ROOT } from '../../scripts/lib/root';
import { MORNING, PRODUCT } from './bench-cloud';

/** A process of its own, because it holds every document that it makes: the demo company of so many people in a folder. */
async function main(): Promise<void> {
  const [dataDir = '', size] = process.argv.slice(2);
  const declared = readDatabaseDeclaration(ROOT);
  const options = { dataDir, functionsDir: PRODUCT, clock: createClock(MORNING), runTimers: false };
  const cloud = await startCloud({ ...options, ...declared });
  await seedDemo(cloud.db, MORNING, Number(size));
  await cloud.close();
}

void main();
