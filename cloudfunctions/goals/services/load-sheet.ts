import type { Instant } from '#contracts/common';
import type { SheetOwner } from '#contracts/goal';
import type { SheetView } from '#contracts/goals';
import type { Employee } from '../../shared/kernel/employee';
import { findSheetNow, type SheetNow } from '../data/sheets';
import { sheetIdOf } from '../domain/sheet';
import { noSheet, sheetView } from '../domain/sheet-view';
import { accessTo } from './access';
import { namesOf } from './names';
import { findPushTarget } from './push/push-target';

/** A sheet as the caller may see it, and as it is stored: one read of sheets, the names from the warm cache. */
export async function loadSheet(
  cycleId: string,
  owner: SheetOwner,
  me: Employee,
  now: Instant,
): Promise<{ readonly view: SheetView; readonly stored: SheetNow | null; readonly canSeeAll: boolean }> {
  const canPush = (await findPushTarget(owner, me, now)) !== null;
  const access = { ...(await accessTo(owner, me, now)), canPush };
  const { canSeeAll } = access;
  const stored = await findSheetNow(sheetIdOf(cycleId, owner));
  if (!stored) return { view: noSheet(cycleId, owner, access, access.name), stored, canSeeAll };
  const { sheet, above } = stored;
  const names = await namesOf(
    [sheet, ...above].map(({ _id }) => _id),
    now,
  );
  return { view: sheetView(sheet, access, { above, names }), stored, canSeeAll };
}
