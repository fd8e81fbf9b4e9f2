import type { Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { checkedFiles } from '../../shared/files/checked-files';
import type { ReceiptClaim } from '../domain/receipt-claim';

interface Stored extends ReceiptClaim {
  readonly rev: number;
}

const receipts = collection<Stored>('receipts');
/** 50 lines with five receipts each. */
const MAX_FILES = 250;

/** For the check of pictures. */
export const receiptPictures = checkedFiles(receipts);

/** One person's claims of these files, in one read. */
export async function findReceipts(employeeId: string, fileIds: readonly string[]): Promise<ReceiptClaim[]> {
  if (fileIds.length === 0) return [];
  const uniqueIds = [...new Set(fileIds)].slice(0, MAX_FILES);
  return receipts.list((_) => ({ employeeId, fileId: _.in(uniqueIds) }), MAX_FILES);
}

/** Claims of these invoices in other requests than this one, by anybody in the company. */
export async function findClaimsOfInvoices(
  invoiceIds: readonly string[],
  requestId: string,
): Promise<ReceiptClaim[]> {
  if (invoiceIds.length === 0) return [];
  const uniqueIds = [...new Set(invoiceIds)].slice(0, MAX_FILES);
  const found = await receipts.list((_) => ({ invoiceId: _.in(uniqueIds) }), MAX_FILES, [['at', 'asc']]);
  return found.filter((claim) => claim.requestId !== null && claim.requestId !== requestId);
}

export const findClaimsById = (ids: readonly string[]): Promise<ReceiptClaim[]> => receipts.byIds(ids);

/** How many receipts a person has handed in since `from`, used or not. */
export const countReceiptsSince = (employeeId: string, from: Instant): Promise<number> =>
  receipts.count((_) => ({ employeeId, at: _.gte(from) }));

/** `duplicate`: this content was already claimed, possibly by the same person. */
export const addClaim = (claim: ReceiptClaim): Promise<'added' | 'duplicate'> =>
  receipts.add({ ...claim, rev: 1 });

/**
 * Claims receipts for a request, all or none; those already claimed by it count.
 * @returns whether all of them now belong to the request
 */
export async function claimReceipts(
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

/** Returns the receipts of a request to draft state. */
export async function releaseReceipts(claims: readonly string[], requestId: string): Promise<void> {
  await receipts.updateWhere(
    (_) => ({ _id: _.in([...claims]), requestId }),
    ({ inc }) => ({ requestId: null, rev: inc(1) }),
  );
}

const PAGE_SIZE = 1_000;

/** Receipts that at most a hundred people uploaded from `from` until before `to`, by person and time. */
export async function findReceiptsOf(
  employeeIds: readonly string[],
  from: Instant,
  to: Instant,
): Promise<ReceiptClaim[]> {
  const all: ReceiptClaim[] = [];
  for (let after = ''; ; after = all.at(-1)?._id ?? '') {
    const page = await receipts.list(
      (_) => ({ employeeId: _.in([...employeeIds]), at: _.gte(from).and(_.lt(to)), _id: _.gt(after) }),
      PAGE_SIZE,
      [['_id', 'asc']],
    );
    all.push(...page);
    if (page.length < PAGE_SIZE) break;
  }
  return all.sort((one, other) => one.employeeId.localeCompare(other.employeeId) || one.at - other.at);
}
