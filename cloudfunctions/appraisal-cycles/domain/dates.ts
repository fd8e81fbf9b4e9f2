import type { CycleDates } from '#contracts/appraisal-cycles';
import type { Day, LocalText } from '#contracts/common';
import type { CycleBrief } from '#contracts/goal';
import { addDays } from '../../shared/calendar/company-time';

/** Workdays from the start: for choosing peers, for confirming them, for the answers. */
const CHOOSE = 3;
const CONFIRM = 5;
const ANSWER = 10;
/** Whoever was there for less of a long period is not appraised. */
const LEAST_DAYS = 92;
/** No company is closed for longer. */
const MOST_STEPS = 60;

/** The days of a cycle that starts today, or once its period is over. */
export function datesFor(
  { from, to }: Pick<CycleBrief, 'from' | 'to'>,
  today: Day,
  isWorkday: (day: Day) => boolean,
): CycleDates {
  const start = to >= today ? addDays(to, 1) : today;
  const late = addDays(to, 1 - LEAST_DAYS);
  return {
    hiredUntil: late > from ? late : from,
    peersUntil: afterWorkdays(start, CHOOSE, isWorkday),
    confirmUntil: afterWorkdays(start, CONFIRM, isWorkday),
    answersUntil: afterWorkdays(start, ANSWER, isWorkday),
  };
}

function afterWorkdays(start: Day, count: number, isWorkday: (day: Day) => boolean): Day {
  let [day, left] = [start, count];
  for (let step = 0; step < MOST_STEPS && left > 0; step += 1) {
    day = addDays(day, 1);
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026年11月考核`, `Appraisal Nov 2026`. */
export function titleOf({ id, kind }: Pick<CycleBrief, 'id' | 'kind'>): LocalText {
  const [year = '', part = ''] = id.split('-');
  if (kind === 'year') return { 'zh-CN': `${year}年度考核`, en: `Appraisal ${year}` };
  if (kind === 'quarter')
    return { 'zh-CN': `${year}年第${part.slice(1)}季度考核`, en: `Appraisal ${part} ${year}` };
  return { 'zh-CN': `${year}年${Number(part)}月考核`, en: `Appraisal ${MONTHS[Number(part) - 1]} ${year}` };
}
