import { pipe, regex, strictObject, string } from 'valibot';
import type { FollowOnContracts } from '#contracts/follow-on';
import { employeeId } from '../../shared/inputs';
import { functionAction } from '../../shared/kernel/action';
import { opening } from '../inputs/second-check';
import { isOpened } from '../services/is-opened';

const openid = pipe(string(), regex(/^[\x21-\x7e]{1,128}$/));

/** For functions that do not have the key which openings are signed with. One read. @throws AppError SETUP_MISSING */
export const checkOpening = functionAction<FollowOnContracts['payroll']['checkOpening']>({
  input: strictObject({ opening, employeeId, openid }),
  run: async ({ input: { opening: token, ...holder }, now }) => ({
    isOpened: await isOpened(token, holder, now),
  }),
});
