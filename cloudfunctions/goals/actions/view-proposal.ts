import { strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSheetNow } from '../data/sheets';
import { briefOf } from '../domain/cycle';
import { isWaiting, proposalBrief } from '../domain/push/proposal';
import { requireProposal } from '../domain/push/require-proposal';
import { roomChanges } from '../domain/push/room';
import { sheetIdOf } from '../domain/sheet';
import { cycleId, goalId, owner } from '../inputs/goal';
import { accessTo } from '../services/access';
import { mayAnswer } from '../services/push/asked';
import { findPushTarget } from '../services/push/push-target';

/** A pushed objective with its history, for the owner and those above: one read of sheets. @throws AppError NOT_FOUND */
export const viewProposal = employeeAction<GoalsContract['proposal']>({
  input: strictObject({ cycleId, owner, id: goalId }),
  allow: can('read', 'Goals'),
  async run({ input, me, now }) {
    const access = await accessTo(input.owner, me, now);
    const found = access.canSeeAll ? await findSheetNow(sheetIdOf(input.cycleId, input.owner)) : null;
    if (!found?.cycle) throw new AppError('NOT_FOUND', { what: 'goals' });
    const { sheet, cycle } = found;
    const proposal = requireProposal(sheet, input.id);
    const { objective, counter, history, rev, by } = proposal;
    const isOpen = isWaiting(proposal) && sheet.state === 'open' && !sheet.review;
    const target = await findPushTarget(input.owner, me, now);
    const wanted = counter?.objective ?? objective;
    return {
      cycle: briefOf(cycle),
      owner: { owner: sheet.owner, name: access.name },
      today: dayOf(now),
      proposal: {
        ...proposalBrief(proposal),
        ...{ rev, objective, counter, history },
        room: isOpen ? roomChanges(sheet, objective.id, wanted.weight) : [],
        canAnswer: isOpen && by.id !== me._id && (await mayAnswer(input.owner, me, now)),
        canDecide: isOpen && target !== null,
      },
    };
  },
});
