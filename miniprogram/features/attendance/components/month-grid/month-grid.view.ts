import type { Day } from '#contracts/common';
import type { MonthAttendance, MonthDay } from '#contracts/month';
import { kindText } from '../../../../common/attendance-text';
import type { TextKey } from '../../../../locales/texts';
import type { Words } from '../../../../locales/words';
import { dateOf, dayText, weekdayOf } from '../../../../utils/dates';
import { TONE_OF, type Tone } from '../../tones';

export interface GridCell {
  readonly day: string;
  readonly date: number;
  readonly word: string;
  readonly tone: Tone;
  /** 休 or 班 at the corner; empty on an ordinary day. */
  readonly sign: string;
  readonly off: boolean;
  readonly today: boolean;
  readonly selected: boolean;
  readonly label: string;
}

export interface GridView {
  readonly weekdays: readonly { readonly key: number; readonly text: string }[];
  /** Empty places before the first of the month. */
  readonly before: readonly number[];
  readonly cells: readonly GridCell[];
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** A short Chinese name of a leave says more than 请假 and fits into a cell. */
const SHORT_NAME = 3;

function cellWord(day: MonthDay, words: Words): string {
  const named = day.marks.find((mark) => mark.kind === 'leave' || mark.kind === 'trip');
  if (day.state === 'leave' && named && 'name' in named) {
    const name = words.pick(named.name);
    if (name.length <= SHORT_NAME) return name;
  }
  return words.t(`cells.${day.state}`);
}

function signOf({ kind }: MonthDay, words: Words): string {
  if (kind === 'makeup') return words.t('month.sign.makeup');
  return kind === 'holiday' || kind === 'company' ? words.t('month.sign.holiday') : '';
}

const isOff = ({ kind }: MonthDay): boolean => kind === 'restday' || kind === 'holiday' || kind === 'company';

function spoken(day: MonthDay, words: Words): string {
  const said = [kindText(day, words), words.t(`states.${day.state}`)].join(words.t('common.listSeparator'));
  return words.t('month.cellLabel', { day: dayText(day.day, words), words: said });
}

const cellOf = (day: MonthDay, today: Day, selected: Day | null, words: Words): GridCell => ({
  day: day.day,
  date: dateOf(day.day),
  word: cellWord(day, words),
  tone: TONE_OF[day.state],
  sign: signOf(day, words),
  off: isOff(day),
  today: day.day === today,
  selected: day.day === selected,
  label: spoken(day, words),
});

/** The days of a month as a grid that starts on Monday. */
export function gridView(month: MonthAttendance, selected: Day | null, words: Words): GridView {
  const [first] = month.days;
  return {
    weekdays: WEEK.map((key) => ({ key, text: words.t(`date.weekdayInitials.${key}` as TextKey) })),
    before: first ? WEEK.slice(0, weekdayOf(first.day) - 1) : [],
    cells: month.days.map((day) => cellOf(day, month.today, selected, words)),
  };
}
