import { strictObject } from 'valibot';
import type { Leaving, OneOffPayContract } from '#contracts/one-off-pay';
import { averageBounds } from '../../insurance/rules';
import { monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeId, month, version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { leaving } from '../inputs/one-off';
import { changeOneOff } from '../services/change-one-off';

/**
 * Why somebody leaves, which decides about severance pay; entered for the month of the last day. Nobody enters their own.
 * @throws AppError FORBIDDEN, NOT_FOUND, ONE_OFF_REFUSED, PAY_RUN_REFUSED, VERSION_CONFLICT
 */
export const saveLeaving = employeeAction<OneOffPayContract['saveLeaving']>({
  input: strictObject({ employeeId, month, rev: version, leaving }),
  allow: can('update', 'Payroll'),
  texts: ({ leaving: { average } }) => (average?.source ? [average.source] : []),
  async run({ input: { employeeId: id, month: of, rev, leaving: decided }, me, now }) {
    const { after } = await changeOneOff({
      ...{ employeeId: id, month: of, rev, me, now },
      change({ bonus }, { leftOn, city }) {
        const isLeaving = leftOn !== null && monthOf(leftOn) === of;
        if (!isLeaving) throw new AppError('ONE_OFF_REFUSED', { rule: 'not-leaving' });
        if (decided.average) requireAverage(decided.average, city, Number(of.slice(0, 4)));
        return { bonus, leaving: decided };
      },
    });
    return { rev: after.rev };
  },
});

/** The average of the year before, or of the one before that while nothing newer is out (财税〔2018〕164号), of a month. */
function requireAverage({ year, monthly }: NonNullable<Leaving['average']>, city: string, now: number): void {
  if (year >= now || year < now - 2) throw new AppError('ONE_OFF_REFUSED', { rule: 'average-year' });
  const { least, most } = averageBounds(city, year);
  if (monthly < least || monthly > most)
    throw new AppError('ONE_OFF_REFUSED', { rule: 'average', least, most });
}
