import type { Language, LocalText, Minutes } from '#contracts/common';
import type { DayStatus, Reason } from '#contracts/day-status';
import { ATTENDANCE_WORDS } from './attendance-words';

type Facts = Readonly<Record<string, string | number>>;

/** `{{name}}` becomes the fact of that name. */
const fill = (text: string, facts: Facts): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''));

/** What kind of day it is: the festival's name where there is one; a make-up workday says that it is worked. */
export function kindText(
  { kind, kindName }: Pick<DayStatus, 'kind' | 'kindName'>,
  language: Language,
): string {
  const words = ATTENDANCE_WORDS[language];
  if (!kindName) return words.kinds[kind];
  return kind === 'makeup' ? fill(words.makeupOf, { name: kindName[language] }) : kindName[language];
}

/** `06:00+1` is 次日 06:00 / 06:00 next day. */
export const clockText = (time: string, language: Language): string =>
  time.endsWith('+1') ? fill(ATTENDANCE_WORDS[language].nextDay, { time: time.slice(0, -2) }) : time;

/** 1 小时 40 分钟 / 1 h 40 min. */
function spanText(total: Minutes, language: Language): string {
  const { span, spanHours, spanMinutes } = ATTENDANCE_WORDS[language];
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (hours === 0) return fill(spanMinutes, { minutes });
  return fill(minutes === 0 ? spanHours : span, { hours, minutes });
}

/** One line of "how this was worked out", as the Mini Program says it. */
export function reasonText({ code, data }: Reason, language: Language): string {
  const facts = Object.entries(data).map(([name, value]) => [name, spoken(name, value, language)]);
  const span = code === 'WORKED' ? { span: spanText(Number(data.minutes), language) } : {};
  return fill(ATTENDANCE_WORDS[language].reasons[code], { ...Object.fromEntries(facts), ...span });
}

function spoken(name: string, value: string | number | LocalText, language: Language): string | number {
  const { weekdays, slots } = ATTENDANCE_WORDS[language];
  if (typeof value === 'object') return value[language];
  if (name === 'weekday') return weekdays[Number(value) - 1] ?? '';
  if (name === 'slot' && (value === 'in' || value === 'out')) return slots[value];
  return typeof value === 'string' ? clockText(value, language) : value;
}
