import type { Instant, Month } from '#contracts/common';
import { addMonths } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { findPublished } from '../data/pay-runs';
import { findSlips } from '../data/payslips';
import { type StoredSlip, slipId } from '../domain/stored-slip';

/** The slip of a published run, with the run's version. */
export interface OwnSlip {
  readonly slip: StoredSlip;
  readonly version: number;
  readonly publishedAt: Instant;
  /** The slip of the month before, if that is published. */
  readonly before: StoredSlip | null;
}

/**
 * Somebody's own slip of a month. Two reads.
 * @throws AppError NOT_FOUND before it is published, while it is recalled, and where there is none: the three are not told
 * apart
 */
export async function findOwnSlip(employeeId: string, month: Month): Promise<OwnSlip> {
  const earlier = addMonths(month, -1);
  const [slips, runs] = await Promise.all([
    findSlips([slipId(employeeId, month), slipId(employeeId, earlier)]),
    findPublished([month, earlier]),
  ]);
  const slip = slips.get(slipId(employeeId, month));
  const run = runs.find(({ _id }) => _id === month);
  if (!slip || run?.state !== 'published' || run.publishedAt === null)
    throw new AppError('NOT_FOUND', { what: 'payslip' });
  const isEarlierOut = runs.some(({ _id, state }) => _id === earlier && state === 'published');
  const before = isEarlierOut ? (slips.get(slipId(employeeId, earlier)) ?? null) : null;
  return { slip, version: run.version, publishedAt: run.publishedAt, before };
}
