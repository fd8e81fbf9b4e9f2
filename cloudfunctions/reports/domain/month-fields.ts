import type { LocalText, Minutes } from '#contracts/common';
import type { LeaveTypeSettings } from '#contracts/leave-type';
import type { MonthAttendance, MonthDay, PayItems } from '#contracts/month';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import { wordsIn } from '../../shared/words/words';
import { type AboutPerson, peopleFields } from './people-fields';
import { type Field, field, optional } from './table';

export interface PersonMonth extends AboutPerson {
  readonly days: readonly MonthDay[];
  readonly totals: MonthAttendance['totals'];
  readonly pay: PayItems;
}

type Leave = PayItems['leave'][number];
type MonthField = Field<PersonMonth>;

export const hours = (minutes: Minutes): number => Math.round((minutes / 60) * 100) / 100;
const leaveDays = (minutes: Minutes): number => Math.round((minutes / LEAVE_DAY_MINUTES) * 1_000) / 1_000;

const sum = <T>(all: readonly T[], figure: (each: T) => number): number =>
  all.reduce((total, each) => total + figure(each), 0);

/** Nothing for nobody, so that a column without anybody can be left out. */
const orNull = (figure: number): number | null => (figure === 0 ? null : figure);

const attendance: readonly MonthField[] = [
  field('应出勤（天）', 'Days due', 'days', 9, ({ days }) => sum(days, ({ shift }) => (shift ? 1 : 0))),
  field('实际出勤（天）', 'Days attended', 'days', 9, ({ totals }) => totals.attended),
  field('工时（小时）', 'Hours worked', 'hours', 9, ({ days }) =>
    hours(sum(days, ({ workedMinutes }) => workedMinutes)),
  ),
  field('迟到（次）', 'Late (times)', 'number', 8, ({ totals }) => totals.late),
  field('迟到（分钟）', 'Late (min)', 'number', 8, ({ totals }) => totals.lateMinutes),
  field('早退（次）', 'Left early (times)', 'number', 8, ({ totals }) => totals.early),
  field('早退（分钟）', 'Left early (min)', 'number', 8, ({ totals }) => totals.earlyMinutes ?? 0),
  field(
    '迟到早退合计（分钟）',
    'To deduct, late and early (min)',
    'number',
    10,
    ({ totals }) => totals.lateMinutes + (totals.earlyMinutes ?? 0),
  ),
  field('缺卡（次）', 'Missing punches', 'number', 8, ({ totals }) => totals.missing),
  field('补卡（次）', 'Corrections', 'number', 8, ({ pay }) => pay.corrections),
  field('旷工（天）', 'Absent (days)', 'days', 8, ({ totals }) => totals.absent),
  field('出差（天）', 'Travel (days)', 'days', 8, ({ totals }) => totals.trip),
  field('外勤（天）', 'Field (days)', 'number', 8, ({ totals }) => totals.field),
];

const CLASSES = [150, 200, 300] as const;

const overtimeField = (payClass: (typeof CLASSES)[number], compensation: 'pay' | 'comp-time'): MonthField =>
  field(
    compensation === 'pay' ? `加班 ${payClass}%（小时）` : `加班 ${payClass}% 换调休（小时）`,
    compensation === 'pay' ? `Overtime ${payClass}%, paid (h)` : `Overtime ${payClass}%, comp time (h)`,
    'hours',
    10,
    ({ pay }) =>
      orNull(
        hours(
          sum(pay.overtime, (each) =>
            each.payClass === payClass && each.compensation === compensation ? each.minutes : 0,
          ),
        ),
      ),
  );

const overtime: readonly MonthField[] = [
  ...CLASSES.map((payClass) => overtimeField(payClass, 'pay')),
  ...CLASSES.map((payClass) => optional(overtimeField(payClass, 'comp-time'))),
];

/** Leave is paid by a share: half a day at 80 % is 0.4 days paid and 0.1 unpaid. */
const leaveSums: readonly MonthField[] = [
  field('请假（天）', 'Leave (days)', 'days', 8, ({ pay }) =>
    leaveDays(sum(pay.leave, ({ minutes }) => minutes)),
  ),
  field('请假计薪（天）', 'Leave, paid (days)', 'days', 9, ({ pay }) =>
    leaveDays(sum(pay.leave, ({ minutes, paidShare }) => (minutes * paidShare) / 100)),
  ),
  field('请假不计薪（天）', 'Leave, unpaid (days)', 'days', 9, ({ pay }) =>
    leaveDays(sum(pay.leave, ({ minutes, paidShare }) => (minutes * (100 - paidShare)) / 100)),
  ),
  field('假期内法定节假日（天）', 'Statutory days inside leave', 'number', 10, ({ pay }) =>
    sum(pay.leave, ({ statutoryDays }) => statutoryDays),
  ),
];

const leaveField = (name: LocalText, isHours: boolean, isOfType: (leave: Leave) => boolean): MonthField => {
  const minutesOf = ({ pay }: PersonMonth) => sum(pay.leave.filter(isOfType), ({ minutes }) => minutes);
  return optional(
    isHours
      ? field(`${name['zh-CN']}（小时）`, `${name.en} (h)`, 'hours', 9, (person) =>
          orNull(hours(minutesOf(person))),
        )
      : field(`${name['zh-CN']}（天）`, `${name.en} (days)`, 'days', 9, (person) =>
          orNull(leaveDays(minutesOf(person))),
        ),
  );
};

/** A type is shown in hours if every rule of it counts hours. */
const isInHours = (rules: LeaveTypeSettings['rules']): boolean =>
  rules.length > 0 && rules.every(({ unit }) => unit === 'hour');

/** One row per person; a column for each type of leave that somebody took. */
export const monthFields = (
  types: readonly (Pick<LeaveTypeSettings, 'name' | 'rules'> & { readonly _id: string })[],
  isLocked: boolean,
): readonly MonthField[] => [
  ...peopleFields<PersonMonth>(),
  ...attendance,
  ...overtime,
  ...leaveSums,
  ...types.map(({ _id, name, rules }) => leaveField(name, isInHours(rules), ({ typeId }) => typeId === _id)),
  leaveField(
    { 'zh-CN': '其他假', en: 'Other leave' },
    false,
    ({ typeId }) => !types.some(({ _id }) => _id === typeId),
  ),
  field('月份状态', 'Month', 'text', 9, (_, language) =>
    wordsIn(language).t(isLocked ? 'reports.locked' : 'reports.open'),
  ),
];
