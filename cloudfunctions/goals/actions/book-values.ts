import { pipe, regex, strictObject, string } from 'valibot';
import type { FollowOnContracts } from '#contracts/follow-on';
import { findKeptRequest } from '../../integration/public';
import { AppError } from '../../shared/errors/app-error';
import { functionAction } from '../../shared/kernel/action';
import { bookOutside } from '../services/book-outside';

/**
 * Books what a system outside has signed. The values are those of the request that `integration` has kept, whoever calls:
 * no function can hand it others. Idempotent. @throws AppError NOT_FOUND
 */
export const bookValues = functionAction<FollowOnContracts['goals']['bookValues']>({
  input: strictObject({ requestId: pipe(string(), regex(/^[a-z0-9]{8}:[A-Za-z0-9_-]{16,64}$/)) }),
  async run({ input, now }) {
    const request = await findKeptRequest(input.requestId);
    if (!request) throw new AppError('NOT_FOUND', { what: 'request' });
    return { results: request.answer ?? (await bookOutside(request, now)) };
  },
});
