import type { Instant, Minutes } from '#contracts/common';
import type { RequestCard, RequestState } from '#contracts/request';
import type { Failure } from '../../services/client-error';
import type { DecisionResult, DeferredDecision } from '../../services/decisions';
import type { DoneSearch, RequestKinds } from '../../services/requests-data';

export const SEGMENTS = ['waiting', 'mine', 'done', 'cc'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** By what the decided requests can be narrowed down; null for all. */
export const STATES: readonly (RequestState | null)[] = [
  null,
  'pending',
  'approved',
  'rejected',
  'returned',
  'withdrawn',
  'cancelled',
];

/** One list, as far as it has been loaded. */
export interface ListModel {
  readonly cards: readonly RequestCard[] | null;
  readonly next: string | null;
  readonly failure: Failure | null;
  readonly loadingMore: boolean;
}

/** What comes up from below: the actions that are not on the card, or the words that go with one. */
export interface SheetModel {
  readonly kind: 'more' | 'approve' | 'reject' | 'return';
  readonly cards: readonly RequestCard[];
}

export interface PendingModel {
  readonly segment: Segment;
  readonly lists: Readonly<Record<Segment, ListModel>>;
  readonly waitingCount: number;
  /** Ids ticked while several are chosen; null while not choosing. */
  readonly chosen: readonly string[] | null;
  readonly deferred: DeferredDecision | null;
  /** Other cards have just moved to where the thumb is: taps do not count. */
  readonly moving: boolean;
  /** Decisions under way or done: their cards no longer wait. */
  readonly gone: readonly string[];
  readonly failures: Readonly<Record<string, Failure>>;
  /** What came of the last decision, card by card, where that has to be told. */
  readonly outcome: readonly DecisionResult[] | null;
  readonly sheet: SheetModel | null;
  /** Who is being chosen for this card. */
  readonly picking: { readonly verb: 'transfer' | 'add-signer'; readonly card: RequestCard } | null;
  readonly search: DoneSearch;
  /** By what the decided requests can be narrowed down, as the server answers it. */
  readonly kinds: RequestKinds;
  readonly online: boolean;
  readonly now: Instant;
  readonly utcOffset: Minutes;
}

export const emptyList: ListModel = { cards: null, next: null, failure: null, loadingMore: false };
export const noSearch: DoneSearch = { text: '', state: null, kind: null };

/** At most this many are decided with one tap, as the server takes them. */
export const MAX_PER_DECISION = 20;

/** What waits for the person and has not just been decided. */
const waitingCards = ({ lists, gone }: PendingModel): readonly RequestCard[] =>
  (lists.waiting.cards ?? []).filter(({ id }) => !gone.includes(id));

/** Below this the next page is asked for while the last cards are decided. */
const PREFETCH_BELOW = 4;

/** Whether more wait than are on the phone, and hardly any of those is left. */
export const shouldLoadMore = (model: PendingModel): boolean =>
  model.segment === 'waiting' &&
  model.lists.waiting.next !== null &&
  shownCards(model).length < PREFETCH_BELOW;

export const shownCards = (model: PendingModel): readonly RequestCard[] =>
  model.segment === 'waiting' ? waitingCards(model) : (model.lists[model.segment].cards ?? []);

export const cardsOf = (model: PendingModel, ids: readonly string[]): readonly RequestCard[] =>
  shownCards(model).filter(({ id }) => ids.includes(id));

/** The card before or behind another one; null at either end. */
export function neighbourOf(model: PendingModel, id: string, to: 'next' | 'previous'): string | null {
  const cards = shownCards(model);
  const index = cards.findIndex((card) => card.id === id);
  if (index < 0) return null;
  return cards[index + (to === 'next' ? 1 : -1)]?.id ?? null;
}

/** Ticks or unticks one. */
export function toggled(chosen: readonly string[], id: string): readonly string[] {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id);
  return chosen.length < MAX_PER_DECISION ? [...chosen, id] : chosen;
}

/** As many as are decided at once; none if those are chosen already. */
export function toggledAll(model: PendingModel): readonly string[] {
  const selectable = shownCards(model).slice(0, MAX_PER_DECISION);
  return isAllChosen(model) ? [] : selectable.map(({ id }) => id);
}

export const isAllChosen = (model: PendingModel): boolean =>
  model.chosen !== null && model.chosen.length >= Math.min(MAX_PER_DECISION, shownCards(model).length);

/** Whether another card lies where one was; cards that are added at the end move none. */
export const hasMoved = (before: readonly RequestCard[], after: readonly RequestCard[]): boolean =>
  before.some(({ id }, index) => after[index]?.id !== id);

/** A held decision takes its cards off the list; one that was taken back brings them again. */
export function afterDeferring(model: PendingModel, held: DeferredDecision | null): Partial<PendingModel> {
  const ids = held?.cards.map(({ id }) => id) ?? [];
  const problems = Object.fromEntries(Object.entries(model.failures).filter(([id]) => !ids.includes(id)));
  const outcome = held ? null : model.outcome;
  return { deferred: held, gone: [...new Set([...model.gone, ...ids])], failures: problems, outcome };
}

export function afterUndo(model: PendingModel, undone: DeferredDecision): Partial<PendingModel> {
  const ids = undone.cards.map(({ id }) => id);
  return { deferred: null, gone: model.gone.filter((id) => !ids.includes(id)) };
}

/**
 * What did not go through comes back with the reason; the rest stays away. Of several, or where something went
 * wrong, the result of every card is told.
 */
export function afterResults(
  model: PendingModel,
  results: readonly DecisionResult[],
): Pick<PendingModel, 'gone' | 'failures' | 'waitingCount' | 'outcome'> {
  const failed = results.flatMap(({ card, failure }) => (failure ? [[card.id, failure] as const] : []));
  const failedIds = failed.map(([id]) => id);
  return {
    gone: model.gone.filter((id) => !failedIds.includes(id)),
    failures: { ...model.failures, ...Object.fromEntries(failed) },
    waitingCount: Math.max(0, model.waitingCount - (results.length - failed.length)),
    outcome: results.length > 1 || failed.length > 0 ? results : null,
  };
}

/** One card was passed on or returned: it no longer waits, or says why it does. */
export function afterAction(model: PendingModel, id: string, failure: Failure | null): Partial<PendingModel> {
  if (failure) return { failures: { ...model.failures, [id]: failure } };
  return { gone: [...model.gone, id], waitingCount: Math.max(0, model.waitingCount - 1) };
}
