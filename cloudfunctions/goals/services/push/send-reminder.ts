import type { Instant } from '#contracts/common';
import type { Rung } from '../../domain/push/ladder';
import type { Proposal } from '../../domain/push/proposal';
import type { Sheet } from '../../domain/sheet';
import { answerersOf } from './asked';
import { tellRungs } from './tell-rungs';

/** Reminds of a proposal. @returns how many were told */
export async function sendReminder(
  { _id: sheetId, owner }: Pick<Sheet, '_id' | 'owner'>,
  proposal: Proposal,
  rungs: readonly Rung[],
  now: Instant,
): Promise<number> {
  // Who leads a department now may be somebody else than when it was pushed.
  const [asked = ''] = proposal.state === 'countered' ? [proposal.by.id] : await answerersOf(owner, now);
  const { id, rev, objective, deadline } = proposal;
  return tellRungs(asked, rungs, now, (rung, name) => ({
    _id: `goal-unconfirmed:${sheetId}:${id}:${rev}:${rung}`,
    event: rung === 'owner' ? 'goal.unconfirmed' : 'goal.unconfirmed-below',
    data: { name, title: objective.title, deadline },
    aboutId: null,
    template: 'waiting',
  }));
}
