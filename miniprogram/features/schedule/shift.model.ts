import type { Minutes } from '#contracts/common';
import type { Shift, Span } from '#contracts/shift';
import { cleanCode } from '../../common/clean-text';
import { completeText, ownEnglish } from '../../common/local-text';
import { readNumber } from '../../common/read-number';
import { minutesOf, wallClock } from '../../utils/wall-clock';

type NumberField =
  | 'flexMinutes'
  | 'requiredMinutes'
  | 'lateHalfDayAfter'
  | 'lateAbsentAfter'
  | 'earlyHalfDayAfter'
  | 'earlyAbsentAfter';

export interface BreakDraft {
  readonly start: string;
  readonly end: string;
  readonly punched: boolean;
}

/** A shift while it is edited: times of the wall clock, numbers as typed. */
export interface ShiftDraft extends Readonly<Record<NumberField, string>> {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: Shift['kind'];
  readonly start: string;
  readonly end: string;
  readonly hasCore: boolean;
  readonly coreStart: string;
  readonly coreEnd: string;
  readonly workdays: readonly number[];
  readonly breaks: readonly BreakDraft[];
  readonly sourceZh: string;
  readonly sourceEn: string;
}

const DAY: Minutes = 1_440;
export const MAX_BREAKS = 6;

/** The shift that most companies begin with: nine to six with a break at noon. */
export const newDraft = (id: string): ShiftDraft => ({
  id,
  zh: '',
  en: '',
  kind: 'fixed',
  start: '09:00',
  end: '18:00',
  flexMinutes: '0',
  requiredMinutes: '480',
  hasCore: true,
  coreStart: '10:00',
  coreEnd: '15:00',
  workdays: [1, 2, 3, 4, 5],
  lateHalfDayAfter: '60',
  lateAbsentAfter: '180',
  earlyHalfDayAfter: '60',
  earlyAbsentAfter: '180',
  breaks: [{ start: '12:00', end: '13:00', punched: false }],
  sourceZh: '',
  sourceEn: '',
});

/** The times that a new shift of each kind begins with. */
const USUAL_TIMES = {
  fixed: { start: '09:00', end: '18:00' },
  flexible: { start: '08:00', end: '20:00' },
} as const;

/** The draft as a shift of another kind; times that were not edited change with it. */
export function ofKind(draft: ShiftDraft, kind: Shift['kind']): ShiftDraft {
  const { start, end } = USUAL_TIMES[draft.kind];
  const isUntouched = draft.start === start && draft.end === end;
  return { ...draft, kind, ...(isUntouched ? USUAL_TIMES[kind] : {}) };
}

/** A stored shift, ready to be edited. */
export function draftOf(shift: Omit<Shift, 'version'>): ShiftDraft {
  const { core, name, source } = shift;
  return {
    id: shift.id,
    zh: name['zh-CN'],
    en: ownEnglish(name),
    kind: shift.kind,
    start: wallClock(shift.start),
    end: wallClock(shift.end),
    flexMinutes: String(shift.flexMinutes),
    requiredMinutes: String(shift.requiredMinutes ?? 480),
    hasCore: core !== null,
    coreStart: wallClock(core?.start ?? 600),
    coreEnd: wallClock(core?.end ?? 900),
    workdays: [...shift.workdays].sort((a, b) => a - b),
    lateHalfDayAfter: String(shift.lateHalfDayAfter),
    lateAbsentAfter: String(shift.lateAbsentAfter),
    earlyHalfDayAfter: String(shift.earlyHalfDayAfter),
    earlyAbsentAfter: String(shift.earlyAbsentAfter),
    breaks: shift.breaks.map((pause) => ({
      start: wallClock(pause.start),
      end: wallClock(pause.end),
      punched: pause.punched === true,
    })),
    sourceZh: source['zh-CN'],
    sourceEn: ownEnglish(source),
  };
}

/** The typed number; -1 if it is none, which the server rejects with the field. */
function numberOf(typed: string): number {
  const read = readNumber(typed);
  return 'value' in read && Number.isInteger(read.value) && read.value >= 0 && read.value <= 99_999
    ? read.value
    : -1;
}

/** The first time at `clock` that is not before `from`, minutes. */
const notBefore = (clock: string, from: Minutes): Minutes => {
  const minutes = minutesOf(clock);
  return minutes < from ? minutes + DAY : minutes;
};

/** The first time at `clock` after `from`, minutes: an end never equals its start. */
const after = (clock: string, from: Minutes): Minutes => notBefore(clock, from + 1);

/**
 * The shift that a draft means: what is earlier on the clock than the start is on the next day. What a kind of shift
 * does not know is left out.
 */
export function shiftFrom(draft: ShiftDraft): Omit<Shift, 'version'> {
  const start = minutesOf(draft.start);
  const isFlexible = draft.kind === 'flexible';
  return {
    id: cleanCode(draft.id),
    kind: draft.kind,
    name: completeText({ 'zh-CN': draft.zh, en: draft.en }),
    start,
    end: after(draft.end, start),
    flexMinutes: isFlexible ? 0 : numberOf(draft.flexMinutes),
    requiredMinutes: isFlexible ? numberOf(draft.requiredMinutes) : null,
    core: isFlexible && draft.hasCore ? coreFrom(draft, start) : null,
    workdays: draft.workdays,
    lateHalfDayAfter: numberOf(draft.lateHalfDayAfter),
    lateAbsentAfter: numberOf(draft.lateAbsentAfter),
    earlyHalfDayAfter: numberOf(draft.earlyHalfDayAfter),
    earlyAbsentAfter: numberOf(draft.earlyAbsentAfter),
    breaks: draft.breaks.map((pause) => ({
      start: after(pause.start, start),
      end: after(pause.end, start),
      ...(pause.punched && !isFlexible ? { punched: true } : {}),
    })),
    source: completeText({ 'zh-CN': draft.sourceZh, en: draft.sourceEn }),
  };
}

const coreFrom = ({ coreStart, coreEnd }: ShiftDraft, start: Minutes): Span => ({
  start: notBefore(coreStart, start),
  end: after(coreEnd, start),
});

/** Adds a break after the last one. */
export function withBreak(draft: ShiftDraft): ShiftDraft {
  if (draft.breaks.length >= MAX_BREAKS) return draft;
  const last = draft.breaks[draft.breaks.length - 1];
  const start = last ? minutesOf(last.end) + 60 : minutesOf(draft.start) + 180;
  const pause = { start: wallClock(start), end: wallClock(start + 30), punched: false };
  return { ...draft, breaks: [...draft.breaks, pause] };
}

export const withoutBreak = (draft: ShiftDraft, index: number): ShiftDraft => ({
  ...draft,
  breaks: draft.breaks.filter((_, at) => at !== index),
});

export const changedBreak = (draft: ShiftDraft, index: number, change: Partial<BreakDraft>): ShiftDraft => ({
  ...draft,
  breaks: draft.breaks.map((pause, at) => (at === index ? { ...pause, ...change } : pause)),
});

/** A weekday in or out, in the order of the week. */
export function toggledWorkday(draft: ShiftDraft, weekday: number): ShiftDraft {
  const others = draft.workdays.filter((each) => each !== weekday);
  const workdays = others.length < draft.workdays.length ? others : [...others, weekday];
  return { ...draft, workdays: [...workdays].sort((a, b) => a - b) };
}

/** Fields of the server that the form shows under another name. */
const FIELDS: Readonly<Record<string, string>> = {
  'name.zh-CN': 'zh',
  'name.en': 'en',
  'source.zh-CN': 'sourceZh',
  'source.en': 'sourceEn',
};

/** The field of the form that the server's `path` means: `shift.breaks.1.end` is `break-1`; empty if none is. */
export function fieldOf(path: string): string {
  if (path === 'from' || path === 'replaces') return 'from';
  const inner = /^shift\.(.+)$/.exec(path)?.[1] ?? '';
  const [, index] = /^breaks\.(\d+)/.exec(inner) ?? [];
  if (index !== undefined) return `break-${index}`;
  return FIELDS[inner] ?? inner.split('.')[0] ?? '';
}
