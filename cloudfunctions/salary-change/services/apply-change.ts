import type { Instant } from '#contracts/common';
import type { SalaryMark } from '#contracts/pay-item';
import type { PersonBrief } from '#contracts/person';
import { findRequest, type RequestDocument } from '../../approvals/engine';
import { findSalaries, findSalary, saveSalaryVersions } from '../../salaries/public';
import { isStored, type Salary, withVersion } from '../../salaries/rules';
import { inParallel } from '../../shared/data/in-parallel';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { dropClaims } from '../data/salary-claims';
import type { AskedSalary } from '../domain/salary-change';
import { openedChange } from './sealed-change';

const WRITES_AT_ONCE = 10;
const TRIES = 3;

/**
 * Stores the salaries that were approved, once each: who has it of this request already is left as they are. They are claimed
 * until all are stored, so that nothing else changes them meanwhile.
 */
export async function applyChange(requestId: string): Promise<void> {
  const request = await findRequest(requestId);
  if (!request) throw new Error(`${requestId} is approved and not there.`);
  const mark = markOf(request);
  const { asked } = openedChange(request);
  const stored = await findSalaries(asked.map(({ person }) => person.id));
  await inParallel(asked, WRITES_AT_ONCE, (each) => storeOnce(each, mark, stored.get(each.person.id)));
  await dropClaims(requestId);
}

async function storeOnce({ person, after }: AskedSalary, mark: SalaryMark, known?: Salary): Promise<void> {
  let found: Salary | null = known ?? { employeeId: person.id, rev: 0, versions: [] };
  await retryOnConflict(TRIES, async () => {
    const before: Salary = found ?? (await findSalary(person.id));
    found = null;
    if (isStored(before.versions, mark.requestId)) return undefined;
    const versions = withVersion(before.versions, { ...after, mark });
    // Later than the decision if the call that made it died.
    const isSaved = await saveSalaryVersions(before, versions, Date.now() as Instant);
    return isSaved ? undefined : conflict;
  });
}

function markOf({ _id, applicant, submittedAt, timeline }: RequestDocument): SalaryMark {
  const decided = timeline.findLast(({ verb }) => verb === 'approve');
  if (!decided?.byId) throw new Error(`${_id} is approved by nobody.`);
  const approvedBy: PersonBrief = { id: decided.byId, name: decided.byName, nameEn: decided.byNameEn };
  return { requestId: _id, askedBy: applicant, askedAt: submittedAt, approvedBy, approvedAt: decided.at };
}
