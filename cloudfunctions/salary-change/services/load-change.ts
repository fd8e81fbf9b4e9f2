import type { Instant } from '#contracts/common';
import type { SalaryProblem, SalaryStep } from '#contracts/salary-change';
import { canView, findRequest, type RequestDocument } from '../../approvals/engine';
import { findPayReach } from '../../payroll/public';
import { employeesById } from '../../people/public';
import { briefOf } from '../../people/rules';
import { findSalaries } from '../../salaries/public';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { standing } from '../domain/standing';
import { isSalaryChange, openedChange } from './sealed-change';

/** A request about salaries that the caller has asked for or is asked about. @throws AppError NOT_FOUND, for everybody else too */
export async function requireChange(id: string, me: Employee): Promise<RequestDocument> {
  const request = await findRequest(id);
  const viewer = { person: briefOf(me), seesAll: false };
  if (!request || !isSalaryChange(request) || !canView(request, viewer, []))
    throw new AppError('NOT_FOUND', { what: 'request' });
  return request;
}

/** What a request asks for, and what of it cannot be approved by now. Three reads while it waits, none afterwards. */
export async function loadChange(
  request: RequestDocument,
  now: Instant,
): Promise<{
  readonly reason: string;
  readonly steps: readonly SalaryStep[];
  readonly problems: readonly SalaryProblem[];
}> {
  const { reason, asked } = openedChange(request);
  if (request.state !== 'pending')
    return { reason, steps: asked.map((each) => ({ ...each, months: [] })), problems: [] };
  const ids = asked.map(({ person }) => person.id);
  const today = dayOf(now);
  const [people, salaries, reach] = await Promise.all([
    employeesById(ids, now),
    findSalaries(ids),
    findPayReach(today),
  ]);
  return { reason, ...standing(asked, { people, salaries, reach }) };
}
