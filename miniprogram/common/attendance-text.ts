import type { LocalText, Minutes } from '#contracts/common';
import type { DayStatus, Reason } from '#contracts/day-status';
import type { commonZh } from './words/zh-CN';

type Leaf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaf<T[K]>}` }[keyof T & string];
/** The dotted name of a text of `words/`. */
export type CommonKey = Leaf<typeof commonZh>;

/** Texts of one language, shared by the Mini Program and the functions. */
export interface Speaker {
  t(key: CommonKey, data?: Readonly<Record<string, string | number>>): string;
  pick(text: LocalText): string;
}

/** Kind of the day, with the festival's name if there is one; a make-up workday is marked as worked. */
export function kindText({ kind, kindName }: Pick<DayStatus, 'kind' | 'kindName'>, words: Speaker): string {
  if (!kindName) return words.t(`kind.${kind}`);
  const name = words.pick(kindName);
  return kind === 'makeup' ? words.t('makeupOf', { name }) : name;
}

/** `06:00+1` is 次日 06:00 / 06:00 next day. */
export const clockText = (time: string, words: Speaker): string =>
  time.endsWith('+1') ? words.t('date.nextDay', { time: time.slice(0, -2) }) : time;

/** 1 小时 40 分钟 / 1 h 40 min. */
export function spanText(total: Minutes, words: Speaker): string {
  const hours = Math.floor(total / 60);
  const minutes = Math.round(total % 60);
  if (hours === 0) return words.t('date.spanMinutes', { minutes });
  if (minutes === 0) return words.t('date.spanHours', { hours });
  return words.t('date.span', { hours, minutes });
}

/** Monday is 1. */
export const weekdayName = (weekday: number, words: Speaker): string =>
  words.t(`date.weekdays.${weekday}` as CommonKey);

/** Reasons whose minutes are shown as hours and minutes. */
const DURATION_REASONS: ReadonlySet<Reason['code']> = new Set([
  'WORKED',
  'SHIFT_FLEXIBLE',
  'REQUIRED',
  'OVERTIME',
  'OVERTIME_LESSER',
  'OVERTIME_UNPUNCHED',
]);

/** One line of the calculation, the same on screens and in exports. */
export function reasonText({ code, data }: Reason, words: Speaker): string {
  const facts: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(data)) facts[name] = spokenValue(name, value, words);
  if (DURATION_REASONS.has(code)) facts.span = spanText(Number(data.minutes), words);
  return words.t(`reasons.${code}`, facts);
}

function spokenValue(name: string, value: string | number | LocalText, words: Speaker): string | number {
  if (typeof value === 'object') return words.pick(value);
  if (name === 'weekday') return weekdayName(Number(value), words);
  if (name === 'slot' && (value === 'in' || value === 'out')) return words.t(`slot.${value}`);
  if (name === 'punched') return spanText(Number(value), words);
  return typeof value === 'string' ? clockText(value, words) : value;
}
