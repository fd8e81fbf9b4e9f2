import { strictObject } from 'valibot';
import type { PayrollContract } from '#contracts/payroll';
import { briefOf } from '../../people/rules';
import { addMonths } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { month, nonEmptyText, revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPayRun, hasLockedAfter } from '../data/pay-runs';
import { type PayRun, withEvent } from '../domain/pay-run';
import { changeRun, touchRun } from '../services/change-run';
import { isDraft, refused } from '../services/pay-unit';

const MAX_REASON = 200;
/** People who are named in a refusal. */
const MAX_NAMED = 5;

/**
 * Opens a locked run again: its slips are hidden until it is locked by another person and published once more. Not once a
 * later month is locked, which has counted it, nor once payroll has settled a difference by itself that it would pay once more: then
 * a change becomes a difference.
 * @throws AppError NOT_FOUND, PAY_RUN_REFUSED, VERSION_CONFLICT, BUSY
 */
export const recallPay = employeeAction<PayrollContract['recallPay']>({
  input: strictObject({ month, rev: revision, reason: nonEmptyText(MAX_REASON) }),
  allow: can('decide', 'Payroll'),
  texts: ({ reason }) => [reason],
  run: ({ input: { month: of, rev, reason }, me, now }) =>
    changeRun({
      ...{ month: of, rev, by: briefOf(me) },
      isDone: (run) => run.rev === rev + 1 && run.history.at(-1)?.kind === 'recalled',
      async change(run) {
        if (isDraft(run)) throw refused('not-locked', of);
        requireNothingApart(run);
        const [hasLater, later] = await Promise.all([hasLockedAfter(of), findPayRun(addMonths(of, 1))]);
        if (hasLater) throw refused('later-locked', of);
        // Who locks it at this moment has counted this run: either they lose, or this call does.
        if (later) await touchRun(later);
        return {
          ...{ state: 'calculated', version: run.version + 1, lockedAt: null, publishedAt: null, cursor: '' },
          ...{ calculatedBy: [me._id], history: withEvent(run, 'recalled', briefOf(me), now, reason) },
        };
      },
    }),
});

/** @throws AppError PAY_RUN_REFUSED `settled-apart` with whom it would pay twice */
function requireNothingApart({ _id, settledApart = [] }: PayRun): void {
  if (settledApart.length === 0) return;
  const named = settledApart.slice(0, MAX_NAMED);
  throw new AppError('PAY_RUN_REFUSED', {
    ...{ rule: 'settled-apart', month: _id, count: settledApart.length },
    namesZh: named.map(({ name }) => name).join('、'),
    namesEn: named.map(({ name, nameEn }) => nameEn || name).join(', '),
  });
}
