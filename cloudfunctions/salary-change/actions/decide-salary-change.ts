import { picklist, strictObject } from 'valibot';
import type { Month } from '#contracts/common';
import type { SalaryChangeContract } from '#contracts/salary-change';
import { decideOne, expectedRevision, optionalComment, type RequestDocument } from '../../approvals/engine';
import { outdateDrafts } from '../../payroll/public-drafts';
import { opening, requireOpened } from '../../second-check/public';
import { monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { loadChange, requireChange } from '../services/load-change';
import { openedChange, sealedComment } from '../services/sealed-change';

/**
 * Approves or rejects a change of salaries as a whole. Idempotent. What was approved is stored before this answers; after a
 * call that died by a retry or by the timer.
 * @throws AppError SECOND_CHECK_NEEDED, NOT_FOUND, FORBIDDEN, REQUEST_CHANGED, BUSY, SALARY_INVALID if it cannot be approved
 * any more
 */
export const decideSalaryChange = employeeAction<SalaryChangeContract['decideSalaryChange']>({
  input: strictObject({
    ...expectedRevision,
    verb: picklist(['approve', 'reject']),
    comment: optionalComment,
    opening,
  }),
  allow: can('decide', 'Payroll'),
  async run({ input: { id, rev, verb, comment, opening: opened }, me, openid, now }) {
    await requireOpened(opened, { employeeId: me._id, openid }, now);
    const preloaded = await requireChange(id, me);
    if (verb === 'approve' && preloaded.state === 'pending') {
      // Before it is looked which months are final by now: nobody locks another one without this salary meanwhile.
      await outdateDrafts(firstMonth(preloaded), now);
      const [problem] = (await loadChange(preloaded, now)).problems;
      if (problem) throw new AppError('SALARY_INVALID', problem);
    }
    const said = comment ? sealedComment(comment, id) : undefined;
    const decided = await decideOne({ id, rev, verb, me, now, preloaded, isOpened: true }, said);
    return { id, rev: decided.rev, state: decided.state };
  },
});

/** The earliest month that it pays otherwise. */
const firstMonth = (request: RequestDocument): Month =>
  openedChange(request)
    .asked.map(({ after }) => monthOf(after.from))
    .reduce((first, month) => (month < first ? month : first));
