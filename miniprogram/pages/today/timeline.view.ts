import type { Minutes } from '#contracts/common';
import type { ShiftOnDay } from '#contracts/day-status';
import type { Slot } from '#contracts/punch';
import type { Today } from '#contracts/today';
import { bookedItem, plannedItem, type TimelineItem } from '../../components/timeline/timeline.view';
import type { Words } from '../../locales/words';
import type { QueuedPunch } from '../../services/punch-queue';
import { timeOf, timeOnDay } from '../../utils/dates';
import { awayAllDay, currentDay, expectedEnd, type TodayModel, waitingPunches } from './today.model';

const SLOTS: readonly Slot[] = ['in', 'out'];

/** Today's punches: booked, queued and expected. */
export function timelineOf(model: TodayModel, offset: Minutes, words: Words): readonly TimelineItem[] {
  const today = currentDay(model);
  const punches = today?.punches ?? [];
  const open = SLOTS.filter((slot) => !punches.some((punch) => punch.slot === slot));
  const waiting = waitingPunches(model);
  return [
    ...(today ? punches.map((punch) => bookedItem(punch, today.day, offset, words)) : []),
    ...waiting.map((punch, index) =>
      waitingItem(punch, today ? (open[index] ?? 'out') : null, model, offset, words),
    ),
    ...(today?.shift && !awayAllDay(today)
      ? plannedItems(today, today.shift, open.slice(waiting.length), expectedEnd(model), words)
      : []),
  ];
}

/** A queued punch. Its slot is known only with data of the current day. */
function waitingItem(
  punch: QueuedPunch,
  slot: Slot | null,
  model: TodayModel,
  offset: Minutes,
  words: Words,
): TimelineItem {
  const state = words.t(model.online ? 'timeline.sending' : 'timeline.waiting');
  return {
    key: punch.punchKey,
    tone: 'wait',
    title: words.t(slot ? `slot.${slot}` : 'dial.any'),
    time: timeOf(punch.tappedAt, offset),
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
  const isFree = shift.requiredMinutes !== undefined && slots.includes('in');
  const time = isFree ? null : timeOnDay(end ?? shift.endAt, today.day, today.utcOffset, words);
  return slots.map((slot) => plannedItem(slot, shift, time, words));
}
