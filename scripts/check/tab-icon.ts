import { statSync } from 'node:fs';
import path from 'node:path';

const MAX_ICON_BYTES = 40 * 1024;

/** @returns what is wrong with a tab icon, by the platform's limits: PNG or JPEG of at most 40 KB. */
export function iconProblems(root: string, icon: string): string[] {
  const stat = statSync(path.join(root, icon), { throwIfNoEntry: false });
  if (!stat) return [`tab icon ${icon} is missing`];
  if (!/\.(png|jpe?g)$/.test(icon)) return [`tab icon ${icon} is neither PNG nor JPEG`];
  return stat.size > MAX_ICON_BYTES
    ? [`tab icon ${icon} has ${stat.size} bytes, over ${MAX_ICON_BYTES}`]
    : [];
}
