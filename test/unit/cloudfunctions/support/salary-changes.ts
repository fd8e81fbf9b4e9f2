import type { Answer } from './company';
import { PEOPLE, type Who } from './request-company';

interface PayrollCompany {
  pay(who: Who, action: string, input?: object): Promise<Answer>;
}

const PASS = '135790';
export const AMOUNT = 2_468_013;

/** What is asked of a change of salaries in tests; `AMOUNT` is nothing that anything else comes to. */
export const lineOf = (who: Who, more: object = {}) => ({
  ...{ employeeId: PEOPLE[who], from: '2026-11-01', wage: AMOUNT, ...more },
});

/** Acts on changes of salaries in a company of payroll. */
export function salaryChangesOf(company: PayrollCompany) {
  const openings = new Map<Who, string>();
  const openingOf = async (who: Who): Promise<string> => {
    const known = openings.get(who);
    if (known) return known;
    const { token } = (await company.pay(who, 'setPass', { pass: PASS })).data as { token: string };
    openings.set(who, token);
    return token;
  };
  return {
    openingOf,
    ask: (
      who: Who,
      lines: readonly object[],
      key = 'salary-change-0001',
      reason = '年度调薪',
    ): Promise<Answer> => company.pay(who, 'askSalaryChange', { key, reason, lines }),
    view: async (who: Who, id: string): Promise<Answer> =>
      company.pay(who, 'salaryChange', { id, opening: await openingOf(who) }),
    decide: async (
      who: Who,
      { id, rev }: { readonly id: string; readonly rev: number },
      verb: 'approve' | 'reject' = 'approve',
      more: object = {},
    ): Promise<Answer> =>
      company.pay(who, 'decideSalaryChange', { id, rev, verb, opening: await openingOf(who), ...more }),
    versionsOf: async (who: Who) =>
      (await company.pay(who === 'payroll' ? 'hr2' : 'payroll', 'salary', { employeeId: PEOPLE[who] })).data
        .versions as readonly { from: string; wage: number; mark?: { requestId: string } }[],
  };
}
