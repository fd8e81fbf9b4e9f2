import { strictObject } from 'valibot';
import type { Month } from '#contracts/common';
import type { InsuranceContract } from '#contracts/insurance-records';
import { findContributions } from '../../insurance/public';
import { opening, requireOpened } from '../../second-check/public';
import { integerBetween } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPublished } from '../data/pay-runs';
import { monthsOfYear } from '../domain/months-of-year';

/**
 * The caller's own insurance and fund by month of a year, for both sides, as published: of a month that is being published
 * or was recalled nothing is shown. A base is close to a salary, so it is behind the second check. Three reads.
 * @throws AppError SECOND_CHECK_NEEDED
 */
export const listOwnContributions = employeeAction<InsuranceContract['ownContributions']>({
  input: strictObject({ year: integerBetween(2020, 2099), opening }),
  allow: can('read', 'OwnPay'),
  async run({ input, me, now, openid }) {
    await requireOpened(input.opening, { employeeId: me._id, openid }, now);
    const months = monthsOfYear(input.year);
    const [found, runs] = await Promise.all([
      findContributions(me._id, months[0] as Month, months.at(-1) as Month),
      findPublished(months),
    ]);
    const isOut = new Set(
      runs.flatMap(({ _id, state, version }) => (state === 'published' ? [`${_id}:${version}`] : [])),
    );
    return {
      months: found
        .filter(({ month, version }) => isOut.has(`${month}:${version}`))
        .map(({ month, city, lines }) => ({ month, city, lines })),
    };
  },
});
