import { createHash } from 'node:crypto';
import { maxLength, pipe, strictObject, string } from 'valibot';
import type { Instant } from '../../../typings/contracts/common';
import type { RequestsContract } from '../../../typings/contracts/requests';
import { downloadFile } from '../../shared/data/cloud';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { addClaim, findClaims, keepUpload } from '../data/receipts';
import { MOST_RECEIPT_BYTES, receiptType } from '../domain/receipts/file-type';
import { isOwnUpload } from '../domain/receipts/own-upload';
import type { ReceiptClaim } from '../domain/receipts/receipt-claim';

/** Uploads of the same content that one person's claim remembers. */
const MOST_UPLOADS = 5;

/**
 * Looks at an uploaded receipt: what it is by its first bytes, how large, and whether the company has seen the
 * same content. One's own draft may be used again; whose another one is is not told.
 * @throws AppError RECEIPT_INVALID
 */
export const checkReceipt = employeeAction<RequestsContract['checkReceipt']>({
  input: strictObject({ fileId: pipe(string(), maxLength(512)) }),
  allow: can('update', 'OwnRequests'),
  async run({ input: { fileId }, me, now }) {
    const content = await load(fileId, me._id);
    const hash = createHash('sha256').update(content).digest('hex');
    const claim: ReceiptClaim = {
      _id: hash,
      hash,
      employeeId: me._id,
      fileIds: [fileId],
      bytes: content.length,
      at: now,
      requestId: null,
      byOther: false,
    };
    return { hash, bytes: content.length, duplicate: await claimContent(claim, fileId) };
  },
});

async function load(fileId: string, employeeId: string): Promise<Buffer> {
  if (!isOwnUpload(fileId, employeeId)) throw new AppError('RECEIPT_INVALID', { rule: 'owner' });
  const content = await downloadFile(fileId);
  if (!content || content.length === 0) throw new AppError('RECEIPT_INVALID', { rule: 'missing' });
  if (content.length > MOST_RECEIPT_BYTES) throw new AppError('RECEIPT_INVALID', { rule: 'size' });
  if (receiptType(content) === null) throw new AppError('RECEIPT_INVALID', { rule: 'type' });
  return content;
}

type Duplicate = { readonly own: boolean; readonly at: Instant } | null;

/** The first one in the company has the plain hash; who comes later has a claim of their own beside it. */
async function claimContent(claim: ReceiptClaim, fileId: string): Promise<Duplicate> {
  if ((await addClaim(claim)) === 'added') return null;
  const ownId = `${claim.hash}:${claim.employeeId}`;
  const known = await findClaims([claim.hash, ownId]);
  const first = known.find(({ _id }) => _id === claim.hash);
  const own = known.find(({ employeeId }) => employeeId === claim.employeeId);
  if (own) await remember(own, fileId);
  else if (first) await addClaim({ ...claim, _id: ownId, byOther: true });
  if (own && (own.requestId !== null || !own.byOther))
    return own.requestId === null ? null : { own: true, at: own.at };
  return first ? { own: false, at: first.at } : null;
}

async function remember(own: ReceiptClaim, fileId: string): Promise<void> {
  if (own.fileIds.includes(fileId)) return;
  await keepUpload(own, [...own.fileIds, fileId].slice(-MOST_UPLOADS));
}
