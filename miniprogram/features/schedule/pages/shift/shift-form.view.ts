import { spanText } from '../../../../common/attendance-text';
import type { TextKey } from '../../../../locales/texts';
import type { Words } from '../../../../locales/words';
import { minutesOf } from '../../../../utils/wall-clock';
import { MAX_BREAKS, type ShiftDraft } from '../../shift.model';

const NUMBERS = ['lateHalfDayAfter', 'lateAbsentAfter', 'earlyHalfDayAfter', 'earlyAbsentAfter'] as const;
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** 480 minutes are 8 小时. */
const minutesNote = (typed: string, words: Words): string =>
  /^\d{2,5}$/.test(typed) && Number(typed) >= 60 ? spanText(Number(typed), words) : '';

const isNextDay = (clock: string, start: string): boolean => minutesOf(clock) <= minutesOf(start);

/** The fields of a shift. */
export function formView(draft: ShiftDraft, isNew: boolean, words: Words) {
  const next = (clock: string) => (isNextDay(clock, draft.start) ? words.t('shift.nextDay') : '');
  const breakNext = (clock: string) =>
    next(draft.end) && minutesOf(clock) < minutesOf(draft.start) ? words.t('shift.nextDay') : '';
  return {
    id: draft.id,
    isNew,
    zh: draft.zh,
    en: draft.en,
    isFlexible: draft.kind === 'flexible',
    kinds: (['fixed', 'flexible'] as const).map((id) => ({
      id,
      name: words.t(`shift.kinds.${id}`),
      on: draft.kind === id,
    })),
    kindNote: words.t(`shift.kindNotes.${draft.kind}`),
    start: draft.start,
    end: draft.end,
    endNext: next(draft.end),
    flexMinutes: draft.flexMinutes,
    requiredMinutes: draft.requiredMinutes,
    requiredNote: minutesNote(draft.requiredMinutes, words),
    hasCore: draft.hasCore,
    coreStart: draft.coreStart,
    coreEnd: draft.coreEnd,
    coreEndNext: breakNext(draft.coreEnd),
    workdays: WEEK.map((day) => ({
      day,
      name: words.t(`date.weekdayInitials.${day}` as TextKey),
      label: words.t(`date.weekdays.${day}` as TextKey),
      on: draft.workdays.includes(day),
    })),
    breaks: draft.breaks.map((pause, index) => ({
      key: index,
      field: `break-${index}`,
      title: words.t('shift.breakNumber', { number: index + 1 }),
      start: pause.start,
      startNext: breakNext(pause.start),
      end: pause.end,
      endNext: breakNext(pause.end),
      punched: pause.punched,
    })),
    canAddBreak: draft.breaks.length < MAX_BREAKS,
    numbers: NUMBERS.map((field) => ({
      field,
      name: words.t(`shift.fields.${field}`),
      value: draft[field],
      note: minutesNote(draft[field], words),
    })),
    sourceZh: draft.sourceZh,
    sourceEn: draft.sourceEn,
  };
}
