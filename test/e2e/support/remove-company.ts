import { rmSync } from 'node:fs';
import { DEMO_DATA } from './morning';

export default function removeCompany(): void {
  const dataDir = process.env[DEMO_DATA];
  if (dataDir) rmSync(dataDir, { recursive: true });
}
