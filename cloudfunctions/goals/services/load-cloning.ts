import type { Instant } from '#contracts/common';
import type { SheetOwner } from '#contracts/goal';
import { AppError } from '../../shared/errors/app-error';
import { findSheetsByIds } from '../data/sheets';
import { alignedPlaces, type Cloning } from '../domain/clone/cloned';
import { sheetIn } from '../domain/clone/place-in';
import { cycleOfId } from '../domain/cycle';
import { emptySheet, type Sheet, sheetIdOf } from '../domain/sheet';

/**
 * The goals of an owner in an earlier cycle, with the sheets that they counted for and those that they can count for in the new
 * one: two reads, one without alignments. Null without goals there.
 * @throws AppError INPUT_INVALID unless the cycle is an earlier one of the same kind
 */
export async function loadCloning(
  { cycleId, from, owner }: { readonly cycleId: string; readonly from: string; readonly owner: SheetOwner },
  now: Instant,
): Promise<{ readonly cloning: Cloning | null; readonly target: Sheet }> {
  const [earlier, later] = [cycleOfId(from), cycleOfId(cycleId)];
  if (earlier.kind !== later.kind || earlier.from >= later.from)
    throw new AppError('INPUT_INVALID', { path: 'from', rule: 'earlier' });
  const [sourceId, targetId] = [sheetIdOf(from, owner), sheetIdOf(cycleId, owner)];
  const own = await findSheetsByIds([sourceId, targetId]);
  const source = own.find(({ _id }) => _id === sourceId);
  const target = own.find(({ _id }) => _id === targetId) ?? emptySheet(cycleId, owner, 0, now);
  if (!source) return { cloning: null, target };
  const before = alignedPlaces(source).map(({ sheetId }) => sheetId);
  const after = before.flatMap((id) => sheetIn(id, cycleId) ?? []);
  const wanted = [...new Set([...before, ...after])];
  const found = wanted.length > 0 ? await findSheetsByIds(wanted) : [];
  const of = (ids: readonly string[]): Sheet[] => found.filter(({ _id }) => ids.includes(_id));
  return { cloning: { source, target, around: of(after), above: of(before) }, target };
}
