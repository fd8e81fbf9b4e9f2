import type { Instant } from '#contracts/common';
import type { PayItem } from '#contracts/pay-item';
import type { PersonBrief } from '#contracts/person';

/** Who has saved an item as something else than it was, or removed it, and when; the history of a setting drops its details. */
export interface ItemSave {
  readonly itemId: string;
  readonly at: Instant;
  readonly by: PersonBrief;
}

/** Of an item: more hands than that within a month are named by the latest. */
const MAX_SAVES = 5;

/** The saves after another one, the newest first. `before`: what held on the day from which `now` holds. */
export function withSaves(
  saves: readonly ItemSave[],
  before: readonly PayItem[],
  now: readonly PayItem[],
  { at, by }: Omit<ItemSave, 'itemId'>,
): readonly ItemSave[] {
  const texts = new Map(before.map((item) => [item.id, JSON.stringify(sorted(item))]));
  const changed = now.filter((item) => texts.get(item.id) !== JSON.stringify(sorted(item)));
  const kept = new Set(now.map(({ id }) => id));
  const removed = before.filter(({ id }) => !kept.has(id));
  const all = [...[...changed, ...removed].map(({ id: itemId }) => ({ itemId, at, by })), ...saves];
  return all.filter((each, index) => {
    const newer = all.slice(0, index).filter(({ itemId }) => itemId === each.itemId);
    return newer.length < MAX_SAVES;
  });
}

/** The database does not keep the order of fields. */
const sorted = (item: PayItem) => Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1));
