import type { Instant } from '#contracts/common';
import { requestNumber } from '../../../miniprogram/common/request-number';
import { findEarlierRequests } from '../../approvals/public';
import { linesOf } from '../domain/expense-rules';
import type { EarlierLine } from '../domain/similar-lines';

const DAY_MS = 86_400_000;

/** The lines of the person's expenses in the days that an expense may go back, but for this one. One read. */
export async function earlierLines(
  applicantId: string,
  requestId: string,
  windowDays: number,
  now: Instant,
): Promise<readonly EarlierLine[]> {
  const since = (now - windowDays * DAY_MS) as Instant;
  const requests = await findEarlierRequests(applicantId, 'expense', since);
  return requests
    .filter(({ _id }) => _id !== requestId)
    .flatMap(({ values, submittedAt }) =>
      linesOf(values.lines).map(({ day, category, amount }) => ({
        ...{ day, category, amount },
        number: requestNumber(applicantId, submittedAt),
      })),
    );
}
