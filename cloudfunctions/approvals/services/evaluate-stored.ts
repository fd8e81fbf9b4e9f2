import type { Instant } from '#contracts/common';
import type { Account } from '../../accounts/rules';
import type { ScheduleOverlay } from '../../schedule/public';
import { dayOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import type { RequestDocument } from '../domain/request/request';
import type { KindAnswer } from '../kind/kind';
import { evaluateRequest } from './evaluate-request';

/**
 * What the rules of its kind say of a stored request now, without what it has booked itself. Limits of the day of
 * asking refer to the day of the submission.
 */
export function evaluateStored(
  request: RequestDocument,
  applicant: Employee,
  account: Account,
  { now, overlay }: { readonly now: Instant; readonly overlay?: ScheduleOverlay | undefined },
): Promise<KindAnswer> {
  const { _id: requestId, typeId: id, version, kind, typeName: name, form, flow, values } = request;
  return evaluateRequest({
    requestId,
    type: { id, version, kind, name, enabled: true, form, flow },
    values,
    applicant,
    account,
    team: { size: 0, absences: [] },
    now,
    recount: { today: dayOf(request.submittedAt), overlay },
  });
}
