import type { Day } from '#contracts/common';
import type { Hours, Period } from '#contracts/form';
import { spanText } from '../../common/attendance-text';
import type { Words } from '../../locales/words';
import { dayText } from '../../utils/dates';
import { type CalendarView, calendarView } from './calendar.view';
import { type FormModel, unitsOf } from './form.model';
import { lastDayOf, type Portion, portionOf, startPicker } from './period.model';

interface Chip<Id> {
  readonly id: Id;
  readonly text: string;
  readonly on: boolean;
}

export interface PeriodView {
  readonly units: readonly Chip<'day' | 'hour'>[];
  readonly isHours: boolean;
  readonly ends: readonly {
    readonly id: 'from' | 'to';
    readonly name: string;
    readonly text: string;
    readonly on: boolean;
    readonly portions: readonly Chip<Portion>[];
  }[];
  readonly calendar: CalendarView;
  readonly clamped: string;
  readonly start: string;
  readonly end: string;
  /** The end lies on the next day: said, or empty. */
  readonly nextDay: string;
  readonly lengths: readonly Chip<number>[];
}

const two = (value: number): string => String(value).padStart(2, '0');
export const clock = (minutes: number): string =>
  `${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;

const PORTIONS = {
  full: 'calendarField.fullDay',
  morning: 'calendarField.morning',
  afternoon: 'calendarField.afternoon',
} as const;

const LENGTHS = [60, 120, 180, 240];

/** The shift that hours are proposed from. */
export const shiftOf = ({ start }: FormModel): Hours | null =>
  start?.plan.next.hours ?? start?.plan.today ?? null;

function portionsOf(period: Period, end: 'from' | 'to', words: Words): readonly Chip<Portion>[] {
  const isSingle = period.from === lastDayOf(period);
  if (isSingle && end === 'to') return [];
  const portions: readonly Portion[] = isSingle
    ? ['full', 'morning', 'afternoon']
    : ['full', end === 'from' ? 'afternoon' : 'morning'];
  const chosen = portionOf(period, end);
  return portions.map((id) => ({ id, text: words.t(PORTIONS[id]), on: id === chosen }));
}

function endsOf(period: Period, chosen: 'from' | 'to', hasHalves: boolean, words: Words): PeriodView['ends'] {
  const end = (id: 'from' | 'to', name: string, day: Day) => ({
    id,
    name,
    text: dayText(day, words),
    on: id === chosen,
    portions: hasHalves ? portionsOf(period, id, words) : [],
  });
  if (period.unit === 'hour') return [end('from', words.t('calendarField.day'), period.from)];
  return [end('from', words.t('form.from'), period.from), end('to', words.t('form.to'), period.to)];
}

/** A period and the calendar that it is chosen on; null without a calendar. */
export function periodView(id: string, period: Period, model: FormModel, words: Words): PeriodView | null {
  if (!model.start) return null;
  const { calendar, away } = model.start;
  const picker = model.pickers[id] ?? startPicker(period);
  const units = unitsOf(model);
  const isHours = period.unit === 'hour';
  const modes = (['day', 'hour'] as const).filter((mode) => units.includes(mode));
  const { start = 540, end = 1080 } = period.unit === 'hour' ? period : {};
  return {
    units: modes.map((mode) => ({
      id: mode,
      text: words.t(`form.unit.${mode}`),
      on: mode === (isHours ? 'hour' : 'day'),
    })),
    isHours,
    ends: endsOf(period, picker.end, !isHours && units.includes('half'), words),
    calendar: calendarView(calendar, away, { period, picker, today: model.today }, words),
    clamped: picker.clampedTo
      ? words.t('calendarField.clamped', { day: dayText(picker.clampedTo, words) })
      : '',
    start: clock(start),
    end: clock(end),
    nextDay: end >= 1440 ? words.t('form.nextDay') : '',
    lengths: isHours
      ? LENGTHS.map((minutes) => ({
          id: minutes,
          text: spanText(minutes, words),
          on: end - start === minutes,
        }))
      : [],
  };
}
