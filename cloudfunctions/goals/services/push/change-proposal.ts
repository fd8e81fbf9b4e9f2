import type { Instant } from '#contracts/common';
import { withProposal } from '../../domain/push/found-by';
import type { Proposal } from '../../domain/push/proposal';
import { requireProposal, requireWaiting } from '../../domain/push/require-proposal';
import { requireOpen } from '../../domain/require-open';
import { changeSheet } from '../save-sheet';

interface Change {
  readonly sheetId: string;
  readonly id: string;
  readonly rev: number;
  /** Whether it was done before, as by a call whose answer was lost. */
  readonly isDone: (proposal: Proposal) => boolean;
  readonly change: (proposal: Proposal) => Proposal;
}

/**
 * One step of a proposal that makes no objective of it: one read, one conditional write.
 * @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING, REVIEW_HANDED_IN, PROPOSAL_DECIDED, VERSION_CONFLICT, BUSY
 */
export async function changeProposal(step: Change, now: Instant): Promise<Proposal> {
  let result: Proposal | undefined;
  await changeSheet(step.sheetId, now, ({ sheet, cycle }) => {
    const before = requireProposal(sheet, step.id);
    result = before;
    if (step.isDone(before)) return null;
    requireOpen(cycle, sheet);
    requireWaiting(before, step.rev);
    result = step.change(before);
    return { ...sheet, ...withProposal(sheet, result) };
  });
  return result as Proposal;
}
