import type { Instant, Minutes } from '#contracts/common';
import type { RequestCard, RequestState } from '#contracts/request';
import type { OfficeTodo } from '#contracts/today';
import type { Failure } from '../../services/client-error';
import type { DecisionProgress, DecisionResult, DeferredDecision } from '../../services/decisions';
import type { DoneSearch, RequestKinds } from '../../services/requests-data';
import { isSalaryChange } from '../../utils/is-salary-change';

export const SEGMENTS = ['waiting', 'mine', 'done', 'cc'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** States that decided requests can be filtered by; null for all. */
export const STATES: readonly (RequestState | null)[] = [
  null,
  'pending',
  'approved',
  'rejected',
  'returned',
  'withdrawn',
  'cancelled',
];

/** The loaded pages of one list. */
export interface ListModel {
  readonly cards: readonly RequestCard[] | null;
  readonly next: string | null;
  readonly failure: Failure | null;
  readonly loadingMore: boolean;
}

/** The bottom sheet: the list of further actions, or the comment of one. */
export interface SheetModel {
  readonly kind: 'more' | 'approve' | 'reject' | 'return';
  readonly cards: readonly RequestCard[];
}

export interface PendingModel {
  readonly segment: Segment;
  readonly lists: Readonly<Record<Segment, ListModel>>;
  readonly waitingCount: number;
  /** Ids selected in multi-select mode; null outside it. */
  readonly chosen: readonly string[] | null;
  /** The remaining pages are loaded, because all that wait are to be selected. */
  readonly choosingAll: boolean;
  /** The decision that is being sent; null if none is. */
  readonly sending: DecisionProgress | null;
  readonly deferred: DeferredDecision | null;
  /** Cards have just moved; taps are ignored. */
  readonly moving: boolean;
  /** Ids of cards with a deferred, sent or completed decision. */
  readonly gone: readonly string[];
  readonly failures: Readonly<Record<string, Failure>>;
  /** Results of the last decision by card; null if there is nothing to report. */
  readonly outcome: readonly DecisionResult[] | null;
  readonly sheet: SheetModel | null;
  /** A request is being returned. */
  readonly busy: boolean;
  /** What was written of decisions that failed or were undone, by card; offered again. */
  readonly comments: Readonly<Record<string, string>>;
  /** The action that the person picker is open for. */
  readonly picking: { readonly verb: 'transfer' | 'add-signer'; readonly card: RequestCard } | null;
  readonly search: DoneSearch;
  /** Kinds that decided requests can be filtered by, from the server. */
  readonly kinds: RequestKinds;
  /** What else there is beside requests, from the server: improvement plans. */
  readonly office: readonly OfficeTodo[];
  readonly online: boolean;
  readonly now: Instant;
  readonly utcOffset: Minutes;
}

export const emptyList: ListModel = { cards: null, next: null, failure: null, loadingMore: false };
export const noSearch: DoneSearch = { text: '', state: null, kind: null };

/** The parts of the start model that do not depend on the phone. */
export const emptyModel: Omit<PendingModel, 'online' | 'now' | 'utcOffset'> = {
  segment: 'waiting',
  lists: { waiting: emptyList, mine: emptyList, done: emptyList, cc: emptyList },
  waitingCount: 0,
  chosen: null,
  choosingAll: false,
  sending: null,
  deferred: null,
  moving: false,
  gone: [],
  failures: {},
  outcome: null,
  sheet: null,
  busy: false,
  comments: {},
  picking: null,
  search: noSearch,
  kinds: [],
  office: [],
};

/** Maximum of requests decided with one tap; more are not counted either. */
export const MAX_PER_DECISION = 100;

/** Whether something beside requests waits for the person. */
export const asksBeside = (office: readonly OfficeTodo[]): boolean =>
  office.some(({ kind }) => kind !== 'plan-open' && /^(team-)?plan/.test(kind));

/** What stands above the cards of a list: what waits, and with own requests the own plans, those that ask for nothing too. */
export function shownOffice({ segment, chosen, office }: PendingModel): readonly OfficeTodo[] {
  if (segment === 'waiting' && !chosen) return office.filter(({ kind }) => kind !== 'plan-open');
  return segment === 'mine' ? office.filter(({ kind }) => kind.startsWith('plan')) : [];
}

/** Waiting cards without those that are `gone`. */
const waitingCards = ({ lists, gone }: PendingModel): readonly RequestCard[] =>
  (lists.waiting.cards ?? []).filter(({ id }) => !gone.includes(id));

/** With fewer cards left, the next page is loaded. */
const PREFETCH_BELOW = 4;

/** Whether there is a next page and few cards are left. */
export const shouldLoadMore = (model: PendingModel): boolean =>
  model.segment === 'waiting' &&
  model.lists.waiting.next !== null &&
  shownCards(model).length < PREFETCH_BELOW;

export const shownCards = (model: PendingModel): readonly RequestCard[] =>
  model.segment === 'waiting' ? waitingCards(model) : (model.lists[model.segment].cards ?? []);

/** What is behind the second check is decided one by one, on its own page. */
const choosableCards = (model: PendingModel): readonly RequestCard[] =>
  shownCards(model).filter((card) => !isSalaryChange(card));

export const cardsOf = (model: PendingModel, ids: readonly string[]): readonly RequestCard[] =>
  shownCards(model).filter(({ id }) => ids.includes(id));

/** The card before or behind another one; null at either end. */
export function neighbourOf(model: PendingModel, id: string, to: 'next' | 'previous'): string | null {
  const cards = shownCards(model);
  const index = cards.findIndex((card) => card.id === id);
  if (index < 0) return null;
  return cards[index + (to === 'next' ? 1 : -1)]?.id ?? null;
}

/** Toggles the selection of one card. */
export function toggled(chosen: readonly string[], id: string): readonly string[] {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id);
  return chosen.length < MAX_PER_DECISION ? [...chosen, id] : chosen;
}

/** All that are loaded, up to the maximum. */
export const allChosen = (model: PendingModel): readonly string[] =>
  choosableCards(model)
    .slice(0, MAX_PER_DECISION)
    .map(({ id }) => id);

/** Whether more wait than are loaded, and may still be selected. */
export const hasMoreToChoose = (model: PendingModel): boolean =>
  model.lists.waiting.next !== null && choosableCards(model).length < MAX_PER_DECISION;

export const isAllChosen = (model: PendingModel): boolean =>
  model.chosen !== null &&
  !hasMoreToChoose(model) &&
  model.chosen.length >= Math.min(MAX_PER_DECISION, choosableCards(model).length);

/** Number of requests that wait and are not decided on this phone; at least those that are shown. */
export const undecidedCount = (model: PendingModel): number =>
  Math.max(shownCards(model).length, model.waitingCount - unsentIds(model).length);

/** Ids of the requests whose decision the server has not answered. */
export const unsentIds = ({ deferred, sending }: PendingModel): readonly string[] =>
  [...(deferred?.cards ?? []), ...(sending?.cards ?? [])].map(({ id }) => id);

/** What stays selected when other cards are loaded. */
export const stillChosen = (
  { chosen, segment }: PendingModel,
  cards: readonly RequestCard[],
): readonly string[] | null =>
  segment === 'waiting' && chosen ? chosen.filter((id) => cards.some((card) => card.id === id)) : chosen;

/** Whether any card changed its position; appended cards do not count. */
export const hasMoved = (before: readonly RequestCard[], after: readonly RequestCard[]): boolean =>
  before.some(({ id }, index) => after[index]?.id !== id);

/** Hides the cards of a deferred decision. */
export function afterDeferring(model: PendingModel, held: DeferredDecision | null): Partial<PendingModel> {
  const ids = held?.cards.map(({ id }) => id) ?? [];
  const problems = Object.fromEntries(Object.entries(model.failures).filter(([id]) => !ids.includes(id)));
  const outcome = held ? null : model.outcome;
  return { deferred: held, gone: [...new Set([...model.gone, ...ids])], failures: problems, outcome };
}

export function afterUndo(model: PendingModel, undone: DeferredDecision): Partial<PendingModel> {
  const ids = undone.cards.map(({ id }) => id);
  return {
    ...{ deferred: null, gone: model.gone.filter((id) => !ids.includes(id)) },
    comments: { ...model.comments, ...Object.fromEntries(ids.map((id) => [id, undone.comment])) },
  };
}

/** What a sheet is filled with. */
export const commentOn = ({ comments }: PendingModel, { cards }: SheetModel): string =>
  cards.map(({ id }) => comments[id] ?? '').find((comment) => comment !== '') ?? '';

/**
 * Shows failed cards again with the reason. Results are reported card by card if there are several or any failed.
 */
export function afterResults(
  model: PendingModel,
  results: readonly DecisionResult[],
): Pick<PendingModel, 'gone' | 'failures' | 'comments' | 'waitingCount' | 'outcome'> {
  const failed = results.flatMap(({ card, failure }) => (failure ? [[card.id, failure] as const] : []));
  const failedIds = failed.map(([id]) => id);
  return {
    gone: model.gone.filter((id) => !failedIds.includes(id)),
    failures: { ...model.failures, ...Object.fromEntries(failed) },
    comments: {
      ...model.comments,
      ...Object.fromEntries(results.map(({ card, comment, failure }) => [card.id, failure ? comment : ''])),
    },
    waitingCount: Math.max(0, model.waitingCount - (results.length - failed.length)),
    outcome: results.length > 1 || failed.length > 0 ? results : null,
  };
}

/** Hides a card after a successful action, or shows the failure on it. */
export function afterAction(model: PendingModel, id: string, failure: Failure | null): Partial<PendingModel> {
  if (failure) return { failures: { ...model.failures, [id]: failure } };
  return { gone: [...model.gone, id], waitingCount: Math.max(0, model.waitingCount - 1) };
}
