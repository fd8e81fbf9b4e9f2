import type { Day, Instant } from '#contracts/common';
import type { PushRefusal } from '#contracts/goal-push';
import type { ObjectiveDraft } from '#contracts/goals';
import type { PersonBrief } from '#contracts/person';
import { addDays } from '../../../shared/calendar/company-time';
import { AppError } from '../../../shared/errors/app-error';
import { savedObjective } from '../check-objective';
import type { Sheet } from '../sheet';
import { shareIn } from './division';
import { withProposal } from './found-by';
import { isWaiting, MAX_OPEN, type Proposal, proposalsOf } from './proposal';

export interface Push {
  readonly objective: ObjectiveDraft;
  readonly deadline: Day;
  readonly by: PersonBrief;
  readonly asks: readonly string[];
  readonly at: Instant;
}

/**
 * An objective as it can be pushed: whole for itself, whatever else its owner has, and with something to measure, since it
 * takes weight from what is measured.
 * @throws AppError WEIGHTS_NOT_WHOLE, MEASURE_INVALID, INPUT_INVALID
 */
export function pushable(draft: ObjectiveDraft): ObjectiveDraft {
  if (draft.keyResults.length === 0)
    throw new AppError('INPUT_INVALID', { path: 'objective.keyResults', rule: 'required' });
  const { state: _, ...objective } = savedObjective({ objectives: [] }, draft);
  return objective;
}

/** A sheet with a pushed objective; `known`: the same person pushed it before. */
export function withPushed(sheet: Sheet, { objective, ...push }: Push): Sheet | 'known' | PushRefusal {
  const { deadline, by, asks, at } = push;
  const proposals = proposalsOf(sheet);
  const before = proposals.find(({ id }) => id === objective.id);
  if (before) return before.by.id === by.id ? 'known' : 'taken';
  // What could not be confirmed any more is not asked for.
  if (sheet.state === 'closed' || sheet.review) return 'closed';
  if (isTaken(sheet, objective)) return 'taken';
  if (hasShare(sheet, objective)) return 'shared';
  if (proposals.filter(isWaiting).length >= MAX_OPEN) return 'full';
  const step = { at, by, what: 'pushed', changes: [], reason: '' } as const;
  const proposal: Proposal = {
    ...{ id: objective.id, objective, deadline, by, asks, state: 'open', counter: null, rev: 1 },
    ...{ reminded: 'nobody', remindOn: addDays(deadline, 1), history: [step] },
  };
  return { ...sheet, ...withProposal(sheet, proposal) };
}

/** Nobody has two shares of one key result that wait or count: both would add up. */
const hasShare = (sheet: Sheet, { keyResults }: ObjectiveDraft): boolean =>
  keyResults.some(({ partOf }) => partOf !== undefined && shareIn(sheet, partOf) !== null);

/** Ids are unique in a sheet: what is pushed never takes the place of something that is there. */
function isTaken({ objectives }: Pick<Sheet, 'objectives'>, { id, keyResults }: ObjectiveDraft): boolean {
  const there = new Set(objectives.flatMap((each) => [each.id, ...each.keyResults.map((row) => row.id)]));
  return [id, ...keyResults.map((row) => row.id)].some((each) => there.has(each));
}
