import { strictObject } from 'valibot';
import type { BonusPreview, OneOffPayContract, YearBonus } from '#contracts/one-off-pay';
import { briefOf } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { day, employeeId, month, version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { bonusEntry, way } from '../inputs/one-off';
import { bonusPreview } from '../services/bonus-preview';
import { changeOneOff } from '../services/change-one-off';

/**
 * Enters the yearly bonus that somebody is paid with the wages of a month. One a tax year is taxed by itself, whichever
 * month it was entered for. Nobody enters their own.
 * @throws AppError FORBIDDEN, NOT_FOUND, BONUS_SEPARATE_USED, ONE_OFF_REFUSED, MONTH_OUT_OF_RANGE, PAY_RUN_REFUSED,
 * VERSION_CONFLICT
 */
export const saveBonus = employeeAction<OneOffPayContract['saveBonus']>({
  input: strictObject({ employeeId, month, paidOn: day, rev: version, entry: bonusEntry, way }),
  allow: can('update', 'Payroll'),
  async run({ input: { employeeId: id, month: of, paidOn, rev, entry, way: taxed }, me, now }) {
    const { person, after } = await changeOneOff({
      ...{ employeeId: id, month: of, rev, me, now },
      async change(before, found) {
        const preview = await bonusPreview({ person: found, month: of, paidOn, entry, before, now });
        if (taxed === 'separate') requireSeparate(preview);
        const { amount, basis } = preview;
        return { leaving: before.leaving, paidOn, bonus: { amount, way: taxed, basis } };
      },
    });
    return { person: briefOf(person), rev: after.rev, bonus: after.bonus as YearBonus };
  },
});

function requireSeparate({ choice: { refused }, taxedOn }: BonusPreview): void {
  if (refused === 'used' && taxedOn) throw new AppError('BONUS_SEPARATE_USED', { day: taxedOn });
  if (refused) throw new AppError('ONE_OFF_REFUSED', { rule: 'no-separate' });
}
