import { strictObject } from 'valibot';
import type { Day, Instant } from '#contracts/common';
import type { PayChangedBy, PayrollContract } from '#contracts/payroll';
import { findBonusChanges } from '../../appraisal/public';
import { briefOf } from '../../people/rules';
import { findPayItems, haveSalariesChanged } from '../../salaries/public';
import { addMonths, daysOfMonth } from '../../shared/calendar/company-time';
import { WARM_AGE_MS } from '../../shared/data/warm-cache';
import { AppError } from '../../shared/errors/app-error';
import { month, revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { hasChangedSince } from '../data/one-off-pay';
import { findPayRun } from '../data/pay-runs';
import { changedByOf } from '../domain/changed-by';
import { type PayRun, withEvent } from '../domain/pay-run';
import { changeRun, touchRun } from '../services/change-run';
import { isDraft, refused } from '../services/pay-unit';
import { askToPublish } from '../services/tell-payroll';

/**
 * Makes a calculated run final: its slips are counted by the months after it. Nobody locks what they have calculated, or what
 * they have changed by a pay item, a bonus, a leaving, bases and rates of insurance and fund, or what a grade is worth.
 * @throws AppError NOT_FOUND, FORBIDDEN `own`, PAY_RUN_REFUSED, VERSION_CONFLICT, BUSY
 */
export const lockPay = employeeAction<PayrollContract['lockPay']>({
  input: strictObject({ month, rev: revision }),
  allow: can('decide', 'Payroll'),
  async run({ input: { month: of, rev }, me, now }) {
    const view = await changeRun({
      ...{ month: of, rev, by: briefOf(me), isDone: (run) => !isDraft(run) },
      async change(run) {
        requireComplete(run);
        if (run.calculatedBy.includes(me._id)) throw new AppError('FORBIDDEN', { rule: 'own' });
        const own = changedByOf(run, me._id);
        if (own) throw refused(ruleOf(own), of);
        const before = await findPayRun(addMonths(of, -1));
        if (before && (before.lockedAt === null || before.lockedAt > run.startedAt))
          throw refused('stale', of);
        if (run.outdatedAt) throw refused('changed', of);
        const lastDay = daysOfMonth(of).at(-1) as Day;
        const isChanged = await Promise.all([
          hasChangedSince(of, run.startedAt),
          haveSalariesChanged(run.startedAt, now, lastDay),
          haveItemsChanged(run.startedAt, now),
          haveRatesChanged(run.startedAt, now),
        ]);
        if (isChanged.includes(true)) throw refused('changed', of);
        // It cannot be recalled at the same moment: see `recallPay`.
        if (before) await touchRun(before);
        return { state: 'locked', lockedAt: now, history: withEvent(run, 'locked', briefOf(me), now) };
      },
    });
    // Also of one that is locked already: the call that locked it may have died before it told anybody.
    if (view.state === 'locked' && lockedBy(view) === me._id)
      await askToPublish(of, view.version, briefOf(me), now);
    return view;
  },
});

function ruleOf({ items, oneOff, bases }: PayChangedBy) {
  if (items.length > 0) return 'items-by-you';
  if (oneOff) return 'one-off-by-you';
  return bases ? 'bases-by-you' : 'rates-by-you';
}

/** One that was saved later may be of who has left with the month, whom no run pays the difference. One read. */
const haveItemsChanged = async (since: Instant, until: Instant): Promise<boolean> =>
  ((await findPayItems())?.saves ?? []).some(({ at }) => at > since && at <= until);

/** What grades are worth, which a run may have read as it was up to a minute before. One read. */
const haveRatesChanged = async (since: Instant, until: Instant): Promise<boolean> =>
  (await findBonusChanges((since - WARM_AGE_MS) as Instant)).some(({ at }) => at <= until);

const lockedBy = ({ history }: Pick<PayRun, 'history'>) =>
  history.findLast(({ kind }) => kind === 'locked')?.by.id;

/** What was recalled is worked out again first: the one who did so before would lock it as it was. */
function requireComplete({ _id, state, history, blockers }: PayRun): void {
  const isWorkedOut = state === 'calculated' && history.at(-1)?.kind === 'calculated';
  if (!isWorkedOut) throw refused('not-calculated', _id);
  if (blockers.length > 0) throw refused('blocked', _id);
}
