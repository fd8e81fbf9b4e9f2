import { optional, strictObject } from 'valibot';
import type { Month } from '#contracts/common';
import type { PayslipsContract } from '#contracts/payslips';
import { DAYS_AFTER_LEAVING, firstMonthOpen, openUntil } from '../../second-check/public';
import { month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPublished } from '../data/pay-runs';
import { findOwnSlips } from '../data/payslips';
import { briefOfSlip } from '../domain/slip-view';

const PAGE_SIZE = 24;
/** After every month that can be paid. */
const BEGINNING = '2000-01' as Month;
const END = '2100-01' as Month;

/**
 * The caller's own published slips, the latest first, without an amount; for a while after the last day those of the last
 * months. Two reads.
 * @throws AppError SETUP_MISSING
 */
export const listPayslips = employeeAction<PayslipsContract['payslips']>({
  input: strictObject({ cursor: optional(month) }),
  allow: can('read', 'OwnPay'),
  daysAfterLeaving: DAYS_AFTER_LEAVING,
  async run({ input, me, now }) {
    const first = firstMonthOpen(me, now) ?? BEGINNING;
    const { slips, next } = await findOwnSlips(me._id, input.cursor ?? END, PAGE_SIZE);
    const runs = slips.length > 0 ? await findPublished(slips.map((slip) => slip.month)) : [];
    const versions = new Map(
      runs.flatMap(({ _id, state, version }) => (state === 'published' ? [[_id, version] as const] : [])),
    );
    const items = slips.flatMap((slip) => {
      const version = versions.get(slip.month);
      return version === undefined || slip.month < first ? [] : [briefOfSlip(slip, version)];
    });
    return { items, next, openUntil: openUntil(me, now) };
  },
});
