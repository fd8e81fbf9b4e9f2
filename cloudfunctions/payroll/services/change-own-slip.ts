import type { Month } from '#contracts/common';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { saveAnswers } from '../data/payslips';
import type { SlipAnswers, StoredSlip } from '../domain/stored-slip';
import { findOwnSlip, type OwnSlip } from './own-slip';

const TRIES = 3;

/**
 * What the owner of a slip says about the version that they have seen; decided again if something else of the slip
 * changed meanwhile. The same answers write nothing.
 * @throws AppError NOT_FOUND, VERSION_CONFLICT for another version, BUSY, and what `change` throws
 */
export const changeOwnSlip = (
  employeeId: string,
  { month, version }: { readonly month: Month; readonly version: number },
  change: (own: OwnSlip) => Partial<SlipAnswers>,
): Promise<{ readonly own: OwnSlip; readonly slip: StoredSlip }> =>
  retryOnConflict(TRIES, async () => {
    const own = await findOwnSlip(employeeId, month);
    if (own.version !== version) throw new AppError('VERSION_CONFLICT', { version: own.version });
    const { slip } = own;
    const answers = { ...slip, ...change(own) };
    const isSame = answers.confirmedVersion === slip.confirmedVersion && answers.disputes === slip.disputes;
    if (isSame) return { own, slip };
    const saved = await saveAnswers(slip, answers);
    return saved ? { own, slip: saved } : conflict;
  });
