import type { DatabaseDeclaration } from '../../local/cloud';
import { directDatabase } from '../../local/cloud/direct-database';
import { Store } from '../../local/cloud/store/store';

/** Documents of about 300 bytes; `team` and `day` are indexed, `group` holds the same as `team` without an index. */
export const ROWS: DatabaseDeclaration = {
  collections: ['rows'],
  indexes: [
    { collection: 'rows', fields: ['team'] },
    { collection: 'rows', fields: ['day', 'team'] },
  ],
};
/** Documents of one team. */
export const TEAM = 10;
const BATCH = 5000;

export function rowOf(n: number, total: number): Record<string, unknown> {
  const team = `t${n % (total / TEAM)}`;
  return { _id: `d${n}`, n, team, group: team, day: `2026-11-${n % 28}`, text: 'x'.repeat(200) };
}

/** Makes a database of `total` documents in `folder`. */
export async function makeRows(folder: string, total: number): Promise<void> {
  const store = await Store.open(folder, ROWS);
  const db = directDatabase(store);
  for (let from = 0; from < total; from += BATCH)
    await db.insertMany(
      'rows',
      Array.from({ length: Math.min(BATCH, total - from) }, (_, at) => rowOf(from + at, total)),
    );
  await store.close();
}
