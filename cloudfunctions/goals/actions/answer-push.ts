import { optional, strictObject } from 'valibot';
import type { GoalsContract, ObjectiveDraft } from '#contracts/goals';
import { briefOf } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { countered } from '../domain/push/counter';
import { sheetIdOf } from '../domain/sheet';
import { textsOfObjective } from '../domain/written-texts';
import { cycleId, goalId, objective, owner, reason } from '../inputs/goal';
import { agree } from '../services/push/agree';
import { mayAnswer } from '../services/push/asked';
import { changeProposal } from '../services/push/change-proposal';
import { tellStep } from '../services/push/tell';

const counter = strictObject({ objective, reason });

/**
 * Who is asked (`mayAnswer`) confirms a pushed objective, which counts from then on, or asks for a change. Idempotent.
 * @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING, REVIEW_HANDED_IN, PROPOSAL_DECIDED, VERSION_CONFLICT, WEIGHTS_NOT_WHOLE,
 * MEASURE_INVALID, GOALS_FULL, ALIGNMENT_LOOP, ALIGNED_FULL, BUSY
 */
export const answerPush = employeeAction<GoalsContract['answerPush']>({
  input: strictObject({ cycleId, owner, id: goalId, rev: revision, counter: optional(counter) }),
  allow: can('update', 'Goals'),
  texts: ({ counter: asked }) =>
    asked ? [...textsOfObjective(asked.objective as ObjectiveDraft), asked.reason] : [],
  async run({ input, me, now }) {
    if (!(await mayAnswer(input.owner, me, now))) throw new AppError('NOT_FOUND', { what: 'goals' });
    const sheetId = sheetIdOf(input.cycleId, input.owner);
    const { id, rev, counter: asked } = input;
    const by = briefOf(me);
    const requireOther = (pusher: string): void => {
      // Who leads the department now may have pushed it before.
      if (pusher === me._id) throw new AppError('NOT_FOUND', { what: 'goals' });
    };
    if (!asked) {
      const agreed = (proposal: { by: { id: string }; objective: ObjectiveDraft }) => {
        requireOther(proposal.by.id);
        return proposal.objective;
      };
      const proposal = await agree({ sheetId, id, rev, what: 'confirmed', agreed }, me, now);
      await tellStep('goal.confirmed', proposal, { sheetId, to: [proposal.by.id] }, { me, now });
      return { state: proposal.state, rev: proposal.rev };
    }
    const step = countered(asked, by, now);
    const proposal = await changeProposal(
      {
        ...{ sheetId, id, rev, isDone: step.isDone },
        change(before) {
          requireOther(before.by.id);
          return step.change(before);
        },
      },
      now,
    );
    const told = { sheetId, to: [proposal.by.id], comment: asked.reason };
    await tellStep('goal.countered', proposal, told, { me, now });
    return { state: proposal.state, rev: proposal.rev };
  },
});
