import type { CompanyDay } from '#contracts/calendar';
import type { Day, Month } from '#contracts/common';
import type { ChangePreview } from '#contracts/consequence';
import type { DayKind } from '#contracts/day-status';
import { changeText } from '../../../../locales/change-text';
import { errorText } from '../../../../locales/error-text';
import type { TextKey } from '../../../../locales/texts';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dateOf, dayText, weekdayOf } from '../../../../utils/dates';
import { byDay, type CompanyDays, changedDays, type Year } from '../../calendar.model';
import { calendarChangeWords } from '../../calendar-change.view';
import { isOff, signOf } from '../../day-words';
import { effectsView } from '../../effects.view';
import { historyLines } from '../../history.view';
import { loadState } from '../../load-state';
import { daysOf } from '../../roster.model';
import { type DayForm, formView } from './day-form.view';

export interface CalendarModel {
  readonly year: string;
  readonly month: Month;
  readonly today: Day;
  readonly data: Year | null;
  readonly drafts: CompanyDays;
  /** Whether all exchanged days of the year are entered, as it would be saved. */
  readonly complete: boolean;
  readonly form: DayForm | null;
  readonly isOpen: boolean;
  readonly loadFailure: Failure | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly clash: {
    readonly by: string;
    readonly adopted: readonly Day[];
    readonly kept: readonly Day[];
  } | null;
  /** What saving would do, and whether the sheet that says so is open. */
  readonly effects: ChangePreview | null;
  readonly isAsking: boolean;
}

/** The part of the model that does not depend on the day. */
export const noCalendar: Omit<CalendarModel, 'year' | 'month' | 'today'> = {
  data: null,
  drafts: {},
  complete: false,
  form: null,
  isOpen: false,
  loadFailure: null,
  busy: false,
  failure: null,
  clash: null,
  effects: null,
  isAsking: false,
};

/** Characters of a name that fit into a cell. */
const MAX_LETTERS = { 'zh-CN': 4, en: 6 } as const;
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const FIRST_YEAR = '2024';
const LAST_YEAR = '2099';

/** The kind of day that applies: company calendar, then public calendar, then weekday. */
function dayOn(day: Day, drafts: CompanyDays, statutory: ReadonlyMap<Day, CompanyDay>) {
  const own = drafts[day];
  const known = own ?? statutory.get(day);
  const kind: DayKind = known?.kind ?? (weekdayOf(day) > 5 ? 'restday' : 'workday');
  return { kind, name: known?.name ?? null, isOwn: own !== undefined };
}

type Statutory = ReadonlyMap<Day, CompanyDay>;

function monthTile(month: Month, model: CalendarModel, statutory: Statutory, words: Words) {
  const days = daysOf(month).map((day) => dayOn(day, model.drafts, statutory));
  const special = days.filter(({ name }) => name !== null);
  const off = special.filter(({ kind }) => isOff(kind)).length;
  const work = special.length - off;
  const name = words.t(`date.months.${Number(month.slice(5))}` as TextKey);
  const notes = [
    ...(off > 0 ? [words.t('calendar.tileOff', { count: off })] : []),
    ...(work > 0 ? [words.t('calendar.tileWork', { count: work })] : []),
  ];
  return { id: month, name, notes, own: days.some(({ isOwn }) => isOwn), on: month === model.month };
}

function cellOf(
  day: Day,
  model: CalendarModel,
  statutory: Statutory,
  changed: ReadonlySet<Day>,
  words: Words,
) {
  const { kind, name, isOwn } = dayOn(day, model.drafts, statutory);
  const said = name ? words.pick(name) : '';
  const parts = [dayText(day, words), said, words.t(`kind.${kind}`), isOwn ? words.t('calendar.own') : ''];
  return {
    day,
    date: dateOf(day),
    sign: signOf(kind, name !== null, words),
    name: said,
    isLong: said.length > MAX_LETTERS[words.language],
    look: [
      isOff(kind) ? 'cell-off' : 'cell-work',
      isOwn ? 'cell-own' : '',
      changed.has(day) ? 'cell-changed' : '',
      day === model.today ? 'cell-today' : '',
    ]
      .filter(Boolean)
      .join(' '),
    label: parts.filter(Boolean).join(words.t('common.listSeparator')),
  };
}

/** The special days of the month, one line each. */
function specialDays(model: CalendarModel, statutory: Statutory, changed: ReadonlySet<Day>, words: Words) {
  return daysOf(model.month).flatMap((day) => {
    const { kind, name, isOwn } = dayOn(day, model.drafts, statutory);
    if (!name && !changed.has(day)) return [];
    return [
      {
        day,
        date: dayText(day, words),
        name: name ? words.pick(name) : words.t('calendar.usual'),
        kind: words.t(`kind.${kind}`),
        tag: changed.has(day) ? words.t('calendar.unsaved') : isOwn ? words.t('calendar.own') : '',
      },
    ];
  });
}

function clashLines({ clash }: CalendarModel, words: Words): string[] {
  if (!clash) return [];
  const dates = (days: readonly Day[]) =>
    days.map((day) => dayText(day, words)).join(words.t('common.listSeparator'));
  return [
    words.t('calendar.clash.intro', { name: clash.by }),
    ...(clash.adopted.length > 0 ? [words.t('calendar.clash.adopted', { days: dates(clash.adopted) })] : []),
    ...(clash.kept.length > 0 ? [words.t('calendar.clash.kept', { days: dates(clash.kept) })] : []),
  ];
}

const monthsOf = (year: string): Month[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}` as Month);

/** What is said of a year whose exchanged days the product does not know, with HR's word that all are entered. */
function arrangementOf({ data, complete }: CalendarModel, words: Words) {
  const show = data !== null && !data.announced;
  return {
    show,
    complete,
    notice: show && !complete ? words.t('calendar.openYear', { year: data.year }) : '',
    name: words.t('calendar.complete'),
    note: words.t('calendar.completeNote'),
  };
}

function changesText({ data, complete }: CalendarModel, days: number, words: Words): string {
  const parts = [
    ...(days > 0 ? [words.t('calendar.changes', { count: days })] : []),
    ...(data && data.complete !== complete ? [words.t('calendar.completeUnsaved')] : []),
  ];
  if (parts.length === 0) return '';
  return words.t('calendar.notSaved', { what: parts.join(words.t('common.listSeparator')) });
}

/** The company's calendar of a year. */
export function calendarView(model: CalendarModel, words: Words) {
  const { data, drafts, year, month, busy, failure } = model;
  const statutory: Statutory = new Map((data?.statutory ?? []).map((each) => [each.day, each]));
  const changed = new Set(data ? changedDays(data, drafts) : []);
  const days = daysOf(month);
  const changes = changesText(model, changed.size, words);
  return {
    ...loadState(data !== null, model.loadFailure, words),
    year: words.t('calendar.year', { year }),
    hasPrevious: year > FIRST_YEAR,
    hasNext: year < LAST_YEAR,
    arrangement: arrangementOf(model, words),
    tiles: monthsOf(year).map((each) => monthTile(each, model, statutory, words)),
    weekdays: WEEK.map((key) => ({ key, text: words.t(`date.weekdayInitials.${key}` as TextKey) })),
    before: WEEK.slice(0, weekdayOf(days[0] ?? (`${month}-01` as Day)) - 1),
    cells: days.map((day) => cellOf(day, model, statutory, changed, words)),
    special: specialDays(model, statutory, changed, words),
    form: formView(model.form, model.isOpen, statutory.get(model.form?.day ?? model.today), words),
    clash: clashLines(model, words),
    problem: failure && !model.clash ? errorText(failure, words) : '',
    changes,
    canSave: changes !== '' && !busy,
    saving: busy,
    history: historyLines(
      data?.history ?? [],
      (entry) => changeText(entry, calendarChangeWords(words), words),
      words,
    ),
    effects: effectsView(model.effects, model.isAsking, words),
    text: textOf(busy, words),
  };
}

const textOf = (busy: boolean, words: Words) => ({
  loadFailed: words.t('calendar.loadFailed'),
  previous: words.t('calendar.previousYear'),
  next: words.t('calendar.nextYear'),
  own: words.t('calendar.own'),
  specialTitle: words.t('calendar.special'),
  noSpecial: words.t('calendar.noSpecial'),
  kind: words.t('calendar.kind'),
  zh: words.t('calendar.zh'),
  en: words.t('calendar.en'),
  less: words.t('roster.less'),
  more: words.t('roster.more'),
  apply: words.t('calendar.apply'),
  save: words.t(busy ? 'calendar.saving' : 'calendar.save'),
  discard: words.t('leaving.discard'),
  history: words.t('history.title'),
  noHistory: words.t('history.none'),
  moreHistory: words.t('history.more'),
});

export const draftsOf = (data: Year): Pick<CalendarModel, 'drafts' | 'complete'> => ({
  drafts: byDay(data.days),
  complete: data.complete,
});
