import { randomBytes } from 'node:crypto';
import type { Instant, Month } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import {
  type HeldReport,
  type ReportDocument,
  type ReportOrder,
  reportIdOf,
  type StoredFile,
} from '../domain/report';

const reports = collection<ReportDocument>('reports');

/** A name that nobody guesses (128 bits), decided once for each version of a report. */
const newFolder = (month: Month): string => `reports/${month}/${randomBytes(16).toString('hex')}`;

export const findReport = (order: ReportOrder): Promise<ReportDocument | null> =>
  reports.byId(reportIdOf(order));

/** Newest month first. */
export const findReportsSince = (month: Month, limit: number): Promise<ReportDocument[]> =>
  reports.list((_) => ({ month: _.gte(month) }), limit, [
    ['month', 'desc'],
    ['_id', 'asc'],
  ]);

/** Begins a report, held by the caller. @returns null if somebody else began it in between */
export async function beginReport(
  { kind, month, format, language }: ReportOrder,
  byName: string,
  startedAt: Instant,
  heldUntil: Instant,
): Promise<HeldReport | null> {
  const order = { kind, month, format, language };
  const fresh: HeldReport = {
    _id: reportIdOf(order),
    ...order,
    state: 'running',
    files: [],
    startedAt,
    rev: 1,
    cursor: '',
    heldUntil,
    folder: newFolder(month),
    outdated: [],
    byName,
  };
  return (await reports.add(fresh)) === 'added' ? fresh : null;
}

/**
 * Goes on with a report where it was left, held by the caller; a finished one begins anew in another folder, so that a
 * link that was given out shows the same file until it is removed.
 */
export function holdReport(
  before: ReportDocument,
  byName: string,
  now: Instant,
  heldUntil: Instant,
): Promise<HeldReport | null> {
  const { month, folder = newFolder(month) } = before;
  if (before.state === 'running') return change(before, { heldUntil, folder });
  const outdated = before.files.map(({ fileId }) => fileId);
  const fresh = {
    files: [],
    leftOut: 0,
    cursor: '',
    startedAt: now,
    folder: newFolder(month),
    outdated,
    byName,
  };
  return change(before, { state: 'running' as const, heldUntil, ...fresh });
}

/** Adds a piece. @returns null if the caller does not hold the report any more */
export function addPiece(
  before: ReportDocument,
  file: StoredFile | null,
  { cursor, ended, leftOut }: { cursor: string; ended: boolean; leftOut: number },
): Promise<ReportDocument | null> {
  const files = file ? [...before.files, file] : before.files;
  const state = ended ? ('done' as const) : ('running' as const);
  const counted = { leftOut: (before.leftOut ?? 0) + leftOut };
  return change(before, { files, cursor, state, ...counted, heldUntil: 0 as Instant });
}

export const releaseReport = (before: ReportDocument) => change(before, { heldUntil: 0 as Instant });

/** Takes back a report that has nothing in it. */
export async function removeReport({ _id, rev }: ReportDocument): Promise<void> {
  await reports.removeWhere(() => ({ _id, rev }));
}

/** @returns the document as it is now, or null if somebody else changed it in between */
async function change<T extends Partial<ReportDocument>>(
  before: ReportDocument,
  fields: T,
): Promise<(ReportDocument & T) | null> {
  const { _id, rev } = before;
  const changed = await reports.updateWhere(
    () => ({ _id, rev }),
    () => ({ ...fields, rev: rev + 1 }),
  );
  return changed === 1 ? { ...before, ...fields, rev: rev + 1 } : null;
}
