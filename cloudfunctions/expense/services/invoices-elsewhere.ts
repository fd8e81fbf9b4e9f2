import { requestNumber } from '../../../miniprogram/common/request-number';
import { findRequestKeys } from '../../approvals/public';
import { dayOf } from '../../shared/calendar/company-time';
import { findClaimsOfInvoices } from '../data/receipts';
import type { InvoiceElsewhere } from '../domain/receipt-claim';

/** Where else these invoices were handed in: a read, and one more for the numbers of the person's own requests. */
export async function invoicesElsewhere(
  invoiceIds: readonly string[],
  applicantId: string,
  requestId: string,
): Promise<readonly InvoiceElsewhere[]> {
  const claims = await findClaimsOfInvoices(invoiceIds, requestId);
  const own = claims.flatMap((claim) =>
    claim.employeeId === applicantId && claim.requestId !== null ? [claim.requestId] : [],
  );
  const keys = own.length > 0 ? await findRequestKeys([...new Set(own)]) : [];
  const numbers = new Map(keys.map((each) => [each._id, requestNumber(each.applicantId, each.submittedAt)]));
  return claims.flatMap(({ invoiceId, requestId: other, at }) => {
    if (invoiceId === undefined || other === null) return [];
    return [{ invoiceId, day: dayOf(at), number: numbers.get(other) ?? '' }];
  });
}
