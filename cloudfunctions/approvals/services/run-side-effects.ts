import type { Instant } from '../../../typings/contracts/common';
import { addPayment, dropPayment } from '../../expense/data/expense-payments';
import { releaseReceipts, takeReceipts } from '../../expense/data/receipts';
import type { ExpensePayment } from '../../expense/domain/expense-payment';
import { announceLeaving } from '../../people/data/announce-leaving';
import { addHandoverTasks, dropHandover } from '../../resignation/data/handover-tasks';
import { handoverTasks } from '../../resignation/domain/handover-task';
import { AppError } from '../../shared/errors/app-error';
import type { KindEffect } from '../kind/kind-rules';

/** Whose request it is, and which. */
export interface EffectOf {
  readonly requestId: string;
  readonly applicant: {
    readonly _id: string;
    readonly name: string;
    readonly nameEn: string;
    readonly managerId: string | null;
  };
  readonly now: Instant;
}

/**
 * What a request does outside of the account, one effect after the other. Doing it again changes nothing.
 * @throws AppError BUSY if a receipt was claimed elsewhere at the same moment: asked again, the rules say where
 */
export async function runKindEffects(effects: readonly KindEffect[], about: EffectOf): Promise<void> {
  for (const effect of effects) await runOne(effect, about);
}

async function runOne(effect: KindEffect, { requestId, applicant, now }: EffectOf): Promise<void> {
  const employeeId = applicant._id;
  switch (effect.does) {
    case 'claim-receipts':
      if (!(await takeReceipts(effect.claims, employeeId, requestId))) throw new AppError('BUSY', {});
      return;
    case 'release-receipts':
      return releaseReceipts(effect.claims, requestId);
    case 'owe-expense':
      return addPayment(paymentOf(requestId, applicant, effect.fen, now));
    case 'drop-expense':
      return dropPayment(requestId);
    case 'open-handover':
      return addHandoverTasks(handoverTasks(requestId, applicant, effect.lastDay));
    case 'drop-handover':
      return dropHandover(requestId);
    case 'end-employment':
      return announceLeaving({ requestId, employeeId, lastDay: effect.lastDay, ends: true, at: now });
    case 'keep-employment':
      return announceLeaving({ requestId, employeeId, lastDay: effect.lastDay, ends: false, at: now });
  }
}

const paymentOf = (
  requestId: string,
  { _id, name, nameEn }: EffectOf['applicant'],
  fen: number,
  now: Instant,
): ExpensePayment => ({
  _id: requestId,
  rev: 1,
  employeeId: _id,
  name,
  nameEn,
  fen,
  state: 'due',
  approvedAt: now,
  paidAt: null,
  paidBy: null,
  reference: '',
});
