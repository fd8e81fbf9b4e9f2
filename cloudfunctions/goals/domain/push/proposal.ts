import type { Day } from '#contracts/common';
import type { Objective } from '#contracts/goal';
import type { ProposalBrief, ProposalReminder, ProposalState, ProposalStep } from '#contracts/goal-push';
import type { ObjectiveDraft } from '#contracts/goals';
import type { PersonBrief } from '#contracts/person';

/** An objective that was pushed to the owner of a sheet; stored in the sheet, so that confirming it is one write. */
export interface Proposal {
  /** That of the objective. */
  readonly id: string;
  readonly objective: ObjectiveDraft;
  readonly deadline: Day;
  readonly by: PersonBrief;
  /** Who has to confirm: the person, or the leader of the department. */
  readonly asks: readonly string[];
  readonly state: ProposalState;
  readonly counter: { readonly objective: ObjectiveDraft; readonly reason: string } | null;
  readonly rev: number;
  readonly reminded: ProposalReminder;
  /** The day on which the next reminder may be due; null for none. */
  readonly remindOn: Day | null;
  /** Once it is confirmed: what weighs less for it although it was agreed with somebody. */
  readonly gaveWay?: readonly GaveWay[];
  /** The latest first, at most `MAX_STEPS`. */
  readonly history: readonly ProposalStep[];
}

/** An agreed objective that weighs less since another one was confirmed. */
export interface GaveWay {
  readonly id: string;
  readonly title: string;
  readonly before: number;
  readonly after: number;
  /** Who pushed it. */
  readonly pusher: string;
}

/** Pushed objectives of a sheet that wait. */
export const MAX_OPEN = 12;
const MAX_STEPS = 20;

export const isWaiting = ({ state }: Pick<Proposal, 'state'>): boolean =>
  state === 'open' || state === 'countered';

/** The part of a sheet that holds them; one from before there were any has none. */
export interface WithProposals {
  readonly proposals?: readonly Proposal[];
}

export const proposalsOf = ({ proposals = [] }: WithProposals): readonly Proposal[] => proposals;

/**
 * Who pushed an objective of a sheet; undefined if it is the owner's own. One that was agreed before objectives said so is known
 * by its push.
 */
export const pusherOf = (
  sheet: WithProposals,
  { id, pushedBy }: Pick<Objective, 'id' | 'pushedBy'>,
): PersonBrief | undefined =>
  pushedBy ?? proposalsOf(sheet).find((each) => each.id === id && each.state === 'confirmed')?.by;

/** Who has to do something with a proposal. */
export const waitsFor = ({ state, asks, by }: Proposal): readonly string[] => {
  if (state === 'open') return asks;
  return state === 'countered' ? [by.id] : [];
};

/** A proposal after one more step. */
export function stepped(
  proposal: Proposal,
  step: ProposalStep,
  change: Partial<
    Pick<Proposal, 'state' | 'objective' | 'deadline' | 'counter' | 'reminded' | 'remindOn' | 'gaveWay'>
  >,
): Proposal {
  const history = [step, ...proposal.history].slice(0, MAX_STEPS);
  return { ...proposal, ...change, history, rev: proposal.rev + 1 };
}

export const proposalBrief = (proposal: Proposal): ProposalBrief => {
  const { id, objective, state, by, deadline, reminded, history } = proposal;
  return { id, title: objective.title, state, by, deadline, reminded, at: history[0]?.at ?? (0 as never) };
};
