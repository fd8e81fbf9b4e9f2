import type { Instant } from '#contracts/common';

/**
 * A document of `receipts`: somebody has uploaded a file with this content. `_id` is its SHA-256 for the person
 * who came first, so that of two at once one is first; `<SHA-256>:<employee>` for everybody after.
 */
export interface ReceiptClaim {
  readonly _id: string;
  readonly hash: string;
  readonly employeeId: string;
  /** The copy that only the server can write. */
  readonly fileId: string;
  readonly bytes: number;
  readonly at: Instant;
  /** The expense that it is claimed in; null while it lies in a draft. */
  readonly requestId: string | null;
  /** Somebody else had it before. */
  readonly byOther: boolean;
}
