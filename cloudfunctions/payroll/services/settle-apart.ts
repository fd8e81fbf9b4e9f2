import type { Month } from '#contracts/common';
import type { PayAnswer } from '#contracts/payslips';
import type { PersonBrief } from '#contracts/person';
import { briefOf, isEmployedIn } from '../../people/rules';
import { addMonths } from '../../shared/calendar/company-time';
import { inTransaction } from '../../shared/data/transaction';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { findPayRun, putPayRun } from '../data/pay-runs';
import { findSlip, putAnswers } from '../data/payslips';
import { asPaidNow, withSettled } from '../domain/dispute';
import type { PayRun } from '../domain/pay-run';
import type { StoredSlip } from '../domain/stored-slip';
import type { PayReach } from '../rules-reach';
import { MONTHS_AGAIN } from './run-facts';

interface Settling {
  readonly person: Employee;
  readonly month: Month;
  /** As the caller saw the slip. */
  readonly rev: number;
  readonly id: string;
  readonly reach: PayReach;
  readonly settled: NonNullable<PayAnswer['settled']>;
}

/**
 * Saves that a difference is settled together with the runs that would pay it once more: that of its own month, and the last one
 * if it has worked that out again for the person. Each is marked, so that it is not recalled, and whoever recalls it at this moment
 * has read it before, and loses. Idempotent.
 * @throws AppError NOT_FOUND, PAY_DISPUTE_REFUSED, VERSION_CONFLICT, BUSY
 */
export const settleApart = ({ person, month, rev, id, reach, settled }: Settling): Promise<StoredSlip> =>
  inTransaction(async (put) => {
    const last = reach.again.at(-1) ?? month;
    const isReached = month >= addMonths(last, -MONTHS_AGAIN) && isEmployedIn(person, last);
    const months = [...new Set([month, ...(isReached ? [last] : [])])];
    const [slip, ...runs] = await Promise.all([findSlip(person._id, month), ...months.map(findPayRun)]);
    if (!slip) throw new AppError('NOT_FOUND', { what: 'dispute' });
    const found = runs.map((run, index) => requirePublished(run, index));
    const owed = asPaidNow(slip.disputes, month, person, reach);
    const disputes = withSettled(owed, id, settled);
    if (disputes === owed) return slip;
    if (slip.rev !== rev) throw new AppError('VERSION_CONFLICT', { version: slip.rev });
    for (const run of found) await putPayRun(put, withPerson(run, briefOf(person)));
    return putAnswers(put, slip, { ...slip, disputes });
  });

/**
 * A month that was recalled is worked out once more, and pays it. The last run pays it with its publication if it has worked it out
 * after the answer.
 */
function requirePublished(run: PayRun | null, index: number): PayRun {
  if (run?.state === 'published') return run;
  const isOwn = index === 0;
  throw new AppError('PAY_DISPUTE_REFUSED', { rule: isOwn ? 'recalled' : 'unpublished' });
}

const withPerson = (run: PayRun, person: PersonBrief): PayRun => {
  const { settledApart = [] } = run;
  return settledApart.some(({ id }) => id === person.id)
    ? run
    : { ...run, settledApart: [...settledApart, person] };
};
