import type { Month } from '#contracts/common';
import type { BaseProblem, DeclaredBase } from '#contracts/insurance-records';
import { isEmployedIn } from '../../people/rules';
import { addMonths, monthOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';

interface PaidMonths {
  readonly again: readonly Month[];
  readonly final: readonly Month[];
}

/**
 * A paid month gets a difference of insurance and fund as long as the next run works it out again. A base that holds in months
 * before these would leave them without, and nobody would see it: it is refused with the first month from which all are paid, as a
 * salary is. Who has left is in no run after the month of the last day.
 * @param list what is declared, in order of the months
 */
export function reachProblem(
  from: Month,
  person: Pick<Employee, 'hiredOn' | 'leftOn'>,
  list: readonly DeclaredBase[],
  { again, final }: PaidMonths,
): Pick<BaseProblem, 'rule' | 'first' | 'day'> | null {
  const [paid, { leftOn }] = [again.at(-1), person];
  if (paid !== undefined && leftOn !== null && monthOf(leftOn) <= paid)
    return { rule: 'paid-off', day: leftOn };
  const next = list.find((each) => each.from > from);
  const last = final.findLast(
    (month) => from <= month && (!next || month < next.from) && isEmployedIn(person, month),
  );
  return last ? { rule: 'paid', first: addMonths(last, 1) } : null;
}
