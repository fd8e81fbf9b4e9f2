import { optional, picklist, strictObject } from 'valibot';
import type { GoalsContract, ObjectiveDraft } from '#contracts/goals';
import { briefOf } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { day, revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { counterOf, pushedAgain, withdrawn } from '../domain/push/decide';
import { requireDeadline } from '../domain/push/require-deadline';
import { sheetIdOf } from '../domain/sheet';
import { textsOfObjective } from '../domain/written-texts';
import { cycleId, goalId, objective, owner, reason } from '../inputs/goal';
import { agree } from '../services/push/agree';
import { changeProposal } from '../services/push/change-proposal';
import { pushTarget } from '../services/push/push-target';
import { tellStep } from '../services/push/tell';

const EVENTS = { accept: 'goal.accepted', change: 'goal.changed', withdraw: 'goal.withdrawn' } as const;

/**
 * Who pushed an objective, or somebody else who could, accepts the counter-proposal, pushes another version, or withdraws it.
 * Idempotent.
 * @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING, REVIEW_HANDED_IN, PROPOSAL_DECIDED, VERSION_CONFLICT, WEIGHTS_NOT_WHOLE,
 * MEASURE_INVALID, GOALS_FULL, ALIGNMENT_LOOP, ALIGNED_FULL, INPUT_INVALID, BUSY
 */
export const decidePush = employeeAction<GoalsContract['decidePush']>({
  input: strictObject({
    ...{ cycleId, owner, id: goalId, rev: revision, decision: picklist(['accept', 'change', 'withdraw']) },
    ...{ objective: optional(objective), deadline: optional(day), reason: optional(reason) },
  }),
  allow: can('update', 'Goals'),
  texts: ({ objective: draft, reason: why }) => [
    ...(draft ? textsOfObjective(draft as ObjectiveDraft) : []),
    ...(why ? [why] : []),
  ],
  async run({ input, me, now }) {
    const { asks } = await pushTarget(input.owner, me, now);
    const sheetId = sheetIdOf(input.cycleId, input.owner);
    const { id, rev, decision, reason: why = '' } = input;
    const proposal =
      decision === 'accept'
        ? await agree({ sheetId, id, rev, what: 'accepted', agreed: counterOf }, me, now)
        : await changeProposal({ sheetId, id, rev, ...stepOf() }, now);
    const told = { sheetId, to: asks, comment: why };
    await tellStep(EVENTS[decision], proposal, told, { me, now });
    return { state: proposal.state, rev: proposal.rev };

    function stepOf() {
      if (decision === 'withdraw') {
        // As of an objective that is dropped: whoever was asked reads why it is not asked any more.
        if (why === '') throw new AppError('INPUT_INVALID', { path: 'reason', rule: 'required' });
        return withdrawn(briefOf(me), now, why);
      }
      const { objective: draft, deadline } = input;
      if (!draft) throw new AppError('INPUT_INVALID', { path: 'objective', rule: 'required' });
      if (!deadline) throw new AppError('INPUT_INVALID', { path: 'deadline', rule: 'required' });
      requireDeadline(deadline, now);
      return pushedAgain({ objective: draft, deadline, reason: why }, briefOf(me), now);
    }
  },
});
