import { failureOf } from '../../services/client-error';
import { serverNow } from '../../services/clock';
import type { DecisionResult } from '../../services/decisions';
import { onLanguageChange, words } from '../../services/language';
import { navigate } from '../../services/navigate';
import { isOnline, onNetworkChange } from '../../services/network';
import { decisions } from '../../services/own-decisions';
import { loadRequests, showBadge } from '../../services/requests-data';
import { showTitle } from '../../services/title';
import { changedPaths } from '../../utils/changed-paths';
import {
  afterHolding,
  afterResults,
  afterUndo,
  cardsOf,
  emptyList,
  type ListModel,
  type PendingModel,
  type Segment,
  toggled,
} from './pending.model';
import { pendingView } from './pending.view';

type CardEvent = WechatMiniprogram.CustomEvent<{ id: string }>;

const CHINA_OFFSET = 480;

const startModel = (): PendingModel => ({
  segment: 'waiting',
  lists: { waiting: emptyList, mine: emptyList, done: emptyList, cc: emptyList },
  waitingCount: 0,
  chosen: null,
  held: null,
  gone: [],
  problems: {},
  rejecting: null,
  comment: '',
  search: '',
  online: true,
  now: serverNow(),
  utcOffset: CHINA_OFFSET,
});

Page({
  data: pendingView(startModel(), words()),
  model: startModel(),
  stops: [] as (() => void)[],

  onLoad() {
    this.model = { ...startModel(), online: isOnline() };
    this.stops = [
      onLanguageChange(() => this.relabel()),
      onNetworkChange((online) => this.onNetwork(online)),
      decisions.onChange((held) => this.update(afterHolding(this.model, held))),
      decisions.onResults((results) => this.onResults(results)),
    ];
    this.update({});
  },

  onShow() {
    showTitle('titles.pending');
    void this.refresh();
  },

  /** Whoever goes on to another page has decided. */
  onHide() {
    void decisions.flush();
  },

  onUnload() {
    for (const stop of this.stops) stop();
  },

  async onPullDownRefresh() {
    await decisions.flush();
    await this.refresh();
    wx.stopPullDownRefresh();
  },

  onReachBottom() {
    void this.loadMore();
  },

  update(change: Partial<PendingModel>) {
    this.model = { ...this.model, ...change, now: serverNow() };
    const changes = changedPaths(this.data, pendingView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  setList(segment: Segment, change: Partial<ListModel>, more: Partial<PendingModel> = {}) {
    const lists = { ...this.model.lists, [segment]: { ...this.model.lists[segment], ...change } };
    this.update({ ...more, lists });
  },

  relabel() {
    showTitle('titles.pending');
    this.update({});
  },

  async refresh() {
    const { segment, search } = this.model;
    try {
      const page = await loadRequests(segment, null, search);
      if (search !== this.model.search) return;
      showBadge(page.waiting);
      const gone =
        segment === 'waiting' ? (this.model.held?.cards.map(({ id }) => id) ?? []) : this.model.gone;
      const list = { cards: page.items, next: page.next, failure: null };
      this.setList(segment, list, { waitingCount: page.waiting, gone });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code === 'NOT_BOUND') navigate.binding();
      else this.setList(segment, { failure });
    }
  },

  async loadMore() {
    const { segment, search } = this.model;
    const { cards, next, loadingMore } = this.model.lists[segment];
    if (!cards || !next || loadingMore) return;
    this.setList(segment, { loadingMore: true });
    try {
      const page = await loadRequests(segment, next, search);
      const known = new Set(cards.map(({ id }) => id));
      const fresh = page.items.filter(({ id }) => !known.has(id));
      this.setList(segment, { cards: [...cards, ...fresh], next: page.next, loadingMore: false });
    } catch (thrown) {
      this.setList(segment, { failure: failureOf(thrown), loadingMore: false });
    }
  },

  onNetwork(online: boolean) {
    this.update({ online });
    if (online) void this.refresh();
  },

  onResults(results: readonly DecisionResult[]) {
    const change = afterResults(this.model, results);
    showBadge(change.waitingCount);
    this.update(change);
    if (results.some(({ failure }) => failure?.code === 'REQUEST_CHANGED')) void this.refresh();
  },

  onSegment(event: WechatMiniprogram.TouchEvent<never, never, { segment: Segment }>) {
    const { segment } = event.currentTarget.dataset;
    if (segment === this.model.segment) return;
    this.update({ segment, chosen: null });
    void this.refresh();
  },

  onRetry() {
    this.setList(this.model.segment, { failure: null });
    void this.refresh();
  },

  onOpen(event: CardEvent) {
    navigate.request(event.detail.id);
  },

  onApprove(event: CardEvent) {
    this.decide('approve', [event.detail.id]);
  },

  onReject(event: CardEvent) {
    this.update({ rejecting: cardsOf(this.model, [event.detail.id]), comment: '' });
  },

  onChoose() {
    this.update({ chosen: this.model.chosen ? null : [] });
  },

  onToggle(event: CardEvent) {
    if (this.model.chosen) this.update({ chosen: toggled(this.model.chosen, event.detail.id) });
  },

  onApproveMany() {
    if (this.model.chosen?.length) this.decide('approve', this.model.chosen);
  },

  onRejectMany() {
    const { chosen } = this.model;
    if (chosen?.length) this.update({ rejecting: cardsOf(this.model, chosen), comment: '' });
  },

  onComment(event: WechatMiniprogram.TextareaInput) {
    this.model = { ...this.model, comment: event.detail.value };
  },

  onRejectClose() {
    this.update({ rejecting: null, comment: '' });
  },

  onRejectOk() {
    const { rejecting, comment } = this.model;
    this.update({ rejecting: null });
    if (rejecting)
      this.decide(
        'reject',
        rejecting.map(({ id }) => id),
        comment.trim(),
      );
  },

  decide(verb: 'approve' | 'reject', ids: readonly string[], comment = '') {
    const cards = cardsOf(this.model, ids);
    if (cards.length === 0) return;
    wx.vibrateShort({ type: 'light', fail: () => undefined });
    this.update({ chosen: null });
    decisions.decide(verb, cards, comment);
  },

  onUndo() {
    const undone = decisions.undo();
    if (undone) this.update(afterUndo(this.model, undone));
  },

  onSearch(event: WechatMiniprogram.Input) {
    this.model = { ...this.model, search: event.detail.value.trim() };
  },

  onSearchOk() {
    this.update({ lists: { ...this.model.lists, done: emptyList } });
    void this.refresh();
  },

  onCreate() {
    navigate.newRequest();
  },
});
