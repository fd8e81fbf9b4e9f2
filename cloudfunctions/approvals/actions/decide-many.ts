import { array, exactOptional, literal, maxLength, minLength, picklist, pipe, strictObject } from 'valibot';
import type { WireError } from '#contracts/reply';
import type { RequestCard } from '#contracts/request';
import type { RequestsContract } from '#contracts/requests';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findRequests } from '../data/requests';
import { expectedRevision, optionalComment } from '../inputs/request';
import { decideOne } from './decide-step';

const MAX_REQUESTS = 20;
/** Limited because a function has few database connections. */
const MAX_PARALLEL = 5;

interface Result {
  readonly id: string;
  readonly card: RequestCard | null;
  readonly error: WireError | null;
}

/**
 * At most twenty decisions, each with its own result. All requests are read in one call; each decision then
 * takes as many calls as a single one. Duplicate ids are decided once. A request with a warning that it is against a
 * rule is approved only if the person has seen that, see `seen`.
 * @throws AppError TEXT_REFUSED
 */
export const decideMany = employeeAction<RequestsContract['decideMany']>({
  input: strictObject({
    verb: picklist(['approve', 'reject']),
    comment: optionalComment,
    requests: pipe(
      array(strictObject({ ...expectedRevision, seen: exactOptional(literal(true)) })),
      minLength(1),
      maxLength(MAX_REQUESTS),
    ),
  }),
  allow: can('decide', 'OwnRequests'),
  texts: ({ comment }) => [comment ?? ''],
  async run({ input: { verb, comment, requests }, me, now }) {
    const uniqueRequests = [...new Map(requests.map((each) => [each.id, each])).values()];
    const found = await findRequests(uniqueRequests.map(({ id }) => id));
    const documents = new Map(found.map((request) => [request._id, request]));
    const results: Result[] = [];
    for (let start = 0; start < uniqueRequests.length; start += MAX_PARALLEL) {
      const batch = uniqueRequests.slice(start, start + MAX_PARALLEL);
      const decided = batch.map(({ id, rev, seen = false }) => {
        const call = { id, rev, verb, me, now, preloaded: documents.get(id) ?? null, isUnseen: !seen };
        return resultOf(id, decideOne(call, comment));
      });
      results.push(...(await Promise.all(decided)));
    }
    return { results };
  },
});

/** An AppError is the result of one request; any other error fails the whole call, which can be retried. */
async function resultOf(id: string, decided: Promise<RequestCard>): Promise<Result> {
  try {
    return { id, card: await decided, error: null };
  } catch (error) {
    if (error instanceof AppError) return { id, card: null, error: { code: error.code, data: error.data } };
    throw error;
  }
}
