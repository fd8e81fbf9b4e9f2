import type { Day, Month } from '#contracts/common';
import type { AwayDay, FormCalendar, Period } from '#contracts/form';
import type { TextKey } from '../../locales/texts';
import type { Words } from '../../locales/words';
import { addDays, dateOf, dayText, monthOf, monthShort, monthText, weekdayOf } from '../../utils/dates';
import { lastDayOf, type PeriodPicker, wholeMonthOf } from './period.model';

type Mark = FormCalendar['marks'][number];

interface CellView {
  readonly day: Day;
  readonly date: number;
  /** Under the date: own absence, day off, make-up workday, colleagues away, or the month of its first day. */
  readonly note: string;
  /** Classes of what is not ordinary: six weeks of flags that are false would be half of what the page sets first. */
  readonly look: string;
  /** `closed`: out of reach. */
  readonly state: 'open' | 'chosen' | 'closed';
  readonly label: string;
}

export interface CalendarView {
  readonly title: string;
  readonly previous: string;
  readonly next: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly weekdays: readonly { readonly key: number; readonly text: string }[];
  readonly cells: readonly CellView[];
  /** Holidays and exchanged days of these weeks by name, and what is not announced yet. */
  readonly notes: readonly string[];
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const CELLS = 42;

const isFreeOn = ({ freeWeekdays }: FormCalendar, day: Day, mark: Mark | undefined): boolean =>
  mark ? mark.isFree : freeWeekdays.includes(weekdayOf(day));

/** The name of a day, and whether it is worked. */
function markText({ kind, name, isFree }: Mark, words: Words): string {
  const named = name ? words.pick(name) : words.t(`kind.${kind}`);
  if (kind === 'makeup') return name ? words.t('form.makeup', { name: named }) : named;
  return isFree || !name ? named : words.t('calendarField.worked', { name: named });
}

/** What the calendar says of a chosen day; empty for an ordinary workday. */
export function dayNote({ calendar, day }: { calendar: FormCalendar; day: Day }, words: Words): string {
  const mark = calendar.marks.find((each) => each.day === day);
  const named = mark ? markText(mark, words) : '';
  const free = !mark && isFreeOn(calendar, day, mark) ? words.t('kind.restday') : '';
  const open = !mark?.name && calendar.openYears.includes(day.slice(0, 4)) ? openText(day, words) : '';
  return [named || free, open].filter(Boolean).join(words.t('common.separator'));
}

const openText = (day: string, words: Words): string =>
  words.t('calendarField.open', { year: day.slice(0, 4) });

type Look = 'alone' | 'from' | 'to' | 'inside' | 'free' | 'faint' | 'today' | 'closed' | Tone;
type Tone = 'off' | 'work' | 'own' | 'away';

/** The place of a day in the period; null outside. */
function placeOf(day: Day, period: Period): Look | null {
  const to = lastDayOf(period);
  if (day < period.from || day > to) return null;
  if (period.from === to) return 'alone';
  return day === period.from ? 'from' : day === to ? 'to' : 'inside';
}

function noteOf(
  day: Day,
  mark: Mark | undefined,
  away: AwayDay | undefined,
  words: Words,
): { readonly note: string; readonly tone: Tone | null } {
  if (away?.own) return { note: words.t('calendarField.own'), tone: 'own' };
  if (mark && !mark.isFree) return { note: words.t('calendarField.work'), tone: 'work' };
  if (mark?.name) return { note: words.t('calendarField.off'), tone: 'off' };
  if (away) return { note: words.t('calendarField.away', { count: away.people }), tone: 'away' };
  return { note: dateOf(day) === 1 ? monthShort(monthOf(day), words) : '', tone: null };
}

/** Days in a row with the same name share a note. */
function namesOf(days: readonly Day[], marks: readonly Mark[], words: Words): string[] {
  const groups: { text: string; from: Day; to: Day }[] = [];
  for (const mark of marks.filter(({ day, name }) => name && days.includes(day))) {
    const text = markText(mark, words);
    const last = groups[groups.length - 1];
    const follows = last && addDays(last.to, 1) === mark.day && monthOf(last.to) === monthOf(mark.day);
    if (follows && last.text === text) last.to = mark.day;
    else groups.push({ text, from: mark.day, to: mark.day });
  }
  return groups.map(({ text, from, to }) =>
    words.t(from === to ? 'calendarField.dayName' : 'calendarField.spanName', {
      month: monthShort(monthOf(from), words),
      from: dateOf(from),
      to: dateOf(to),
      name: text,
    }),
  );
}

function titleOf(days: readonly [Day, ...Day[]], month: Month | null, words: Words): string {
  const last = days[days.length - 1] ?? days[0];
  if (month) return monthText(month, words);
  const isSameYear = last.slice(0, 4) === days[0].slice(0, 4);
  return words.t('period.range', {
    from: monthText(monthOf(days[0]), words),
    to: (isSameYear ? monthShort : monthText)(monthOf(last), words),
  });
}

/** Six weeks: those of a month, or from the first day of the period on. */
export function calendarView(
  calendar: FormCalendar,
  away: readonly AwayDay[],
  { period, picker, today }: { readonly period: Period; readonly picker: PeriodPicker; readonly today: Day },
  words: Words,
): CalendarView {
  const { monday } = picker;
  const last = addDays(monday, CELLS - 1);
  const month = wholeMonthOf(monday);
  const days = Array.from({ length: CELLS }, (_, index) => addDays(monday, index));
  const cells = days.map((day): CellView => {
    const mark = calendar.marks.find((each) => each.day === day);
    const gone = away.find((each) => each.day === day);
    const people = gone?.people ?? 0;
    const said = [
      dayText(day, words),
      dayNote({ calendar, day }, words),
      gone?.own ? words.t('calendarField.ownLabel') : '',
      people > 0 ? words.t('calendarField.awayLabel', { count: people }) : '',
    ];
    const { note, tone } = noteOf(day, mark, gone, words);
    const place = placeOf(day, period);
    const isClosed = day < calendar.first || day > calendar.last;
    const looks: (Look | null | false)[] = [
      ...[place, tone, isFreeOn(calendar, day, mark) && ('free' as const)],
      ...[
        month !== null && monthOf(day) !== month && ('faint' as const),
        day === today && ('today' as const),
      ],
      isClosed && 'closed',
    ];
    return {
      ...{ day, date: dateOf(day), note },
      look: looks.flatMap((look) => (look ? [`cell-${look}`] : [])).join(' '),
      state: isClosed ? 'closed' : place ? 'chosen' : 'open',
      label: said.filter(Boolean).join(words.t('common.listSeparator')),
    };
  });
  const open = calendar.openYears.filter((year) => days.some((day) => day.slice(0, 4) === year));
  return {
    title: titleOf([monday, last], month, words),
    previous: words.t('month.previous'),
    next: words.t('month.next'),
    isFirst: monday <= calendar.first,
    isLast: last >= calendar.last,
    weekdays: WEEK.map((key) => ({ key, text: words.t(`date.weekdayInitials.${key}` as TextKey) })),
    cells,
    notes: [...namesOf(days, calendar.marks, words), ...open.map((year) => openText(year, words))],
  };
}
