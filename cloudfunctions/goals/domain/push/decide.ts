import type { Day, Instant } from '#contracts/common';
import type { ProposalChange } from '#contracts/goal-push';
import type { ObjectiveDraft } from '#contracts/goals';
import type { PersonBrief } from '#contracts/person';
import { addDays } from '../../../shared/calendar/company-time';
import { AppError } from '../../../shared/errors/app-error';
import { changesBetween } from './changes';
import { otherVersion } from './counter';
import { type Proposal, stepped } from './proposal';

/** What of a counter-proposal is accepted. @throws AppError PROPOSAL_DECIDED if there is none to accept */
export function counterOf({ counter, state }: Proposal): ObjectiveDraft {
  if (!counter) throw new AppError('PROPOSAL_DECIDED', { rule: state });
  return counter.objective;
}

/** Takes a proposal back; it stays visible. */
export const withdrawn = (by: PersonBrief, at: Instant, reason: string) => ({
  isDone: ({ state }: Proposal): boolean => state === 'withdrawn',
  change: (before: Proposal): Proposal =>
    stepped(
      before,
      { at, by, what: 'withdrawn', changes: [], reason },
      { state: 'withdrawn', counter: null, remindOn: null },
    ),
});

interface Again {
  readonly objective: ObjectiveDraft;
  readonly deadline: Day;
  readonly reason: string;
}

/** Pushes another version, or with another deadline, in place of the one that waits. */
export const pushedAgain = ({ objective: draft, deadline, reason }: Again, by: PersonBrief, at: Instant) => ({
  isDone: (before: Proposal): boolean =>
    before.history[0]?.what === 'changed' && changesOf(before, draft, deadline).length === 0,
  change(before: Proposal): Proposal {
    const changes = changesOf(before, draft, deadline);
    if (changes.length === 0 && before.state === 'open')
      throw new AppError('INPUT_INVALID', { path: 'objective', rule: 'changed' });
    return stepped(
      before,
      { at, by, what: 'changed', changes, reason },
      {
        ...{ state: 'open', objective: otherVersion(before, draft), deadline, counter: null },
        ...{ reminded: 'nobody', remindOn: addDays(deadline, 1) },
      },
    );
  },
});

function changesOf(before: Proposal, draft: ObjectiveDraft, deadline: Day): ProposalChange[] {
  const changes = changesBetween(before.objective, otherVersion(before, draft));
  if (deadline === before.deadline) return changes;
  return [...changes, { title: '', what: 'deadline', before: before.deadline, after: deadline }];
}
