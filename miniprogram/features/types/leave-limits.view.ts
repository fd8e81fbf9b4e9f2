import type { LeaveRule } from '#contracts/leave-type';
import { LEAVE_DAY_MINUTES } from '../../common/units';
import type { Words } from '../../locales/words';
import { type EditRow, rows } from './edit-row';

export const yesNo = (words: Words) =>
  [
    ['yes', words.t('edit.yes')],
    ['no', words.t('edit.no')],
  ] as const;

/** Leave minutes as days; nothing for no limit. */
export const days = (minutes: number | null): number | null =>
  minutes === null ? null : minutes / LEAVE_DAY_MINUTES;

/** How a leave is asked for and counted. */
export function timeRows(rule: LeaveRule, words: Words): EditRow[] {
  const { t } = words;
  const steps = [15, 30, 60, 120, 240].map(
    (step) => [String(step), t('leaveTypes.step', { minutes: step })] as const,
  );
  return [
    rows.choice('unit', t('leaveTypes.unit'), rule.unit, [
      ['day', t('leaveTypes.units.day')],
      ['half', t('leaveTypes.units.half')],
      ['hour', t('leaveTypes.units.hour')],
    ]),
    ...(rule.unit === 'hour' ? [rows.choice('step', t('leaveTypes.steps'), String(rule.step), steps)] : []),
    rows.choice('counts', t('leaveTypes.counting'), rule.counts, [
      ['working-days', t('leaveTypes.counts.working-days')],
      ['without-statutory', t('leaveTypes.counts.without-statutory')],
      ['calendar-days', t('leaveTypes.counts.calendar-days')],
    ]),
  ];
}

/** Who may take it, how much at once, and with which papers. */
export function limitRows(rule: LeaveRule, words: Words): EditRow[] {
  const { t } = words;
  const unit = t('approval.units.days');
  const { attachment } = rule;
  const most = { unit, placeholder: t('leaveTypes.noLimit') };
  return [
    rows.number('mostPerRequest', t('leaveTypes.mostPerRequest'), days(rule.mostPerRequest), most),
    rows.number('mostPerYear', t('leaveTypes.mostPerYear'), days(rule.mostPerYear), most),
    rows.choice(
      'attachment',
      t('leaveTypes.attachment'),
      attachment ? (attachment.later ? 'later' : 'first') : 'none',
      [
        ['none', t('leaveTypes.attachments.none')],
        ['first', t('leaveTypes.attachments.first')],
        ['later', t('leaveTypes.attachments.later')],
      ],
    ),
    ...(attachment
      ? [rows.number('attachment.after', t('leaveTypes.attachmentAfter'), days(attachment.after), { unit })]
      : []),
    rows.number('waitingMonths', t('leaveTypes.waiting'), rule.waitingMonths, { unit: t('edit.months') }),
    rows.choice(
      'notInProbation',
      t('leaveTypes.notInProbation'),
      rule.notInProbation ? 'yes' : 'no',
      yesNo(words),
    ),
    rows.choice('sex', t('leaveTypes.sex'), rule.sex ?? 'any', [
      ['any', t('leaveTypes.sexes.any')],
      ['female', t('leaveTypes.sexes.female')],
      ['male', t('leaveTypes.sexes.male')],
    ]),
    rows.choice('blockable', t('leaveTypes.blockable'), rule.blockable ? 'yes' : 'no', yesNo(words)),
  ];
}
