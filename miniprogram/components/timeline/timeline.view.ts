import type { Day, Minutes } from '#contracts/common';
import type { ShiftOnDay } from '#contracts/day-status';
import type { PunchRecord, Slot } from '#contracts/punch';
import { clockText } from '../../common/attendance-text';
import type { Words } from '../../locales/words';
import { timeOf, timeOnDay } from '../../utils/dates';

/** `done` booked, `plan` expected, `wait` queued, `bad` missing. */
export type TimelineTone = 'done' | 'plan' | 'wait' | 'bad';

export interface TimelineItem {
  readonly key: string;
  readonly tone: TimelineTone;
  readonly title: string;
  readonly time: string;
  readonly detail: string;
}

/** Modes that prove the place other than by the location. */
const isByDoor = (mode: PunchRecord['mode']): mode is 'code' | 'beacon' | 'wifi' =>
  mode === 'code' || mode === 'beacon' || mode === 'wifi';

/** 上海总部 · 误差 12 米, and remarks on how it was booked. */
export function placeOfPunch(punch: PunchRecord, utcOffset: Minutes, words: Words): string {
  if (punch.mode === 'correction') return words.t('timeline.corrected');
  const parts = [
    punch.mode === 'field' ? words.t('timeline.field') : '',
    punch.placeName ?? (punch.site ? words.pick(punch.site.name) : ''),
    isByDoor(punch.mode) ? words.t(`doors.by.${punch.mode}`) : '',
    punch.biometric ? words.t('doors.checked') : '',
    punch.accuracy === null ? '' : words.t('timeline.accuracy', { accuracy: Math.round(punch.accuracy) }),
    punch.flags.includes('low-accuracy') ? words.t('timeline.lowAccuracy') : '',
    punch.flags.includes('needs-approval') ? words.t('timeline.needsApproval') : '',
    punch.flags.includes('late-arrival')
      ? words.t('timeline.lateArrival', { time: timeOf(punch.tappedAt, utcOffset) })
      : '',
  ];
  return parts.filter(Boolean).join(words.t('common.separator'));
}

/** A booked punch of an attendance day as an item of the timeline. */
export const bookedItem = (punch: PunchRecord, day: Day, utcOffset: Minutes, words: Words): TimelineItem => ({
  key: `${punch.slot}-${punch.at}`,
  tone: 'done',
  title: words.t(`slot.${punch.slot}`),
  time: timeOnDay(punch.at, day, utcOffset, words),
  detail: placeOfPunch(punch, utcOffset, words),
});

/** When a punch of the shift is expected: 09:00 前, 18:00 后. `end` counts the flex minutes used. */
export const plannedItem = (slot: Slot, shift: ShiftOnDay, end: string, words: Words): TimelineItem => ({
  key: `plan-${slot}`,
  tone: 'plan',
  title: words.t(`slot.${slot}`),
  time:
    slot === 'in'
      ? words.t('timeline.planIn', { time: shift.start })
      : words.t('timeline.planOut', { time: clockText(end, words) }),
  detail: '',
});
