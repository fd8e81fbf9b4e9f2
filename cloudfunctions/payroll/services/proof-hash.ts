import { createHash } from 'node:crypto';
import type { Month } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import { textFingerprint } from '../../shared/privacy/field-cipher';
import { plainCode, proofCode } from '../domain/proof-code';

/** The code of a slip: keyed, so that only the server can make it, and the same for each proof of the same version. */
export function codeOf(employeeId: string, month: Month, version: number): string {
  const keyed = textFingerprint(`pay proof\n${employeeId}\n${month}\n${version}`);
  return proofCode(Buffer.from(keyed, 'base64url').toString('hex'));
}

/** What is stored of a proof: neither code nor amount can be read from it, and another amount is another proof. */
export const proofHash = (code: string, net: Fen): string =>
  createHash('sha256')
    .update(`${plainCode(code)}:${net}`)
    .digest('hex');
