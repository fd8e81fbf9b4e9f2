import type { Minutes } from '#contracts/common';
import type { AccountSpan } from '../../accounts/rules';

/** One approved overtime span once it is over, in minutes. */
export interface OvertimeCredit {
  readonly approved: Minutes;
  /** Of it, between the first and the last punch of a day. */
  readonly punched: Minutes;
  readonly credited: Minutes;
}

/** The credit of an overtime span; null while it may still be punched. */
export type CreditOf = (span: AccountSpan) => OvertimeCredit | null;

export const NOT_CREDITED_YET: CreditOf = () => null;
