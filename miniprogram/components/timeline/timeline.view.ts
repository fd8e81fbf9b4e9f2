import type { Day, Instant, Minutes } from '#contracts/common';
import type { ShiftOnDay } from '#contracts/day-status';
import type { PunchRecord, Slot } from '#contracts/punch';
import { clockText, spanText } from '../../common/attendance-text';
import type { Words } from '../../locales/words';
import { dayOf, timeOnDay } from '../../utils/dates';

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
    punch.flags.includes('unchecked') ? words.t('doors.unchecked') : '',
    punch.flags.includes('low-accuracy') ? words.t('timeline.lowAccuracy') : '',
    punch.flags.includes('needs-approval') ? words.t('timeline.needsApproval') : '',
    isLateArrival(punch) ? words.t('timeline.lateArrival', { time: arrivalOf(punch, utcOffset, words) }) : '',
  ];
  return parts.filter(Boolean).join(words.t('common.separator'));
}

const isLateArrival = ({ flags }: PunchRecord): boolean => flags.includes('late-arrival');

const arrivalOf = ({ at, tappedAt }: PunchRecord, utcOffset: Minutes, words: Words): string =>
  timeOnDay(at, dayOf(tappedAt, utcOffset), utcOffset, words);

/** The instant that counts: of a punch that arrived late that of its tap, see `CLAIM_WAITS` and `CLAIM_TRUSTED`. */
export const countedAt = (punch: PunchRecord): Instant => (isLateArrival(punch) ? punch.tappedAt : punch.at);

/** A booked punch of an attendance day as an item of the timeline, at the time that counts. */
export const bookedItem = (punch: PunchRecord, day: Day, utcOffset: Minutes, words: Words): TimelineItem => ({
  key: `${punch.slot}-${punch.at}`,
  tone: 'done',
  title: words.t(`slot.${punch.slot}`),
  time: timeOnDay(countedAt(punch), day, utcOffset, words),
  detail: placeOfPunch(punch, utcOffset, words),
});

/**
 * When a punch of the shift is expected: 09:00 前, 18:00 后. `end` counts the flex minutes used; null if it is not
 * known before the clock-in of a flexible shift.
 */
export const plannedItem = (
  slot: Slot,
  shift: ShiftOnDay,
  end: string | null,
  words: Words,
): TimelineItem => ({
  key: `plan-${slot}`,
  tone: 'plan',
  title: words.t(`slot.${slot}`),
  time: slot === 'in' ? plannedIn(shift, words) : plannedOut(shift, end, words),
  detail: '',
});

function plannedIn({ start, requiredMinutes, core }: ShiftOnDay, words: Words): string {
  if (requiredMinutes === undefined) return words.t('timeline.planIn', { time: start });
  return core
    ? words.t('timeline.planIn', { time: core.start })
    : words.t('timeline.planFrom', { time: start });
}

const plannedOut = ({ requiredMinutes = 0 }: ShiftOnDay, end: string | null, words: Words): string =>
  end === null
    ? words.t('timeline.planWorked', { time: spanText(requiredMinutes, words) })
    : words.t('timeline.planOut', { time: clockText(end, words) });
