import { array, maxLength, minLength, picklist, pipe, strictObject } from 'valibot';
import type { WireError } from '#contracts/common';
import type { RequestCard } from '#contracts/request';
import type { RequestsContract } from '#contracts/requests';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { requireAllowedText } from '../../shared/text-check/require-allowed-text';
import { findRequests } from '../data/requests';
import { comment, expecting } from '../inputs/request';
import { decideOne } from './decide-step';

const MAX_REQUESTS = 20;
/** Decided side by side; a function has few connections to the database. */
const AT_ONCE = 5;

interface Result {
  readonly id: string;
  readonly card: RequestCard | null;
  readonly error: WireError | null;
}

/**
 * At most twenty decisions, each with its own result. All are read in one call; each then takes what one decision
 * takes. The same request twice is decided once.
 * @throws AppError TEXT_REFUSED
 */
export const decideMany = employeeAction<RequestsContract['decideMany']>({
  input: strictObject({
    verb: picklist(['approve', 'reject']),
    comment,
    requests: pipe(array(strictObject(expecting)), minLength(1), maxLength(MAX_REQUESTS)),
  }),
  allow: can('decide', 'OwnRequests'),
  async run({ input: { verb, comment: words, requests }, me, openid, now }) {
    await requireAllowedText([words ?? ''], openid);
    const wanted = [...new Map(requests.map((each) => [each.id, each])).values()];
    const found = await findRequests(wanted.map(({ id }) => id));
    const documents = new Map(found.map((request) => [request._id, request]));
    const results: Result[] = [];
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const some = wanted.slice(at, at + AT_ONCE);
      const decided = some.map(({ id, rev }) =>
        resultOf(id, decideOne({ id, rev, verb, me, now, given: documents.get(id) ?? null }, words)),
      );
      results.push(...(await Promise.all(decided)));
    }
    return { results };
  },
});

/** A refusal is the result of one request; a fault of ours is one of the call, which can be made again. */
async function resultOf(id: string, decided: Promise<RequestCard>): Promise<Result> {
  try {
    return { id, card: await decided, error: null };
  } catch (error) {
    if (error instanceof AppError) return { id, card: null, error: { code: error.code, data: error.data } };
    throw error;
  }
}
