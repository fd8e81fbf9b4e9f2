import type { Minutes } from '#contracts/common';
import type { Today } from '#contracts/today';
import { clockText } from '../../common/attendance-text';
import { CHINA_UTC_OFFSET } from '../../common/units';
import type { TimelineItem } from '../../components/timeline/timeline.view';
import { errorText } from '../../locales/error-text';
import type { Words } from '../../locales/words';
import { dayOf, dayText, hourOf, timeOf } from '../../utils/dates';
import { type DialView, dialView } from './dial.view';
import { goalsOf, type TodayGoalsView } from './goals.view';
import { type MessagesView, messagesView } from './messages.view';
import { type PlaceView, placeView } from './place.view';
import { timelineOf } from './timeline.view';
import {
  awayAllDay,
  currentDay,
  hasOtherProof,
  mayScan,
  placeAction,
  type TodayModel,
  verdictOf,
} from './today.model';
import { type TodosView, todosView } from './todos.view';

export interface TodayView extends TodosView, MessagesView {
  readonly mode: 'loading' | 'error' | 'ready';
  readonly error: string;
  readonly greeting: string;
  readonly date: string;
  readonly shift: string;
  readonly clock: string;
  readonly dial: DialView;
  readonly place: PlaceView;
  /** Why no beacon was found; empty if none was searched. */
  readonly bluetooth: string;
  /** Label of the scan button; empty if scanning is not offered. */
  readonly scan: string;
  /** Emphasises the scan button if the location does not allow a punch. */
  readonly scanFirst: boolean;
  /** Site code screens that the person may open. */
  readonly screens: readonly { readonly id: string; readonly name: string }[];
  /** The booked punch already shows the place. */
  readonly placeShown: boolean;
  readonly timeline: readonly TimelineItem[];
  readonly goals: TodayGoalsView;
  /** Shows the link to the team page (managers). */
  readonly team: boolean;
  /** `type` is empty for the list of all types. */
  readonly shortcuts: readonly {
    readonly id: string;
    readonly type: string;
    readonly name: string;
  }[];
  readonly text: Readonly<Record<string, string>>;
}

export const offsetOf = (model: TodayModel): Minutes => model.today?.utcOffset ?? CHINA_UTC_OFFSET;

function greetingOf(today: Today | null, hour: number, words: Words): string {
  if (!today) return words.t('greeting.nameless');
  const name = words.language === 'en' ? today.me.nameEn || today.me.name : today.me.name;
  if (hour < 5) return words.t('greeting.night', { name });
  if (hour < 11) return words.t('greeting.morning', { name });
  if (hour < 13) return words.t('greeting.noon', { name });
  return words.t(hour < 18 ? 'greeting.afternoon' : 'greeting.evening', { name });
}

function scheduleOf(today: Today, words: Words): string {
  const away = awayAllDay(today);
  if (away) return words.t('today.away', { name: words.pick(away.name) });
  if (today.shift) {
    const { name, start, end } = today.shift;
    return words.t('today.shift', { name: words.pick(name), start, end: clockText(end, words) });
  }
  const { kindName } = today.status;
  return kindName ? words.t('today.dayOffNamed', { name: words.pick(kindName) }) : words.t('today.dayOff');
}

/** The shift, and the attendance day if a night shift makes it differ from the calendar day. */
function shiftOf(model: TodayModel, words: Words): string {
  const today = currentDay(model);
  if (!today) return '';
  const schedule = scheduleOf(today, words);
  if (today.day === dayOf(model.now, today.utcOffset)) return schedule;
  const counts = words.t('today.countsFor', { day: dayText(today.day, words) });
  return [counts, schedule].join(words.t('common.separator'));
}

/** Most frequent request types, and the list of all types. */
const SHORTCUTS = ['leave', 'overtime', 'expense', 'all'] as const;

const shortcutsOf = (words: Words): TodayView['shortcuts'] =>
  SHORTCUTS.map((id) => ({ id, type: id === 'all' ? '' : id, name: words.t(`today.shortcut.${id}`) }));

const modeOf = ({ today, failure }: TodayModel): TodayView['mode'] => {
  if (today) return 'ready';
  return failure ? 'error' : 'loading';
};

/** Whether retrying is useless because access has ended: what is left is the last payslip. */
export const hasAccessEnded = ({ failure }: TodayModel): boolean => failure?.code === 'ACCESS_ENDED';

const labels = (model: TodayModel, words: Words): TodayView['text'] => ({
  retry: words.t(hasAccessEnded(model) ? 'today.lastPayslip' : 'common.retry'),
  loadFailed: words.t(hasAccessEnded(model) ? 'today.ended' : 'today.loadFailed'),
  timeline: words.t('today.timeline'),
  noSchedule: words.t('today.noSchedule'),
  timelineEmpty: words.t(currentDay(model) ? 'timeline.empty' : 'today.noSchedule'),
  todos: words.t('today.todos'),
  team: words.t('today.team'),
  teamNote: words.t('today.teamNote'),
  shortcuts: words.t('today.shortcuts'),
  month: words.t('today.month'),
  monthNote: words.t('today.monthNote'),
  dismiss: words.t('queue.dismiss'),
  useField: words.t('queue.useField'),
  rescan: words.t('doors.rescan'),
  confirm: words.t('doors.confirm'),
  screenNote: words.t('doors.screenNote'),
  revise: words.t('queue.revise'),
});

/** The scan button: secondary next to the dial, primary if the location does not allow a punch. */
function scanOf(model: TodayModel, words: Words): Pick<TodayView, 'scan' | 'scanFirst' | 'bluetooth'> {
  const { bluetooth } = model;
  const verdict = verdictOf(model);
  const located = model.place.state === 'locating' || verdict?.kind === 'inside' || hasOtherProof(model);
  return {
    scan: mayScan(model) ? words.t('doors.scan') : '',
    scanFirst: !located,
    bluetooth: bluetooth ? words.t(`doors.bluetooth.${bluetooth}`) : '',
  };
}

const screensOf = ({ today }: TodayModel, words: Words): TodayView['screens'] =>
  (today?.sites ?? [])
    .filter(({ keepsScreen }) => keepsScreen)
    .map(({ id, name }) => ({ id, name: words.t('doors.screenOf', { site: words.pick(name) }) }));

/** The Today screen. */
export function todayView(model: TodayModel, words: Words): TodayView {
  const offset = offsetOf(model);
  const place = placeView(model, words);
  const messages = messagesView(model, offset, words);
  return {
    mode: modeOf(model),
    error: model.failure && !model.today ? errorText(model.failure, words, offset) : '',
    greeting: greetingOf(model.today, hourOf(model.now, offset), words),
    date: dayText(dayOf(model.now, offset), words),
    shift: shiftOf(model, words),
    clock: timeOf(model.now, offset),
    dial: dialView(model, offset, words),
    // The dial does what helps.
    place: placeAction(model) ? { ...place, action: '', actionText: '' } : place,
    ...scanOf(model, words),
    screens: screensOf(model, words),
    placeShown: messages.done.tone !== 'wait' && messages.done.show,
    ...messages,
    timeline: timelineOf(model, offset, words),
    ...todosView(model, offset, words),
    goals: goalsOf(model, offset, words),
    // A cache written by an older version has no roles.
    team: (model.today?.me.roles ?? []).includes('manager'),
    shortcuts: shortcutsOf(words),
    text: labels(model, words),
  };
}
