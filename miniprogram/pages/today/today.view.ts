import type { ShiftOnDay, Slot, Today } from '../../../typings/contracts/attendance';
import type { Minutes } from '../../../typings/contracts/common';
import {
  bookedItem,
  placeOfPunch,
  plannedItem,
  type TimelineItem,
} from '../../components/timeline/timeline.view';
import { errorText } from '../../locales/error-text';
import type { Words } from '../../locales/words';
import type { QueuedPunch } from '../../services/punch-queue';
import { clockText, dayOf, dayText, hourOf, timeOf, timeOnDay } from '../../utils/dates';
import { type DialView, dialView } from './dial.view';
import { type PlaceView, placeView } from './place.view';
import {
  currentDay,
  expectedEnd,
  mayFieldPunch,
  mayScan,
  type TodayModel,
  verdictOf,
  waitingPunches,
} from './today.model';
import { type TodosView, todosView } from './todos.view';

export interface TodayView extends TodosView {
  readonly mode: 'loading' | 'error' | 'ready';
  readonly error: string;
  readonly greeting: string;
  readonly date: string;
  readonly shift: string;
  readonly clock: string;
  readonly dial: DialView;
  readonly place: PlaceView;
  /** Why no beacon was found; empty where none was looked for. */
  readonly bluetooth: string;
  /** The way by the code at the door; empty where it cannot help. */
  readonly scan: string;
  /** Without a place that counts, the code is the way on. */
  readonly scanFirst: boolean;
  /** Screens that the person may run. */
  readonly screens: readonly { readonly id: string; readonly name: string }[];
  /** The booked punch already names the place. */
  readonly placeSaid: boolean;
  readonly done: {
    readonly show: boolean;
    readonly tone: 'ok' | 'wait';
    readonly text: string;
    readonly detail: string;
  };
  readonly notice: { readonly tone: string; readonly text: string; readonly action: string };
  readonly refused: readonly {
    readonly key: string;
    readonly title: string;
    readonly text: string;
    readonly field: boolean;
    readonly scan: boolean;
    /** Its words were refused: they can be changed. */
    readonly words: boolean;
  }[];
  readonly timeline: readonly TimelineItem[];
  /** Managers find their team from here. */
  readonly team: boolean;
  /** `type` is empty for the page with all of them. */
  readonly shortcuts: readonly {
    readonly id: string;
    readonly type: string;
    readonly sign: string;
    readonly name: string;
  }[];
  readonly text: Readonly<Record<string, string>>;
}

const SLOTS: readonly Slot[] = ['in', 'out'];

const CHINA_OFFSET: Minutes = 480;

export const offsetOf = (model: TodayModel): Minutes => model.today?.utcOffset ?? CHINA_OFFSET;

function greetingOf(today: Today | null, hour: number, words: Words): string {
  if (!today) return words.t('greeting.nameless');
  const name = words.language === 'en' ? today.me.nameEn || today.me.name : today.me.name;
  if (hour < 5) return words.t('greeting.night', { name });
  if (hour < 11) return words.t('greeting.morning', { name });
  if (hour < 13) return words.t('greeting.noon', { name });
  return words.t(hour < 18 ? 'greeting.afternoon' : 'greeting.evening', { name });
}

function scheduleOf(today: Today, words: Words): string {
  if (today.shift) {
    const { name, start, end } = today.shift;
    return words.t('today.shift', { name: words.pick(name), start, end: clockText(end, words) });
  }
  const { kindName } = today.status;
  return kindName ? words.t('today.dayOffNamed', { name: words.pick(kindName) }) : words.t('today.dayOff');
}

/** The shift; and the attendance day, when a night shift makes it another than the calendar's. */
function shiftOf(model: TodayModel, words: Words): string {
  const today = currentDay(model);
  if (!today) return '';
  const schedule = scheduleOf(today, words);
  if (today.day === dayOf(model.now, today.utcOffset)) return schedule;
  const counts = words.t('today.countsFor', { day: dayText(today.day, words) });
  return [counts, schedule].join(words.t('common.separator'));
}

/** What the last tap came to: booked, or safe on the phone. */
function doneOf(model: TodayModel, offset: Minutes, words: Words): TodayView['done'] {
  const { booked } = model;
  if (!booked) return savedOf(model, offset, words);
  const { punch, already } = booked;
  const text = words.t(already ? 'today.doneBefore' : 'today.done', { time: timeOf(punch.at, offset) });
  return { show: true, tone: 'ok', text, detail: placeOfPunch(punch, offset, words) };
}

function savedOf(model: TodayModel, offset: Minutes, words: Words): TodayView['done'] {
  const last = waitingPunches(model).slice(-1)[0];
  if (!last || model.phase !== 'idle') return { show: false, tone: 'wait', text: '', detail: '' };
  const time = timeOf(last.tappedAt, offset);
  return {
    show: true,
    tone: 'wait',
    text: words.t(model.online ? 'queue.sending' : 'queue.saved', { time }),
    detail: last.mode === 'code' ? words.t('doors.codeWaits') : '',
  };
}

function noticeOf(model: TodayModel, words: Words): TodayView['notice'] {
  if (!model.online) return { tone: 'warn', text: words.t('offline.banner'), action: '' };
  if (!model.failure) return { tone: '', text: '', action: '' };
  const text = model.today ? words.t('today.oldData') : errorText(model.failure, words);
  return { tone: 'warn', text, action: words.t('common.retry') };
}

/** What a field punch is a way out of. */
const ELSEWHERE: ReadonlySet<string> = new Set(['OUTSIDE_FENCE', 'BEACON_NOT_FOUND']);

function refusedOf(model: TodayModel, offset: Minutes, words: Words): TodayView['refused'] {
  return model.queue.flatMap(({ punchKey, tappedAt, mode, failure }) =>
    failure
      ? [
          {
            key: punchKey,
            title: words.t('queue.failedTitle', { time: timeOf(tappedAt, offset) }),
            text: errorText(failure, words, offset),
            field: ELSEWHERE.has(failure.code) && mode !== 'field' && mayFieldPunch(model),
            scan: mode === 'code' && failure.code === 'SITE_CODE_INVALID',
            words: failure.code === 'TEXT_REFUSED',
          },
        ]
      : [],
  );
}

/** Today's punches: booked, on their way, and still expected. */
function timelineOf(model: TodayModel, offset: Minutes, words: Words): readonly TimelineItem[] {
  const today = currentDay(model);
  const punches = today?.punches ?? [];
  const open = SLOTS.filter((slot) => !punches.some((punch) => punch.slot === slot));
  const waiting = waitingPunches(model);
  return [
    ...(today ? punches.map((punch) => bookedItem(punch, today.day, offset, words)) : []),
    ...waiting.map((punch, index) => waitingItem(punch, today ? (open[index] ?? 'out') : null, model, words)),
    ...(today?.shift
      ? plannedItems(today, today.shift, open.slice(waiting.length), expectedEnd(model), words)
      : []),
  ];
}

/** A punch on its way. Which slot it will be is known only while today is. */
function waitingItem(punch: QueuedPunch, slot: Slot | null, model: TodayModel, words: Words): TimelineItem {
  const state = words.t(model.online ? 'timeline.sending' : 'timeline.waiting');
  return {
    key: punch.punchKey,
    tone: 'wait',
    title: words.t(slot ? `slot.${slot}` : 'dial.any'),
    time: timeOf(punch.tappedAt, offsetOf(model)),
    detail:
      punch.mode === 'field' ? [words.t('timeline.field'), state].join(words.t('common.separator')) : state,
  };
}

function plannedItems(
  today: Today,
  shift: ShiftOnDay,
  slots: readonly Slot[],
  end: number | null,
  words: Words,
) {
  const time = timeOnDay(end ?? shift.endAt, today.day, today.utcOffset, words);
  return slots.map((slot) => plannedItem(slot, shift, time, words));
}

/** What people ask for most; everything else is one tap further. */
const SHORTCUTS = ['leave', 'overtime', 'expense', 'all'] as const;

const shortcutsOf = (words: Words): TodayView['shortcuts'] =>
  SHORTCUTS.map((id) => {
    const name = words.t(`today.shortcut.${id}`);
    return { id, type: id === 'all' ? '' : id, sign: id === 'all' ? '+' : name.slice(0, 1), name };
  });

const modeOf = ({ today, failure }: TodayModel): TodayView['mode'] => {
  if (today) return 'ready';
  return failure ? 'error' : 'loading';
};

/** Trying again helps against everything but the end of one's access. */
const isEnded = ({ failure }: TodayModel): boolean => failure?.code === 'ACCESS_ENDED';

const labels = (model: TodayModel, words: Words): TodayView['text'] => ({
  retry: isEnded(model) ? '' : words.t('common.retry'),
  loadFailed: words.t(isEnded(model) ? 'today.ended' : 'today.loadFailed'),
  timeline: words.t('today.timeline'),
  noSchedule: words.t('today.noSchedule'),
  timelineEmpty: words.t(currentDay(model) ? 'timeline.empty' : 'today.noSchedule'),
  todos: words.t('today.todos'),
  todosNone: words.t('today.todosNone'),
  team: words.t('team.today'),
  teamNote: words.t('team.todayNote'),
  shortcuts: words.t('today.shortcuts'),
  month: words.t('today.month'),
  monthNote: words.t('today.monthNote'),
  dismiss: words.t('queue.dismiss'),
  useField: words.t('queue.useField'),
  rescan: words.t('doors.rescan'),
  screenNote: words.t('doors.screenNote'),
  revise: words.t('queue.revise'),
});

/** The code at the door: a quiet way beside the dial, and the first one where the place does not count. */
function scanOf(model: TodayModel, words: Words): Pick<TodayView, 'scan' | 'scanFirst' | 'bluetooth'> {
  const { bluetooth } = model;
  const verdict = verdictOf(model);
  const located = model.place.state === 'locating' || verdict?.kind === 'inside' || model.beacons.length > 0;
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
  const done = doneOf(model, offset, words);
  return {
    mode: modeOf(model),
    error: model.failure && !model.today ? errorText(model.failure, words, offset) : '',
    greeting: greetingOf(model.today, hourOf(model.now, offset), words),
    date: dayText(dayOf(model.now, offset), words),
    shift: shiftOf(model, words),
    clock: timeOf(model.now, offset),
    dial: dialView(model, offset, words),
    place: placeView(model, words),
    ...scanOf(model, words),
    screens: screensOf(model, words),
    placeSaid: done.tone === 'ok' && done.show,
    done,
    notice: noticeOf(model, words),
    refused: refusedOf(model, offset, words),
    timeline: timelineOf(model, offset, words),
    ...todosView(model, words),
    // What an older version kept has no roles.
    team: (model.today?.me.roles ?? []).includes('manager'),
    shortcuts: shortcutsOf(words),
    text: labels(model, words),
  };
}
