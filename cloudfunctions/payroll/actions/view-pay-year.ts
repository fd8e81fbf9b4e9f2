import { strictObject } from 'valibot';
import type { Fen } from '#contracts/pay';
import type { PayslipsContract } from '#contracts/payslips';
import { opening, requireOpened } from '../../second-check/public';
import { integerBetween } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPublished } from '../data/pay-runs';
import { findSlips } from '../data/payslips';
import { monthsOfYear } from '../domain/months-of-year';
import { linesOf } from '../domain/slip-changes';
import { slipId } from '../domain/stored-slip';

/** The caller's published slips of a year, by the month that was paid for. Three reads. @throws AppError SECOND_CHECK_NEEDED */
export const viewPayYear = employeeAction<PayslipsContract['payYear']>({
  input: strictObject({ year: integerBetween(2000, 2099), opening }),
  allow: can('read', 'OwnPay'),
  async run({ input, me, now, openid }) {
    await requireOpened(input.opening, { employeeId: me._id, openid }, now);
    const months = monthsOfYear(input.year);
    const [slips, runs] = await Promise.all([
      findSlips(months.map((month) => slipId(me._id, month))),
      findPublished(months),
    ]);
    const isOut = new Set(runs.flatMap(({ _id, state }) => (state === 'published' ? [_id] : [])));
    return {
      months: months.flatMap((month) => {
        const slip = isOut.has(month) ? slips.get(slipId(me._id, month)) : undefined;
        if (!slip) return [];
        const { gross, contributions, tax, net, employer, ...apart } = slip.content.totals;
        const netApart = (apart.bonus + apart.severance - apart.bonusTax - apart.severanceTax) as Fen;
        const bonus = linesOf(slip.content).get('earnings/bonus')?.amount ?? (0 as Fen);
        return [{ month, income: gross, bonus, netApart, contributions, tax, net, employer }];
      }),
    };
  },
});
