import { collection } from '../../shared/data/collection';
import type { ReceiptClaim } from '../domain/receipt-claim';

interface Stored extends ReceiptClaim {
  readonly rev: number;
}

const receipts = collection<Stored>('receipts');
/** 50 lines with five receipts each. */
const MAX_FILES = 250;

/** One person's claims of these files, in one read. */
export async function findReceipts(employeeId: string, fileIds: readonly string[]): Promise<ReceiptClaim[]> {
  if (fileIds.length === 0) return [];
  const wanted = [...new Set(fileIds)].slice(0, MAX_FILES);
  return receipts.list((_) => ({ employeeId, fileId: _.in(wanted) }), MAX_FILES);
}

/** The claims with these ids. */
export const findClaims = (ids: readonly string[]): Promise<ReceiptClaim[]> => receipts.byIds(ids);

/** `duplicate`: somebody, or the same person, has claimed this content. */
export const addClaim = (claim: ReceiptClaim): Promise<'added' | 'duplicate'> =>
  receipts.add({ ...claim, rev: 1 });

/**
 * Claims receipts for a request, all or none; those that it has already count as claimed.
 * @returns whether all of them are the request's now
 */
export async function takeReceipts(
  claims: readonly string[],
  employeeId: string,
  requestId: string,
): Promise<boolean> {
  const taken = await receipts.updateWhere(
    (_) => ({ _id: _.in([...claims]), employeeId, requestId: _.in([null, requestId]) }),
    ({ inc }) => ({ requestId, rev: inc(1) }),
  );
  if (taken === claims.length) return true;
  await releaseReceipts(claims, requestId);
  return false;
}

/** Gives the receipts of a request back to their drafts. */
export async function releaseReceipts(claims: readonly string[], requestId: string): Promise<void> {
  await receipts.updateWhere(
    (_) => ({ _id: _.in([...claims]), requestId }),
    ({ inc }) => ({ requestId: null, rev: inc(1) }),
  );
}
