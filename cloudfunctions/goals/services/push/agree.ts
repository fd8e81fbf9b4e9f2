import type { Instant } from '#contracts/common';
import type { ObjectiveDraft } from '#contracts/goals';
import { briefOf } from '../../../people/rules';
import { inTransaction } from '../../../shared/data/transaction';
import { AppError } from '../../../shared/errors/app-error';
import type { Employee } from '../../../shared/kernel/employee';
import { lockAlignments } from '../../data/cycles';
import { findSheetNow, putSheet, type SheetNow } from '../../data/sheets';
import { withObjective } from '../../domain/amend';
import { savedObjective } from '../../domain/check-objective';
import type { Cycle } from '../../domain/cycle';
import { changesBetween } from '../../domain/push/changes';
import { withProposal } from '../../domain/push/found-by';
import { type Proposal, stepped } from '../../domain/push/proposal';
import { requireProposal, requireWaiting } from '../../domain/push/require-proposal';
import { gaveWay, withRoom } from '../../domain/push/room';
import { requireOpen } from '../../domain/require-open';
import type { Sheet } from '../../domain/sheet';
import { countingFor, withCounts } from '../owners-above';
import { requireNoLoop } from '../require-no-loop';
import { moveAbove, toSave } from '../save-sheet';
import { tellGaveWay } from './tell-pusher';

interface Agreement {
  readonly sheetId: string;
  readonly id: string;
  readonly rev: number;
  readonly what: 'confirmed' | 'accepted';
  /** The version that is agreed. @throws AppError if there is none */
  readonly agreed: (proposal: Proposal) => ObjectiveDraft;
}

/**
 * Makes a pushed objective one of the sheet, which gives it room, in one transaction: who withdraws it or reports a figure at
 * the same moment comes before or after. Idempotent.
 * @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING, REVIEW_HANDED_IN, PROPOSAL_DECIDED, VERSION_CONFLICT, WEIGHTS_NOT_WHOLE,
 * GOALS_FULL, ALIGNMENT_LOOP, ALIGNED_FULL, BUSY
 */
export async function agree(agreement: Agreement, me: Employee, now: Instant): Promise<Proposal> {
  const { proposal, moved } = await inTransaction(async (put) => {
    const current = await findSheetNow(agreement.sheetId);
    const before = requireProposal(current?.sheet, agreement.id);
    if (before.state === 'confirmed' && before.history[0]?.what === agreement.what)
      return { proposal: before, moved: null };
    const cycle = requireOpen(current?.cycle ?? null, current?.sheet);
    requireWaiting(before, agreement.rev);
    const { sheet } = current as SheetNow;
    const agreed = agreedProposal(before, agreement, me, now);
    const { id, weight } = agreed.objective;
    const objectives = withRoom(sheet.objectives, id, weight);
    if (!objectives) throw new AppError('WEIGHTS_NOT_WHOLE', { field: 'objectives', sum: 100 + weight });
    const less = gaveWay(sheet, objectives);
    // Kept, so that a repeated call tells the same.
    const after = less.length > 0 ? { ...agreed, gaveWay: less } : agreed;
    const { changed, above } = await withAgreed(sheet, after, objectives, { cycle, me, now });
    const saved = toSave(sheet, changed, above, now);
    await lockAlignments(put, cycle);
    await putSheet(put, saved);
    return { proposal: after, moved: { sheet, above, saved } };
  });
  if (moved) await moveAbove(moved, moved.saved, now);
  await tellGaveWay(proposal, agreement.sheetId, { me, now });
  return proposal;
}

function agreedProposal(before: Proposal, { what, agreed }: Agreement, me: Employee, now: Instant): Proposal {
  const objective = agreed(before);
  const changes = changesBetween(before.objective, objective);
  const step = { at: now, by: briefOf(me), what, changes, reason: '' };
  return stepped(before, step, { state: 'confirmed', objective, counter: null, remindOn: null });
}

/** The sheet with what was agreed as an objective, and the sheets that it counts for. */
async function withAgreed(
  sheet: Sheet,
  proposal: Proposal,
  objectives: Sheet['objectives'],
  { cycle, me, now }: { readonly cycle: Cycle; readonly me: Employee; readonly now: Instant },
): Promise<{ readonly changed: Sheet; readonly above: readonly Sheet[] }> {
  const { objective } = proposal;
  const before = sheet.objectives.find(({ id }) => id === objective.id)?.alignedTo ?? [];
  const alignedTo = await withCounts(objective.alignedTo, {
    above: await countingFor(sheet.owner, now),
    before,
    me: briefOf(me),
    now,
  });
  const draft = { ...savedObjective({ objectives }, { ...objective, alignedTo }), pushedBy: proposal.by };
  const by = { by: briefOf(me), at: now, reason: objective.title, cycle };
  const roomy = objectives.reduce<Sheet>((each, other) => withObjective(each, other, by) ?? each, sheet);
  const changed = withObjective(roomy, draft, { ...by, reason: undefined }) ?? roomy;
  const above = await requireNoLoop(sheet, draft);
  return { changed: { ...changed, ...withProposal(changed, proposal) }, above };
}
