import { createHash } from 'node:crypto';
import { maxLength, pipe, strictObject, string } from 'valibot';
import type { Instant } from '#contracts/common';
import type { RequestsContract } from '#contracts/requests';
import { AppError } from '../../shared/errors/app-error';
import { isOwnFile } from '../../shared/files/own-file';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { downloadFile } from '../../shared/platform/cloud';
import { dropReceipt, keepReceipt } from '../data/receipt-files';
import { addClaim, findClaims } from '../data/receipts';
import { MAX_RECEIPT_BYTES, type ReceiptType, receiptType } from '../domain/file-type';
import type { ReceiptClaim } from '../domain/receipt-claim';

/** Where the employee's own phone uploads a receipt. */
const UPLOADS = ['requests'];

/** Every round but the last one was lost to another call that claimed the same content. */
const ROUNDS = 3;

/**
 * Looks at an uploaded receipt: what it is by its first bytes, how large, and whether the company has seen the
 * same content. One's own draft may be used again; whose another one is is not told. What goes into the form is a
 * copy that only the server can write: an upload can be written over by its owner after somebody has looked at it.
 * @throws AppError RECEIPT_INVALID, BUSY
 */
export const checkReceipt = employeeAction<RequestsContract['checkReceipt']>({
  input: strictObject({ fileId: pipe(string(), maxLength(512)) }),
  allow: can('update', 'OwnRequests'),
  async run({ input: { fileId }, me, now }) {
    const { content, type } = await load(fileId, me._id);
    const hash = createHash('sha256').update(content).digest('hex');
    const claim = { hash, employeeId: me._id, bytes: content.length, at: now, requestId: null };
    const { own, first } = await claimContent(claim, () => keepReceipt(me._id, type, content));
    return { fileId: own.fileId, hash, bytes: own.bytes, duplicate: duplicateOf(own, first) };
  },
});

async function load(fileId: string, employeeId: string): Promise<{ content: Buffer; type: ReceiptType }> {
  if (!isOwnFile(fileId, employeeId, UPLOADS)) throw new AppError('RECEIPT_INVALID', { rule: 'owner' });
  const content = await downloadFile(fileId);
  if (!content || content.length === 0) throw new AppError('RECEIPT_INVALID', { rule: 'missing' });
  if (content.length > MAX_RECEIPT_BYTES) throw new AppError('RECEIPT_INVALID', { rule: 'size' });
  const type = receiptType(content);
  if (type === null) throw new AppError('RECEIPT_INVALID', { rule: 'type' });
  return { content, type };
}

interface Claimed {
  readonly own: ReceiptClaim;
  /** Of whoever in the company came first. */
  readonly first: ReceiptClaim;
}

/** The first one in the company has the plain hash; who comes later has a claim of their own beside it. */
async function claimContent(
  claim: Omit<ReceiptClaim, '_id' | 'fileId' | 'byOther'>,
  keep: () => Promise<string>,
): Promise<Claimed> {
  const { hash, employeeId } = claim;
  let copy: string | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const known = await findClaims([hash, `${hash}:${employeeId}`]);
    const first = known.find(({ _id }) => _id === hash);
    const own = known.find((each) => each.employeeId === employeeId);
    if (own) {
      if (copy !== null && copy !== own.fileId) await dropReceipt(copy);
      return { own, first: first ?? own };
    }
    copy ??= await keep();
    const _id = first ? `${hash}:${employeeId}` : hash;
    const mine = { ...claim, _id, fileId: copy, byOther: first !== undefined };
    if ((await addClaim(mine)) === 'added') return { own: mine, first: first ?? mine };
  }
  throw new AppError('BUSY', {});
}

function duplicateOf(own: ReceiptClaim, first: ReceiptClaim): { own: boolean; at: Instant } | null {
  if (own.requestId !== null) return { own: true, at: own.at };
  return own.byOther ? { own: false, at: first.at } : null;
}
