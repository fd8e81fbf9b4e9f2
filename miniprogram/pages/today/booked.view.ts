import type { Minutes } from '#contracts/common';
import type { DayStatus, Reason } from '#contracts/day-status';
import type { PunchRecord } from '#contracts/punch';
import { clockText, reasonText, spanText } from '../../common/attendance-text';
import { countedAt, placeOfPunch } from '../../components/timeline/timeline.view';
import type { Words } from '../../locales/words';
import { instantAt, timeOf } from '../../utils/dates';
import { currentDay, expectedEnd, type TodayModel } from './today.model';

/** What can be done about a late or early punch. `id` is the request of a `view`. */
interface BookedAction {
  readonly kind: 'correction' | 'leave' | 'view';
  readonly text: string;
  readonly id: string;
}

export interface BookedView {
  readonly show: boolean;
  readonly tone: 'ok' | 'wait' | 'warn' | 'bad';
  readonly text: string;
  /** Late or early, and by how much. */
  readonly state: string;
  /** Place of the punch. */
  readonly detail: string;
  /** How the state was worked out. */
  readonly note: string;
  readonly actions: readonly BookedAction[];
}

export const notBooked: BookedView = {
  show: false,
  tone: 'wait',
  text: '',
  state: '',
  detail: '',
  note: '',
  actions: [],
};

/** What a punch means for the day, in the colour of that state. */
interface Meaning {
  readonly tone: 'warn' | 'bad';
  readonly key: 'today.doneLate' | 'today.doneEarly';
  readonly minutes: Minutes;
  readonly note: string;
}

/** The last punch: just booked, or of earlier today if it was late or early. */
export function bookedView(model: TodayModel, offset: Minutes, words: Words): BookedView {
  const { booked } = model;
  const last = currentDay(model)?.punches.slice(-1)[0];
  const punch = booked?.punch ?? last;
  if (!punch) return notBooked;
  const meaning = meaningOf(punch, model, offset, words);
  if (!booked && !meaning) return notBooked;
  const shown = {
    show: true,
    detail: placeOfPunch(punch, offset, words),
    note: meaning?.note ?? '',
    actions: meaning ? actionsOf(punch, model, words) : [],
    tone: meaning?.tone ?? 'ok',
  } as const;
  const key = booked?.already ? 'today.doneBefore' : 'today.done';
  return {
    ...shown,
    text: words.t(key, { time: timeOf(countedAt(punch), offset) }),
    state: meaning ? words.t(meaning.key, { span: spanText(meaning.minutes, words) }) : '',
  };
}

function meaningOf(punch: PunchRecord, model: TodayModel, offset: Minutes, words: Words): Meaning | null {
  const status = currentDay(model)?.status;
  if (!status || punch.flags.includes('needs-approval')) return null;
  return punch.slot === 'in'
    ? lateness(punch, status, offset, words)
    : earliness(punch, model, status, offset, words);
}

const find = ({ reasons }: DayStatus, codes: readonly Reason['code'][]): Reason | undefined =>
  reasons.find(({ code }) => codes.includes(code));

/** A claim counts from its tap, another punch from its booking. */
const isAbout = ({ data }: Reason, { at, tappedAt }: PunchRecord, offset: Minutes): boolean =>
  [at, tappedAt].some((instant) => String(data.at).slice(0, 5) === timeOf(instant, offset));

function lateness(punch: PunchRecord, status: DayStatus, offset: Minutes, words: Words): Meaning | null {
  const late = status.reasons.find(
    (reason) => (reason.code === 'LATE' || reason.code === 'LATE_CORE') && isAbout(reason, punch, offset),
  );
  if (!late) return null;
  const minutes = Number(late.data.minutes);
  const absence = find(status, ['LATE_HALF_DAY', 'LATE_ABSENT']);
  const flex = Number(late.data.flex ?? 0);
  const moved = find(status, ['FLEX_USED', 'REQUIRED']);
  const notes = [
    absence && absence.data.minutes === minutes ? reasonText(absence, words) : '',
    flex > 0 ? words.t('today.lateFlex', { flex }) : '',
    moved ? words.t('today.endMoved', { end: clockText(String(moved.data.end), words) }) : '',
  ];
  return {
    tone: absence ? 'bad' : 'warn',
    key: 'today.doneLate',
    minutes,
    note: notes.filter(Boolean).join(words.t('common.separator')),
  };
}

/** Until the end, whoever left early may come back; the last clock-out counts. */
function earliness(
  punch: PunchRecord,
  model: TodayModel,
  status: DayStatus,
  offset: Minutes,
  words: Words,
): Meaning | null {
  const early = status.reasons.find((reason) => reason.code === 'EARLY' && isAbout(reason, punch, offset));
  const end = early ? instantAt(status.day, String(early.data.end), offset) : expectedEnd(model);
  if (end === null) return null;
  const minutes = early ? Number(early.data.minutes) : Math.ceil((end - punch.at) / 60_000);
  if (minutes <= 0) return null;
  const time = timeOf(end, offset);
  return {
    tone: find(status, ['EARLY_HALF_DAY', 'EARLY_ABSENT']) ? 'bad' : 'warn',
    key: 'today.doneEarly',
    minutes,
    note: model.now < end ? words.t('today.earlyNote', { end: time }) : '',
  };
}

/** A correction if the punch was forgotten or delayed, or the one that waits; leave for the missing time. */
function actionsOf(punch: PunchRecord, model: TodayModel, words: Words): BookedAction[] {
  const status = currentDay(model)?.status;
  const asked = status?.reasons.find(
    ({ code, data }) => code === 'REQUESTED_CORRECTION' && data.slot === punch.slot,
  );
  const leave = { kind: 'leave', text: words.t('today.shortcut.leave'), id: '' } as const;
  if (asked)
    return [{ kind: 'view', text: words.t('today.correctionWaits'), id: String(asked.data.requestId) }];
  if (punch.slot === 'out') return [leave];
  return [{ kind: 'correction', text: words.t('today.correct'), id: '' }, leave];
}
