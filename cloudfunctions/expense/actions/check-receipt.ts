import { strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { RequestsContract } from '#contracts/requests';
import { AppError } from '../../shared/errors/app-error';
import { askPictureCheck } from '../../shared/files/ask-picture-check';
import { isPicture, isRefused } from '../../shared/files/picture-check';
import { dropFile, storeFile } from '../../shared/files/server-files';
import { readUpload } from '../../shared/files/uploaded-file';
import { fileId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { requireUploadsLeft } from '../../shared/limits/uploads-left';
import { addClaim, countReceiptsSince, findClaimsById } from '../data/receipts';
import type { ReceiptClaim } from '../domain/receipt-claim';
import { readInvoice } from '../services/read-invoice';

/** Folders to which the employee's phone uploads receipts. */
const UPLOAD_FOLDERS = ['requests'];

/** A try fails if another call claims the same content concurrently. */
const MAX_TRIES = 3;

/**
 * Checks an uploaded receipt: its type by the first bytes, its size, and whether the same content is already
 * known in the company. The applicant's own draft can be reused; the owner of another receipt is not disclosed.
 * The form gets a copy that only the server can write, because the owner could overwrite an upload after it was
 * checked. The invoice on a picture is read by its code, so that another picture of it is known as well. WeChat
 * checks the picture, see `receive-verdict.ts`.
 * @throws AppError FILE_INVALID, BUSY, RATE_LIMITED
 */
export const checkReceipt = employeeAction<RequestsContract['checkReceipt']>({
  input: strictObject({ fileId }),
  allow: can('update', 'OwnRequests'),
  async run({ input, me, openid, now }) {
    await requireUploadsLeft(me._id, now, (from) => countReceiptsSince(me._id, from));
    const { content, type, hash } = await readUpload(input.fileId, me._id, UPLOAD_FOLDERS);
    const claim = { hash, employeeId: me._id, bytes: content.length, at: now, requestId: null };
    const { own, first } = await claimContent(claim, async () => {
      const invoice = await readInvoice(content, type);
      const fileId = await storeFile('receipts', me._id, type, content);
      const check = isPicture(type) && (await askPictureCheck(fileId, { asked: 0, openid }, now));
      return {
        fileId,
        ...(invoice && { invoiceId: invoice.id, invoiceNumber: invoice.number }),
        ...(check && { check }),
      };
    });
    if (isRefused(own)) throw new AppError('FILE_INVALID', { rule: 'refused' });
    return { fileId: own.fileId, hash, bytes: own.bytes, duplicate: duplicateOf(own, first) };
  },
});

interface ClaimResult {
  readonly own: ReceiptClaim;
  /** The first claim of this content in the company. */
  readonly first: ReceiptClaim;
}

type Copy = Pick<ReceiptClaim, 'fileId' | 'invoiceId' | 'invoiceNumber' | 'check'>;

/** The first claim in the company has the plain hash as its id; later ones have an id of their own. */
async function claimContent(
  claim: Omit<ReceiptClaim, '_id' | 'fileId' | 'byOther'>,
  makeCopy: () => Promise<Copy>,
): Promise<ClaimResult> {
  const { hash, employeeId } = claim;
  let copy: Copy | null = null;
  for (let round = 0; round < MAX_TRIES; round += 1) {
    const known = await findClaimsById([hash, `${hash}:${employeeId}`]);
    const first = known.find(({ _id }) => _id === hash);
    const own = known.find((each) => each.employeeId === employeeId);
    if (own) {
      if (copy !== null && copy.fileId !== own.fileId) await dropFile(copy.fileId);
      return { own, first: first ?? own };
    }
    copy ??= await makeCopy();
    const _id = first ? `${hash}:${employeeId}` : hash;
    const mine = { ...claim, ...copy, _id, byOther: first !== undefined };
    if ((await addClaim(mine)) === 'added') return { own: mine, first: first ?? mine };
  }
  throw new AppError('BUSY', {});
}

function duplicateOf(own: ReceiptClaim, first: ReceiptClaim): { own: boolean; at: Instant } | null {
  if (own.requestId !== null) return { own: true, at: own.at };
  return own.byOther ? { own: false, at: first.at } : null;
}
