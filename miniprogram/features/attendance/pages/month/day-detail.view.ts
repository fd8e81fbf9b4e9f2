import type { Minutes } from '#contracts/common';
import type { Mark, ReasonCode } from '#contracts/day-status';
import type { MonthDay } from '#contracts/month';
import type { PunchRecord, Slot } from '#contracts/punch';
import { kindText, reasonText, spanText } from '../../../../common/attendance-text';
import { bookedItem, plannedItem, type TimelineItem } from '../../../../components/timeline/timeline.view';
import type { Words } from '../../../../locales/words';
import { dayText } from '../../../../utils/dates';
import { TONE_OF } from '../../tones';
import { type DayAction, dayActions } from './day-actions';

export interface DayDetailView {
  readonly title: string;
  readonly kind: string;
  readonly state: string;
  readonly tone: string;
  readonly marks: readonly string[];
  /** The steps of the calculation that decided the state; also part of `why`. */
  readonly decisive: readonly string[];
  readonly timeline: readonly TimelineItem[];
  readonly why: readonly string[];
  readonly rule: string;
  readonly actions: readonly DayAction[];
}

const SLOTS: readonly Slot[] = ['in', 'out'];

const slotText = (slot: string, words: Words): string =>
  slot === 'in' || slot === 'out' ? words.t(`slot.${slot}`) : slot;

/** 迟到 12 分钟 / 12 min late. */
export function markText(mark: Mark, words: Words): string {
  switch (mark.kind) {
    case 'late':
    case 'early':
      return words.t(`marks.${mark.kind}`, { minutes: mark.minutes });
    case 'absent':
      return words.t('marks.absent', { days: hundredths(mark.days), count: mark.days });
    case 'leave':
    case 'trip':
      return coverText(mark, words);
    case 'overtime':
      return overtimeText(mark, words);
    case 'requested':
      return words.t('marks.requested', { name: words.pick(mark.name) });
    default:
      return words.t(`marks.${mark.kind}`, { slot: slotText(mark.slot, words) });
  }
}

function overtimeText(
  { name, minutes, credited }: Extract<Mark, { kind: 'overtime' }>,
  words: Words,
): string {
  const facts = { name: words.pick(name), span: spanText(minutes, words) };
  return credited === undefined
    ? words.t('marks.overtime', facts)
    : words.t('marks.overtimeLess', { ...facts, credited: spanText(credited, words) });
}

const hundredths = (days: number): number => Math.round(days * 100) / 100;

/** Whole and half days as days, everything else as hours and minutes. */
function coverText(mark: Extract<Mark, { kind: 'leave' | 'trip' }>, words: Words): string {
  const name = words.pick(mark.name);
  if (mark.minutes === undefined) return words.t(`marks.${mark.kind}`, { name, days: hundredths(mark.days) });
  return words.t('marks.coverMinutes', { name, span: spanText(mark.minutes, words) });
}

const missingItem = (slot: Slot, words: Words): TimelineItem => ({
  key: `missing-${slot}`,
  tone: 'bad',
  title: slotText(slot, words),
  time: words.t('timeline.missing'),
  detail: '',
});

function openItem(slot: Slot, day: MonthDay, words: Words): readonly TimelineItem[] {
  const missing = day.marks.some((mark) => mark.kind === 'missing' && mark.slot === slot);
  if (missing) return [missingItem(slot, words)];
  const open = day.state === 'ongoing' || day.state === 'upcoming';
  const { shift } = day;
  const end = shift?.requiredMinutes === undefined ? shift?.end : null;
  return open && shift ? [plannedItem(slot, shift, end ?? null, words)] : [];
}

function withNote(item: TimelineItem, { note }: PunchRecord, words: Words): TimelineItem {
  return note ? { ...item, detail: [item.detail, note].join(words.t('common.separator')) } : item;
}

function timelineOf(day: MonthDay, utcOffset: Minutes, words: Words): readonly TimelineItem[] {
  const item = (punch: PunchRecord) => withNote(bookedItem(punch, day.day, utcOffset, words), punch, words);
  if (day.shift?.segments) return day.punches.map(item);
  return SLOTS.flatMap((slot) => {
    const booked = day.punches.filter((punch) => punch.slot === slot);
    return booked.length === 0 ? openItem(slot, day, words) : booked.map(item);
  });
}

/** What decided the state or stands in its way, beyond what the marks say. */
const DECISIVE: ReadonlySet<ReasonCode> = new Set([
  'LATE',
  'LATE_CORE',
  'LATE_HALF_DAY',
  'LATE_ABSENT',
  'EARLY',
  'EARLY_HALF_DAY',
  'EARLY_ABSENT',
  'NO_PUNCH',
  'CLAIM_WAITS',
  'REST_PUNCHED',
  'OVERTIME_LESSER',
  'OVERTIME_UNPUNCHED',
  'SHIFT_CHANGED',
  'REQUESTED',
  'REQUESTED_CORRECTION',
  'FIELD_WAITING',
  'FIELD_REJECTED',
]);

/** The rule that decided: of the shift, or of the calendar on a day off. */
function ruleText({ shift, rule }: MonthDay, words: Words): string {
  const source = words.pick(rule.source);
  if (!shift) return words.t('month.source', { source });
  return words.t('month.rule', { name: words.pick(shift.name), version: rule.version, source });
}

/**
 * One day: its state, its punches, and how the state was worked out. `isOther`: of another person, for whom nobody else can
 * ask, but whose requests can be looked at.
 */
export function dayDetailView(
  day: MonthDay,
  utcOffset: Minutes,
  words: Words,
  isOther = false,
): DayDetailView {
  return {
    title: dayText(day.day, words),
    kind: kindText(day, words),
    state: words.t(`states.${day.state}`),
    tone: day.state === 'normal' ? 'ok' : TONE_OF[day.state],
    marks: day.marks.map((mark) => markText(mark, words)),
    timeline: timelineOf(day, utcOffset, words),
    decisive: day.reasons.filter(({ code }) => DECISIVE.has(code)).map((reason) => reasonText(reason, words)),
    why: day.reasons.map((reason) => reasonText(reason, words)),
    actions: dayActions(day, utcOffset, words).filter(({ requestId }) => !isOther || requestId !== ''),
    rule: ruleText(day, words),
  };
}
