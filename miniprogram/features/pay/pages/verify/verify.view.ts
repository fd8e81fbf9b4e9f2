import type { Fen } from '#contracts/pay';
import type { PayProofContract } from '#contracts/pay-files';
import { readFen } from '../../../../common/read-number';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText, monthText } from '../../../../utils/dates';

export interface VerifyModel {
  readonly code: string;
  readonly net: string;
  readonly found: PayProofContract['checkProof']['output'] | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const LETTERS = 12;

/** The amount in fen; null for what is no amount. */
export function netOf(typed: string): Fen | null {
  const read = readFen(typed);
  return 'problem' in read || read.value < 0 ? null : (read.value as Fen);
}

/** Whoever was given a proof asks whether it is genuine: with the code and the net pay that stand on it. */
export function verifyView({ code, net, found, busy, failure }: VerifyModel, t: Words) {
  const isWhole = code.replace(/[\s-]/g, '').length >= LETTERS;
  return {
    ...{ code, net, busy },
    canCheck: isWhole && netOf(net) !== null && !busy,
    refused: failure ? errorText(failure, t) : '',
    found: found
      ? {
          title: t.t('payVerify.genuine'),
          rows: [
            { id: 'company', name: t.t('payVerify.company'), value: t.pick(found.company) },
            { id: 'name', name: t.t('payVerify.name'), value: found.name },
            { id: 'month', name: t.t('payVerify.month'), value: monthText(found.month, t) },
            { id: 'until', name: t.t('payVerify.until'), value: dayText(found.until, t) },
          ],
        }
      : null,
    text: {
      intro: t.t('payVerify.intro'),
      code: t.t('payVerify.code'),
      net: t.t('payVerify.net'),
      check: t.t('payVerify.check'),
    },
  };
}
