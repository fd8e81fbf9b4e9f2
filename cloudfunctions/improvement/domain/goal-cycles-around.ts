import type { Day } from '#contracts/common';

/** The ids of the cycles of goals that a day is in, and of those just before them: months, quarters, years. */
export function goalCyclesAround(day: Day): readonly string[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const months = [0, 1, 2, 3].map((back) => monthId(year, month - back));
  const quarter = Math.ceil(month / 3);
  const quarters = [0, 1].map((back) => quarterId(year, quarter - back));
  return [...months, ...quarters, String(year), String(year - 1)];
}

const monthId = (year: number, month: number): string =>
  month < 1 ? monthId(year - 1, month + 12) : `${year}-${String(month).padStart(2, '0')}`;

const quarterId = (year: number, quarter: number): string =>
  quarter < 1 ? quarterId(year - 1, quarter + 4) : `${year}-Q${quarter}`;
