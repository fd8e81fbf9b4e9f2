import type { Language } from '#contracts/common';
import type { Mark } from '#contracts/day-status';
import type { MonthDay } from '#contracts/month';
import type { Slot } from '#contracts/punch';
import { clockText, kindText, reasonText, weekdayName } from '../../../miniprogram/common/attendance-text';
import { clockOn, weekdayOf } from '../../shared/calendar/company-time';
import { wordsIn } from '../../shared/words/words';
import { hours } from './month-fields';
import { type AboutPerson, peopleFields } from './people-fields';
import { type Cell, type Field, field } from './table';

export interface PersonDay extends AboutPerson {
  readonly day: MonthDay;
}

/** Minutes late or early; null for none, so that the column shows who was. */
const minutesOf = (marks: readonly Mark[], kind: 'late' | 'early'): Cell => {
  const minutes = marks.flatMap((mark) =>
    mark.kind === kind && 'minutes' in mark ? [mark.minutes ?? 0] : [],
  );
  return minutes.length > 0 ? minutes.reduce((sum, each) => sum + each, 0) : null;
};

const daysOf = (marks: readonly Mark[], kind: 'absent' | 'leave' | 'trip'): Cell => {
  const days = marks.flatMap((mark) => (mark.kind === kind && 'days' in mark ? [mark.days] : []));
  return days.length > 0 ? days.reduce((sum, each) => sum + each, 0) : null;
};

const clocksOf = ({ day, punches }: MonthDay, slot: Slot, language: Language): Cell => {
  const clocks = punches.filter((punch) => punch.slot === slot).map(({ at }) => clockOn(day, at));
  return clocks.map((clock) => clockText(clock, wordsIn(language))).join(' / ') || null;
};

const missingOf = ({ marks }: MonthDay, language: Language): Cell => {
  const slots = marks.flatMap((mark) =>
    mark.kind === 'missing' ? [wordsIn(language).t(`slot.${mark.slot}`)] : [],
  );
  return slots.join(' / ') || null;
};

const SEPARATOR: Readonly<Record<Language, string>> = { 'zh-CN': '；', en: '; ' };

/** One row per person and day, with the reasons in words. */
export const DAY_FIELDS: readonly Field<PersonDay>[] = [
  ...peopleFields<PersonDay>(),
  field('日期', 'Date', 'date', 12, ({ day }) => day.day),
  field('星期', 'Weekday', 'text', 9, ({ day }, language) =>
    weekdayName(weekdayOf(day.day), wordsIn(language)),
  ),
  field('日子', 'Kind of day', 'text', 16, ({ day }, language) => kindText(day, wordsIn(language))),
  field('班次', 'Shift', 'text', 24, ({ day: { shift } }, language) =>
    shift
      ? `${shift.name[language]} ${clockText(shift.start, wordsIn(language))}–${clockText(shift.end, wordsIn(language))}`
      : null,
  ),
  field('上班卡', 'Clock-in', 'text', 10, ({ day }, language) => clocksOf(day, 'in', language)),
  field('下班卡', 'Clock-out', 'text', 10, ({ day }, language) => clocksOf(day, 'out', language)),
  field('结果', 'Result', 'text', 12, ({ day }, language) => wordsIn(language).t(`states.${day.state}`)),
  field('工时（小时）', 'Hours worked', 'hours', 12, ({ day }) => hours(day.workedMinutes)),
  field('迟到（分钟）', 'Late (min)', 'number', 12, ({ day }) => minutesOf(day.marks, 'late')),
  field('早退（分钟）', 'Left early (min)', 'number', 12, ({ day }) => minutesOf(day.marks, 'early')),
  field('缺卡', 'Missing punch', 'text', 12, ({ day }, language) => missingOf(day, language)),
  field('旷工（天）', 'Absent (days)', 'days', 11, ({ day }) => daysOf(day.marks, 'absent')),
  field('请假（天）', 'Leave (days)', 'days', 11, ({ day }) => daysOf(day.marks, 'leave')),
  field('出差（天）', 'Travel (days)', 'days', 11, ({ day }) => daysOf(day.marks, 'trip')),
  field('怎么算的', 'How it was worked out', 'text', 60, ({ day }, language) =>
    day.reasons.map((reason) => reasonText(reason, wordsIn(language))).join(SEPARATOR[language]),
  ),
  field(
    '规则',
    'Rule',
    'text',
    28,
    ({ day: { rule } }, language) => `${rule.id} v${rule.version} ${rule.source[language]}`,
  ),
];
