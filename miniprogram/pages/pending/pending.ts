import { errorText } from '../../locales/error-text';
import { failureOf } from '../../services/client-error';
import { serverNow } from '../../services/clock';
import type { DecisionResult, HeldDecision } from '../../services/decisions';
import { onLanguageChange, words } from '../../services/language';
import { navigate } from '../../services/navigate';
import { isOnline, onNetworkChange } from '../../services/network';
import { decisions } from '../../services/own-decisions';
import { type CardAction, sendAction } from '../../services/request-actions';
import { type DoneSearch, loadRequests } from '../../services/requests-data';
import { showTitle } from '../../services/title';
import { tellWaiting } from '../../services/waiting';
import { changedPaths } from '../../utils/changed-paths';
import {
  afterAction,
  afterHolding,
  afterResults,
  afterUndo,
  cardsOf,
  emptyList,
  KINDS,
  type ListModel,
  neighbourOf,
  noSearch,
  type PendingModel,
  type Segment,
  type SheetModel,
  STATES,
  toggled,
} from './pending.model';
import { pendingView } from './pending.view';

type CardEvent = WechatMiniprogram.CustomEvent<{ id: string }>;
type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const CHINA_OFFSET = 480;
/** A search waits for the end of the typing, ms. */
const PAUSE = 500;

const startModel = (): PendingModel => ({
  segment: 'waiting',
  lists: { waiting: emptyList, mine: emptyList, done: emptyList, cc: emptyList },
  waitingCount: 0,
  chosen: null,
  held: null,
  gone: [],
  problems: {},
  outcome: null,
  sheet: null,
  picking: null,
  search: noSearch,
  online: true,
  now: serverNow(),
  utcOffset: CHINA_OFFSET,
});

Page({
  data: pendingView(startModel(), words()),
  model: startModel(),
  timer: 0,
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
    clearTimeout(this.timer);
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
      tellWaiting(page.waiting);
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
      // Another search has begun meanwhile; this page belongs to the old one.
      if (search !== this.model.search) return;
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
    tellWaiting(change.waitingCount);
    this.update(change);
    if (results.some(({ failure }) => failure?.code === 'REQUEST_CHANGED')) void this.refresh();
  },

  onOutcomeRead() {
    this.update({ outcome: null });
  },

  onSegment(event: Tapped<{ segment: Segment }>) {
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
    this.ask('reject', [event.detail.id]);
  },

  onMore(event: CardEvent) {
    this.ask('more', [event.detail.id]);
  },

  /** To the card before or behind: the finger stays where the buttons are. */
  onSwipe(event: WechatMiniprogram.CustomEvent<{ id: string; to: 'next' | 'previous' }>) {
    const { id, to } = event.detail;
    const other = neighbourOf(this.model, id, to);
    if (other) wx.pageScrollTo({ selector: `#card-${other}`, offsetTop: -8, duration: 200 });
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
    if (this.model.chosen?.length) this.ask('reject', this.model.chosen);
  },

  ask(kind: SheetModel['kind'], ids: readonly string[]) {
    const cards = cardsOf(this.model, ids);
    if (cards.length > 0) this.update({ sheet: { kind, cards } });
  },

  onSheetClose() {
    this.update({ sheet: null });
  },

  /** One of the actions that are not on the card. */
  onAction(event: Tapped<{ verb: 'approve' | 'return' | 'transfer' | 'add-signer' | 'open' }>) {
    const [card] = this.model.sheet?.cards ?? [];
    if (!card) return;
    const { verb } = event.currentTarget.dataset;
    if (verb === 'approve' || verb === 'return') this.update({ sheet: { kind: verb, cards: [card] } });
    else if (verb === 'open') {
      this.update({ sheet: null });
      navigate.request(card.id);
    } else this.update({ sheet: null, picking: { verb, card } });
  },

  onComment({ detail: { comment } }: WechatMiniprogram.CustomEvent<{ comment: string }>) {
    const { sheet } = this.model;
    this.update({ sheet: null });
    const [card] = sheet?.cards ?? [];
    if (!sheet || !card || sheet.kind === 'more') return;
    if (sheet.kind === 'return') void this.send(card, { verb: 'return', comment });
    else
      this.decide(
        sheet.kind,
        sheet.cards.map(({ id }) => id),
        comment,
      );
  },

  onPicked(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const { picking } = this.model;
    this.update({ picking: null });
    if (picking) void this.send(picking.card, { verb: picking.verb, personId: event.detail.id });
  },

  onPickClose() {
    this.update({ picking: null });
  },

  /** What cannot be taken back is sent at once, and then the list is read again. */
  async send(card: SheetModel['cards'][number], action: CardAction) {
    try {
      await sendAction(card, action);
      wx.vibrateShort({ type: 'light', fail: () => undefined });
      wx.showToast({ title: words().t(`pending.sent.${action.verb}`), icon: 'none' });
      if (action.verb !== 'add-signer') this.update(afterAction(this.model, card.id, null));
      await this.refresh();
    } catch (thrown) {
      const failure = failureOf(thrown);
      this.update(afterAction(this.model, card.id, failure));
      if (failure.code !== 'REQUEST_CHANGED') return;
      wx.showToast({ title: errorText(failure, words()), icon: 'none' });
      await this.refresh();
    }
  },

  decide(verb: HeldDecision['verb'], ids: readonly string[], comment = '') {
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
    const text = event.detail.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.searchFor({ text }), PAUSE);
  },

  onSearchOk(event: WechatMiniprogram.InputConfirm) {
    clearTimeout(this.timer);
    this.searchFor({ text: event.detail.value.trim() });
  },

  onState(event: WechatMiniprogram.PickerChange) {
    this.searchFor({ state: STATES[Number(event.detail.value)] ?? null });
  },

  onKind(event: WechatMiniprogram.PickerChange) {
    this.searchFor({ kind: KINDS[Number(event.detail.value)] ?? null });
  },

  onClear() {
    this.searchFor(noSearch);
  },

  searchFor(change: Partial<DoneSearch>) {
    const search = { ...this.model.search, ...change };
    if (JSON.stringify(search) === JSON.stringify(this.model.search)) return;
    this.update({ search, lists: { ...this.model.lists, done: emptyList } });
    void this.refresh();
  },

  onCreate() {
    navigate.newRequest();
  },
});
