import type { Day } from '#contracts/common';

/** Months back of which a result that nobody has opened is still something to do. */
const MONTHS = 3;

/** Ids of the appraisals whose answers or results can be due on a day: of this period and those before, by their months. */
export function appraisalIdsOn(today: Day): string[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  const ids = new Set<string>();
  for (let back = 0; back <= MONTHS; back += 1) {
    const index = year * 12 + month - back;
    const [of, at] = [Math.floor(index / 12), index % 12];
    ids.add(`a-${of}-${String(at + 1).padStart(2, '0')}`);
    ids.add(`a-${of}-Q${Math.floor(at / 3) + 1}`);
  }
  return [...ids, `a-${year}`, `a-${year - 1}`];
}
