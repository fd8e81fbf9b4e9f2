import type { Day, Month } from '#contracts/common';
import type { MonthAttendance, MonthDay } from '#contracts/month';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { addMonths, monthOf, monthText } from '../../../../utils/dates';
import { type GridView, gridView } from '../../components/month-grid/month-grid.view';
import { type DayDetailView, dayDetailView } from './day-detail.view';
import { isFlagged, noFlags, type OwnFlags, type OwnFlagsView, ownFlagsView } from './own-flags.view';

export interface MonthModel {
  readonly month: Month;
  /** Whose month HR looks at; empty for the own one. */
  readonly employeeId: string;
  readonly selected: Day | null;
  readonly data: MonthAttendance | null;
  readonly failure: Failure | null;
  /** The months that can be asked for, known after the first answer. */
  readonly range: { readonly from: Month; readonly to: Month } | null;
  readonly flags: OwnFlags;
}

interface Total {
  readonly key: string;
  readonly value: string;
  readonly name: string;
  readonly note: string;
  readonly bad: boolean;
}

export interface MonthView {
  readonly mode: 'loading' | 'error' | 'ready';
  readonly error: string;
  readonly title: string;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly grid: GridView;
  /** That the month is locked; empty while it is not. */
  readonly locked: string;
  readonly totals: readonly Total[];
  readonly hasDetail: boolean;
  readonly detail: DayDetailView;
  readonly flags: OwnFlagsView;
  readonly text: Readonly<Record<string, string>>;
}

/** Shown even if zero; the others only if not zero. */
const ALWAYS: ReadonlySet<string> = new Set(['attended', 'late', 'missing', 'leave']);

const ORDER = ['attended', 'late', 'missing', 'leave', 'early', 'absent', 'trip', 'field'] as const;

const BAD: ReadonlySet<string> = new Set(['missing', 'absent']);

function totalsOf({ totals }: MonthAttendance, words: Words): readonly Total[] {
  return ORDER.filter((key) => ALWAYS.has(key) || totals[key] > 0).map((key) => ({
    key,
    value: String(totals[key]),
    name: words.t(`month.${key}`),
    note:
      key === 'late' && totals.lateMinutes > 0
        ? words.t('month.lateMinutes', { minutes: totals.lateMinutes })
        : '',
    bad: BAD.has(key) && totals[key] > 0,
  }));
}

const noGrid: GridView = { weekdays: [], before: [], cells: [] };
const noDetail: DayDetailView = {
  title: '',
  kind: '',
  state: '',
  tone: 'plain',
  marks: [],
  decisive: [],
  timeline: [],
  why: [],
  rule: '',
  actions: [],
};

const modeOf = ({ data, failure }: MonthModel): MonthView['mode'] => {
  if (data) return 'ready';
  return failure ? 'error' : 'loading';
};

/** Whether the month `by` months away can be shown. */
export function canTurn({ month, range }: MonthModel, by: number): boolean {
  if (!range) return false;
  const next = addMonths(month, by);
  return next >= range.from && next <= range.to;
}

/** The day to select in a loaded month: the requested one, else today, else the first. */
export function dayToShow(data: MonthAttendance, wanted: Day | null): Day | null {
  const known = (day: Day | null): boolean => data.days.some((one) => one.day === day);
  if (known(wanted)) return wanted;
  return known(data.today) ? data.today : (data.days[0]?.day ?? null);
}

/** Flags about a shared phone are found the day after and are not part of the punch. */
const mayBeFoundLater = ({ day, punches }: MonthDay, today: Day): boolean =>
  day < today && punches.length > 0;

/** Whether the reasons of the flags are wanted: of a day that is open and flagged, or may be, once a month. */
export function wantsFlags({ data, selected, flags, employeeId }: MonthModel): boolean {
  if (employeeId) return false;
  const day = data?.days.find((one) => one.day === selected);
  if (flags.state !== 'unasked' || !data || !day) return false;
  return isFlagged(day) || mayBeFoundLater(day, data.today);
}

/** The month screen. */
export function monthView(model: MonthModel, words: Words): MonthView {
  const { data, selected, failure } = model;
  const day = data?.days.find((one) => one.day === selected);
  return {
    mode: modeOf(model),
    error: failure && !data ? errorText(failure, words) : '',
    title: monthText(model.month, words),
    hasPrevious: canTurn(model, -1),
    hasNext: canTurn(model, 1),
    grid: data ? gridView(data, selected, words) : noGrid,
    locked: data?.isLocked ? words.t('month.locked') : '',
    // A future month has no totals.
    totals: data && data.month <= monthOf(data.today) ? totalsOf(data, words) : [],
    hasDetail: day !== undefined,
    detail: data && day ? dayDetailView(day, data.utcOffset, words, data.person !== undefined) : noDetail,
    flags: data && day && !data.person ? ownFlagsView(day, model.flags, data.utcOffset, words) : noFlags,
    text: {
      previous: words.t('month.previous'),
      next: words.t('month.next'),
      loadFailed: words.t('month.loadFailed'),
      retry: words.t('common.retry'),
      why: words.t('month.why'),
      empty: words.t('timeline.empty'),
    },
  };
}
