import type { SalaryProblem, SalaryStep } from '#contracts/salary-change';
import { type ChangeFacts, monthsOf, reachFault, stayFault } from './plan-change';
import type { AskedSalary } from './salary-change';

type Facts = Pick<ChangeFacts, 'people' | 'salaries' | 'reach'>;

/**
 * A change that waits, with the months that get a difference by now, and why it cannot be approved: who has left
 * meanwhile, whose salary is another one, and months that became final.
 */
export function standing(
  asked: readonly AskedSalary[],
  { people, salaries, reach }: Facts,
): { readonly steps: readonly SalaryStep[]; readonly problems: readonly SalaryProblem[] } {
  const all = asked.map((each, index) => {
    const { id } = each.person;
    const { from } = each.after;
    const person = people.get(id);
    const { rev, versions } = salaries.get(id) ?? { rev: 0, versions: [] };
    const months = person ? monthsOf(from, person, versions, reach) : [];
    const named = { line: index + 1, employeeId: id };
    const fault = !person
      ? ({ field: 'employeeId', rule: 'unknown', day: '' } as const)
      : rev !== each.rev
        ? ({ field: 'employeeId', rule: 'changed', day: '' } as const)
        : (stayFault(from, person) ?? reachFault(from, person, versions, reach));
    return { step: { ...each, months }, problems: fault ? [{ ...named, ...fault }] : [] };
  });
  return { steps: all.map(({ step }) => step), problems: all.flatMap(({ problems }) => problems) };
}
