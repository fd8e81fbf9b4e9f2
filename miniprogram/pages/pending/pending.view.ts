import type { RequestCard } from '#contracts/request';
import { type CardView, cardView } from '../../components/request-card/request-card.view';
import { errorText } from '../../locales/error-text';
import type { Words } from '../../locales/words';
import { MAX_PER_CALL } from '../../services/decisions';
import { isSalaryChange } from '../../utils/is-salary-change';
import { officeTodoView, type TodoView } from '../today/todos.view';
import { type EmptyView, emptyView } from './empty.view';
import { type FilterView, filterView } from './filter.view';
import { type OutcomeView, outcomeView } from './outcome.view';
import {
  isAllChosen,
  MAX_PER_DECISION,
  type PendingModel,
  SEGMENTS,
  type Segment,
  shownCards,
  shownOffice,
  undecidedCount,
} from './pending.model';
import { type SheetView, sheetView } from './sheet.view';

export interface PendingView {
  readonly segments: readonly { readonly id: Segment; readonly text: string; readonly on: boolean }[];
  readonly segment: Segment;
  /** Improvement plans, above the requests. */
  readonly office: readonly TodoView[];
  /** `unfound`: no match among the searched requests; older ones are not searched yet. */
  readonly mode: 'loading' | 'error' | 'empty' | 'unfound' | 'ready';
  readonly error: string;
  readonly notice: string;
  /** Decided cards stay in the array as `gone`, because removing one would resend every card behind it. */
  readonly cards: readonly (CardView & {
    readonly mode: 'decide' | 'select' | 'plain';
    readonly selected: boolean;
    readonly gone: boolean;
  })[];
  readonly canChoose: boolean;
  readonly choosing: boolean;
  readonly moving: boolean;
  readonly choosingAll: boolean;
  readonly chosenCount: number;
  readonly foot: string;
  readonly undo: { readonly show: boolean; readonly text: string };
  readonly outcome: OutcomeView;
  readonly sheet: SheetView;
  readonly filter: FilterView;
  readonly empty: EmptyView;
  readonly picking: boolean;
  readonly pickTitle: string;
  readonly text: Readonly<Record<string, string>>;
}

function segmentText(model: PendingModel, segment: Segment, words: Words): string {
  const name = words.t(`pending.segments.${segment}`);
  if (segment !== 'waiting' || model.waitingCount === 0) return name;
  return words.t('pending.segmentCount', {
    name,
    count: model.waitingCount > 99 ? '99+' : model.waitingCount,
  });
}

function modeOf(model: PendingModel): PendingView['mode'] {
  const { cards, failure, next, loadingMore } = model.lists[model.segment];
  if (!cards) return failure ? 'error' : 'loading';
  if (shownCards(model).length > 0) return 'ready';
  if (model.segment === 'waiting' && loadingMore) return 'loading';
  return model.segment === 'done' && next ? 'unfound' : 'empty';
}

function cardModeOf(
  { segment, chosen }: PendingModel,
  card: RequestCard,
): PendingView['cards'][number]['mode'] {
  if (segment !== 'waiting' || isSalaryChange(card)) return 'plain';
  return chosen ? 'select' : 'decide';
}

/** Says that the cards may be outdated: offline, or the refresh failed. */
function noticeOf(model: PendingModel, words: Words): string {
  const { cards, failure } = model.lists[model.segment];
  if (!cards) return '';
  if (!model.online) return words.t('offline.reading');
  return failure ? errorText(failure, words, model.utcOffset) : '';
}

function footOf(model: PendingModel, words: Words): string {
  const { loadingMore, next } = model.lists[model.segment];
  if (loadingMore) return words.t('pending.loadingMore');
  return shownCards(model).length > 10 && !next ? words.t('pending.end') : '';
}

function undoOf({ deferred: held }: PendingModel, words: Words): PendingView['undo'] {
  if (!held) return { show: false, text: '' };
  const key = held.verb === 'approve' ? 'pending.undoApproved' : 'pending.undoRejected';
  return { show: true, text: words.t(key, { count: held.cards.length }) };
}

function failureText(model: PendingModel, id: string, words: Words): string {
  const failure = model.failures[id];
  return failure ? words.t('pending.notSent', { reason: errorText(failure, words, model.utcOffset) }) : '';
}

/** How many of those that wait are selected, and how far the others are loaded. */
function chosenText(model: PendingModel, words: Words): string {
  const count = model.chosen?.length ?? 0;
  const all = undecidedCount(model);
  const shown = shownCards(model).length;
  if (model.choosingAll) return words.t('pending.selecting', { count: shown, all });
  if (count === MAX_PER_DECISION && all >= MAX_PER_DECISION)
    return words.t('pending.selectedMost', { count });
  return count > 0 && all > count
    ? words.t('pending.selectedOf', { count, all })
    : words.t('pending.selected', { count });
}

/** How far a decision is that takes several calls; empty for others. */
const sendingText = ({ sending }: PendingModel, words: Words): string =>
  sending && sending.cards.length > MAX_PER_CALL
    ? words.t('pending.sending', { done: sending.done, count: sending.cards.length })
    : '';

function labels(model: PendingModel, words: Words): PendingView['text'] {
  const count = model.chosen?.length ?? 0;
  return {
    approve: words.t('pending.approve'),
    reject: words.t('pending.reject'),
    more: words.t('pending.moreShort'),
    undo: words.t('pending.undo'),
    create: words.t('pending.create'),
    retry: words.t('common.retry'),
    cancel: words.t('common.cancel'),
    ok: words.t('common.ok'),
    loadFailed: words.t('pending.loadFailed'),
    unfoundTitle: words.t('pending.filter.unfound'),
    unfoundText: words.t('pending.filter.unfoundText'),
    lookOn: words.t('pending.filter.lookOn'),
    choose: words.t(model.chosen ? 'pending.selectDone' : 'pending.select'),
    chooseAll: words.t(isAllChosen(model) ? 'pending.selectNone' : 'pending.selectAll'),
    swipe: words.t('pending.swipe'),
    chosen: chosenText(model, words),
    sending: sendingText(model, words),
    approveMany: words.t('pending.approveMany', { count }),
    rejectMany: words.t('pending.rejectMany', { count }),
    search: words.t('pending.search'),
    clear: words.t('pending.filter.clear'),
    state: words.t('pending.filter.state'),
    kind: words.t('pending.filter.kind'),
  };
}

function pickTitleOf({ picking }: PendingModel, words: Words): string {
  if (!picking) return '';
  return words.t(picking.verb === 'transfer' ? 'pending.transferTitle' : 'pending.addSignerTitle');
}

/** The Pending screen. */
export function pendingView(model: PendingModel, words: Words): PendingView {
  const { segment, chosen, now, utcOffset } = model;
  const shown = shownCards(model);
  return {
    segments: SEGMENTS.map((id) => ({ id, text: segmentText(model, id, words), on: id === segment })),
    segment,
    office: shownOffice(model).map((todo) => officeTodoView(todo, words)),
    mode: modeOf(model),
    error: errorOf(model, words),
    notice: noticeOf(model, words),
    cards: (model.lists[segment].cards ?? []).map((card) => ({
      ...cardView(card, now, utcOffset, words, {
        problem: failureText(model, card.id, words),
        isOwn: segment === 'mine',
      }),
      mode: cardModeOf(model, card),
      selected: chosen?.includes(card.id) ?? false,
      gone: !shown.includes(card),
    })),
    canChoose: segment === 'waiting' && (shown.length > 1 || chosen !== null),
    choosing: chosen !== null,
    moving: model.moving,
    choosingAll: model.choosingAll,
    chosenCount: chosen?.length ?? 0,
    foot: footOf(model, words),
    undo: undoOf(model, words),
    outcome: outcomeView(model, words),
    sheet: sheetView(model, words),
    filter: filterView(model, words),
    empty: emptyView(model, words),
    picking: model.picking !== null,
    pickTitle: pickTitleOf(model, words),
    text: labels(model, words),
  };
}

function errorOf(model: PendingModel, words: Words): string {
  const { cards, failure } = model.lists[model.segment];
  return failure && !cards ? errorText(failure, words, model.utcOffset) : '';
}
