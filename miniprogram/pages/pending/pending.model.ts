import type { Instant, Minutes } from '../../../typings/contracts/common';
import type { RequestCard } from '../../../typings/contracts/requests';
import type { Failure } from '../../services/client-error';
import type { DecisionResult, HeldDecision } from '../../services/decisions';

export const SEGMENTS = ['waiting', 'mine', 'done', 'cc'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** One list, as far as it has been loaded. */
export interface ListModel {
  readonly cards: readonly RequestCard[] | null;
  readonly next: string | null;
  readonly failure: Failure | null;
  readonly loadingMore: boolean;
}

export interface PendingModel {
  readonly segment: Segment;
  readonly lists: Readonly<Record<Segment, ListModel>>;
  readonly waitingCount: number;
  /** Ids ticked while several are chosen; null while not choosing. */
  readonly chosen: readonly string[] | null;
  readonly held: HeldDecision | null;
  /** Decisions under way or done: their cards no longer wait. */
  readonly gone: readonly string[];
  readonly problems: Readonly<Record<string, Failure>>;
  /** Whom the reject sheet is about. */
  readonly rejecting: readonly RequestCard[] | null;
  readonly comment: string;
  readonly search: string;
  readonly online: boolean;
  readonly now: Instant;
  readonly utcOffset: Minutes;
}

export const emptyList: ListModel = { cards: null, next: null, failure: null, loadingMore: false };

/** At most this many are decided with one tap, as the server takes them. */
export const MOST_AT_ONCE = 20;

/** What waits for the person and has not just been decided. */
const waitingCards = ({ lists, gone }: PendingModel): readonly RequestCard[] =>
  (lists.waiting.cards ?? []).filter(({ id }) => !gone.includes(id));

export const shownCards = (model: PendingModel): readonly RequestCard[] =>
  model.segment === 'waiting' ? waitingCards(model) : (model.lists[model.segment].cards ?? []);

export const cardsOf = (model: PendingModel, ids: readonly string[]): readonly RequestCard[] =>
  shownCards(model).filter(({ id }) => ids.includes(id));

/** Ticks or unticks one. */
export function toggled(chosen: readonly string[], id: string): readonly string[] {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id);
  return chosen.length < MOST_AT_ONCE ? [...chosen, id] : chosen;
}

/** A held decision takes its cards off the list; one that was taken back brings them again. */
export function afterHolding(model: PendingModel, held: HeldDecision | null): Partial<PendingModel> {
  const ids = held?.cards.map(({ id }) => id) ?? [];
  const problems = Object.fromEntries(Object.entries(model.problems).filter(([id]) => !ids.includes(id)));
  return { held, gone: [...new Set([...model.gone, ...ids])], problems };
}

export function afterUndo(model: PendingModel, undone: HeldDecision): Partial<PendingModel> {
  const ids = undone.cards.map(({ id }) => id);
  return { held: null, gone: model.gone.filter((id) => !ids.includes(id)) };
}

/** What did not go through comes back with the reason; the rest stays away. */
export function afterResults(
  model: PendingModel,
  results: readonly DecisionResult[],
): Pick<PendingModel, 'gone' | 'problems' | 'waitingCount'> {
  const failed = results.flatMap(({ card, failure }) => (failure ? [[card.id, failure] as const] : []));
  const failedIds = failed.map(([id]) => id);
  return {
    gone: model.gone.filter((id) => !failedIds.includes(id)),
    problems: { ...model.problems, ...Object.fromEntries(failed) },
    waitingCount: Math.max(0, model.waitingCount - (results.length - failed.length)),
  };
}
