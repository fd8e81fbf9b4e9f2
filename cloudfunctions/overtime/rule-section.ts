import { forward, nullable, partialCheck, picklist, pipe, strictObject } from 'valibot';
import type { RuleWarning } from '#contracts/leave-type';
import { aboveLawWarning, type RuleSection } from '../company-rules/section';
import { integerBetween } from '../shared/inputs';
import { SHIPPED_OVERTIME as LAW, overtimeSettings } from './domain/overtime-settings';

const over = picklist(['allow', 'warn', 'refuse']);
const DAY = 1_440;
const MONTH = 31 * DAY;

const input = pipe(
  strictObject({
    dayLimit: integerBetween(0, DAY),
    monthLimit: integerBetween(0, MONTH),
    dayMost: nullable(integerBetween(0, DAY)),
    monthMost: nullable(integerBetween(0, MONTH)),
    compTime: strictObject({ workday: over, restday: over, holiday: over }),
    compTimeMonths: integerBetween(1, 36),
    credit: picklist(['lesser', 'approved']),
  }),
  forward(
    partialCheck(
      [['dayLimit'], ['dayMost']],
      ({ dayLimit, dayMost }) => dayMost === null || dayLimit <= dayMost,
      'bounds',
    ),
    ['dayMost'],
  ),
  forward(
    partialCheck(
      [['monthLimit'], ['monthMost']],
      ({ monthLimit, monthMost }) => monthMost === null || monthLimit <= monthMost,
      'bounds',
    ),
    ['monthMost'],
  ),
);

const unpaidWarning = (percent: number, is: string): RuleWarning[] =>
  is === 'allow' ? [{ code: 'COMP_TIME', data: { percent }, source: LAW.source }] : [];

/** HR sees the pay classes by kind of day. */
export const overtimeSection: RuleSection = {
  input: { overtime: input },
  sources: { overtime: LAW.source },
  settingsFrom(own) {
    const { source: _, compTime, ...limits } = overtimeSettings(own);
    const byDay = { workday: compTime[150], restday: compTime[200], holiday: compTime[300] };
    return { overtime: { ...limits, compTime: byDay } };
  },
  ownFrom({ overtime }) {
    const { workday, restday, holiday } = overtime.compTime;
    return { overtime: { ...overtime, compTime: { 150: workday, 200: restday, 300: holiday } } };
  },
  warningsOf({ overtime }) {
    const { dayLimit, monthLimit, compTime } = overtime;
    return [
      ...aboveLawWarning('OVERTIME_DAY', ['minutes', dayLimit, LAW.dayLimit], LAW.source),
      ...aboveLawWarning('OVERTIME_MONTH', ['minutes', monthLimit, LAW.monthLimit], LAW.source),
      ...unpaidWarning(150, compTime.workday),
      ...unpaidWarning(300, compTime.holiday),
    ];
  },
};
