import type { LeaveRule } from '#contracts/leave-type';
import type { Words } from '../../locales/words';
import { type EditRow, rows } from './edit-row';

/** When the year's days are lost to sick and personal leave, of leave that is granted by service. */
export function lossRows({ grant, lostBy }: LeaveRule, words: Words): EditRow[] {
  const { t } = words;
  if (grant?.by !== 'service') return [];
  const choice = rows.choice('lostBy', t('leaveTypes.lost'), lostBy ? 'yes' : 'no', [
    ['yes', t('edit.yes')],
    ['no', t('edit.no')],
  ]);
  if (!lostBy) return [choice];
  const { sick, personal, partlyTaken } = lostBy;
  const unit = t('approval.units.days');
  return [
    choice,
    ...sick.tiers.map(({ years, months }, index) =>
      rows.number(`lostBy.tier-${index}`, t('leaveTypes.lostSick', { years }), months, {
        unit: t('edit.months'),
      }),
    ),
    rows.number('lostBy.month', t('leaveTypes.lostMonth'), sick.monthDays, { unit }),
    rows.number('lostBy.personal', t('leaveTypes.lostPersonal'), personal.days, { unit }),
    rows.choice('lostBy.partly', t('leaveTypes.lostPartly'), partlyTaken, [
      ['days-taken', t('leaveTypes.lostPartlyAs.days-taken')],
      ['whole-year', t('leaveTypes.lostPartlyAs.whole-year')],
    ]),
    rows.note('lost-source', words.pick(lostBy.source)),
  ];
}

/** The pay of leave that has lasted long, where the rule knows another one. */
export function longPayRows({ longPay }: LeaveRule, words: Words): EditRow[] {
  const { t } = words;
  if (!longPay) return [];
  return [
    rows.number('longPay.after', t('leaveTypes.longAfter'), longPay.afterMonths, { unit: t('edit.months') }),
    ...longPay.shares.map(({ years, share }, index) =>
      rows.number(`longPay.share-${index}`, t('leaveTypes.longShare', { years }), share, { unit: '%' }),
    ),
  ];
}
