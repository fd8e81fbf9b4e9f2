import type { PayItemVersion } from '#contracts/pay-item';
import { collection } from '../../shared/data/collection';
import { day, listOfObjects } from '../../shared/faults/checks';
import type { Change } from '../../shared/history/history';
import type { Setter } from '../../shared/history/setters';
import type { ItemSave } from '../domain/item-saves';

/** The only document of `pay_items`. */
interface StoredPayItems {
  readonly _id: string;
  readonly versions: readonly PayItemVersion[];
  readonly version: number;
  readonly history?: readonly Change[];
  readonly setBy?: readonly Setter[];
  /** Absent in those that were saved before it was kept. */
  readonly saves?: readonly ItemSave[];
}

const ID = 'company';
const payItems = collection<StoredPayItems>('pay_items', {
  versions: listOfObjects({ from: day, items: listOfObjects({}) }),
});

/** Null if they were never saved: then those that are shipped hold. */
export const findPayItems = (): Promise<StoredPayItems | null> => payItems.byId(ID);

/** @returns whether they were saved; false if the stored version is not the expected one */
export async function putPayItems(
  items: Omit<StoredPayItems, '_id'>,
  expectedVersion: number,
): Promise<boolean> {
  if (expectedVersion === 0) return (await payItems.add({ ...items, _id: ID })) === 'added';
  const changed = await payItems.updateWhere(
    () => ({ _id: ID, version: expectedVersion }),
    () => ({ ...items }),
  );
  return changed === 1;
}
