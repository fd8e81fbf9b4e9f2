import type { Month } from '#contracts/common';
import type { PayRunView } from '#contracts/payroll';
import type { PersonBrief } from '#contracts/person';
import { AppError } from '../../shared/errors/app-error';
import { findPayRun, savePayRun } from '../data/pay-runs';
import { type PayRun, payRunView } from '../domain/pay-run';

interface RunChange {
  readonly month: Month;
  /** As the caller saw it. */
  readonly rev: number;
  readonly by: PersonBrief;
  /** Whether the run is already where the change leads, such as on a second tap. */
  readonly isDone: (run: PayRun) => boolean;
  /** The change, or an AppError. */
  readonly change: (run: PayRun) => Promise<Partial<PayRun>> | Partial<PayRun>;
}

/**
 * Makes whoever changes the run of another month at this moment, and has read this one before, lose: what is decided about a
 * month relies on the month beside it, and two documents that are only read are not held still by anything.
 * @throws AppError BUSY if this run was changed meanwhile
 */
export async function touchRun(run: PayRun): Promise<void> {
  if (!(await savePayRun(run, {}))) throw new AppError('BUSY', {});
}

/**
 * Changes a run at the revision that the caller saw. Idempotent.
 * @throws AppError NOT_FOUND, VERSION_CONFLICT, and what `change` throws
 */
export async function changeRun({ month, rev, by, isDone, change }: RunChange): Promise<PayRunView> {
  const run = await findPayRun(month);
  if (!run) throw new AppError('NOT_FOUND', { what: 'pay-run' });
  if (isDone(run)) return payRunView(run, by.id);
  const saved = run.rev === rev ? await savePayRun(run, await change(run)) : null;
  if (saved) return payRunView(saved, by.id);
  // As it is by now: somebody else may have done the same at this moment.
  const now = (run.rev === rev && (await findPayRun(month))) || run;
  if (isDone(now)) return payRunView(now, by.id);
  throw new AppError('VERSION_CONFLICT', { version: now.rev });
}
