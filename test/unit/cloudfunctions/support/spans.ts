import type { AccountSpan } from '../../../../cloudfunctions/accounts/domain/account';
import { at, day, words } from './rules';

/** A span of an account, as a decided or open request leaves it. Times as `YYYY-MM-DD HH:mm`. */
export function span(
  kind: AccountSpan['kind'],
  state: AccountSpan['state'],
  from: string,
  to: string,
  more: Partial<AccountSpan> = {},
): AccountSpan {
  return {
    requestId: `R-${kind}`,
    kind,
    state,
    name: words(kind),
    day: day(from.slice(0, 10)),
    from: at(from),
    to: at(to),
    minutes: 0,
    ...more,
  };
}

/** A correction of one punch. */
export const correction = (
  state: AccountSpan['state'],
  slot: 'in' | 'out',
  time: string,
  more: Partial<AccountSpan> = {},
): AccountSpan => span('correction', state, time, time, { slot, ...more });
