import type { Day, Instant } from '#contracts/common';
import type { PictureCheck } from '../../shared/files/picture-check';

/**
 * A document of `receipts`: a person uploaded a file with this content. `_id` is its SHA-256 for the first
 * person, so that one of two concurrent uploads is first; `<SHA-256>:<employee>` for everyone after.
 */
export interface ReceiptClaim {
  readonly _id: string;
  readonly hash: string;
  readonly employeeId: string;
  /** The copy that only the server can write. */
  readonly fileId: string;
  readonly bytes: number;
  readonly at: Instant;
  /** The expense that uses it; null while in a draft. */
  readonly requestId: string | null;
  /** Another person uploaded the same content first. */
  readonly byOther: boolean;
  /** The invoice by the code on the picture; absent where none could be read. */
  readonly invoiceId?: string;
  readonly invoiceNumber?: string;
  readonly check?: PictureCheck;
}

/** A receipt with the invoice of another one, in another request. */
export interface InvoiceElsewhere {
  readonly invoiceId: string;
  /** The day on which it was handed in. */
  readonly day: Day;
  /** The readable number of the applicant's own request; empty for one of a colleague, who is not disclosed. */
  readonly number: string;
}
