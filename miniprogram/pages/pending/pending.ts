import type { RequestCard } from '#contracts/request';
import { cleanLine } from '../../common/clean-text';
import { askOnTap } from '../../services/ask-on-tap';
import { serverNow } from '../../services/clock';
import type { DecisionResult, DeferredDecision } from '../../services/decisions';
import { words } from '../../services/language';
import { navigate } from '../../services/navigate';
import { decisions } from '../../services/own-decisions';
import { screen } from '../../services/screen';
import { setWaitingCount } from '../../services/waiting';
import { isAgainstRule } from '../../utils/is-against-rule';
import { isSalaryChange } from '../../utils/is-salary-change';
import { openOffice } from '../today/open-todo';
import { todoId } from '../today/todos.view';
import { askWarned } from './ask-warned';
import { createLists } from './lists';
import {
  afterDeferring,
  afterResults,
  afterUndo,
  asksBeside,
  cardsOf,
  hasMoved,
  isAllChosen,
  neighbourOf,
  noSearch,
  type PendingModel,
  type Segment,
  type SheetModel,
  STATES,
  shouldLoadMore,
  shownCards,
  toggled,
} from './pending.model';
import { pendingView } from './pending.view';
import { startModel } from './start-model';

type CardEvent = WechatMiniprogram.CustomEvent<{ id: string }>;
type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

/** Taps are ignored for this time after cards have moved, ms. */
const MOVING_MS = 500;

screen({
  title: 'titles.pending',
  start: startModel,
  view: pendingView,
  live: () => ({ now: serverNow() }),
  fields: () => ({
    lists: null as unknown as ReturnType<typeof createLists>,
    movingTimer: 0,
    /** The segment was not chosen by the person. */
    isGuessed: true,
  }),
  loadOn: 'show',

  on: {
    onLoad() {
      this.lists = createLists({ model: () => this.model, update: (change) => this.apply(change) });
      this.stops.push(
        decisions.onChange((held) => this.onDeferred(held)),
        decisions.onResults((results) => this.onResults(results)),
        decisions.onProgress((sending) => this.update({ sending })),
      );
    },

    async load() {
      await this.lists.refresh();
      // Own requests are shown first to whom nothing waited for; something does now.
      const { segment, waitingCount, office } = this.model;
      const isOutdated = this.isGuessed && segment === 'mine' && (waitingCount > 0 || asksBeside(office));
      this.isGuessed = false;
      if (!isOutdated) return;
      this.update({ segment: 'waiting' });
      await this.lists.refresh();
    },

    onUnload() {
      this.lists.stop();
      clearTimeout(this.movingTimer);
    },

    /** Applies a change that may move cards. Taps are then ignored briefly, so that a double tap decides one card. */
    apply(change: Partial<PendingModel>) {
      const [segment, before] = [this.model.segment, shownCards(this.model)];
      this.update(change);
      if (segment !== this.model.segment || !hasMoved(before, shownCards(this.model))) return;
      clearTimeout(this.movingTimer);
      this.update({ moving: true });
      this.movingTimer = setTimeout(() => this.update({ moving: false }), MOVING_MS) as unknown as number;
    },

    /** The undo button is no longer visible, so the deferred decision is sent. */
    onHide() {
      void decisions.flush();
    },

    async onPullDownRefresh() {
      await decisions.flush();
      await this.lists.refresh();
      wx.stopPullDownRefresh();
    },

    onReachBottom() {
      void this.lists.loadMore();
    },

    onNetwork(online: boolean) {
      this.update({ online });
      if (online) void this.lists.refresh();
    },

    onDeferred(held: DeferredDecision | null) {
      this.apply(afterDeferring(this.model, held));
      if (shouldLoadMore(this.model)) void this.lists.loadMore();
    },

    onResults(results: readonly DecisionResult[]) {
      const change = afterResults(this.model, results);
      setWaitingCount(change.waitingCount);
      this.apply(change);
      if (results.some(({ failure }) => failure?.code === 'REQUEST_CHANGED')) void this.lists.refresh();
    },

    onOutcomeRead() {
      this.update({ outcome: null });
    },

    onSegment(event: Tapped<{ segment: Segment }>) {
      const { segment } = event.currentTarget.dataset;
      this.isGuessed = false;
      if (segment === this.model.segment) return;
      this.update({ segment, chosen: null, choosingAll: false });
      void this.lists.refresh();
    },

    onRetry() {
      this.lists.retry();
    },

    onOffice({ currentTarget }: Tapped<{ id: string }>) {
      const todo = this.model.office.find(
        (each) => todoId({ of: 'office', todo: each }) === currentTarget.dataset.id,
      );
      if (todo) openOffice(todo, '');
    },

    onOpen(event: CardEvent) {
      const { id } = event.detail;
      const [card] = cardsOf(this.model, [id]);
      if (card && isSalaryChange(card)) navigate.salaryChange(id);
      else navigate.request(id);
    },

    onApprove(event: CardEvent) {
      if (this.model.moving) return;
      this.decide('approve', [event.detail.id]);
    },

    onReject(event: CardEvent) {
      if (this.model.moving) return;
      this.ask('reject', [event.detail.id]);
    },

    onMore(event: CardEvent) {
      if (this.model.moving) return;
      this.ask('more', [event.detail.id]);
    },

    /** Scrolls to the previous or next card, so that its buttons are under the finger. */
    onSwipe(event: WechatMiniprogram.CustomEvent<{ id: string; to: 'next' | 'previous' }>) {
      const { id, to } = event.detail;
      const other = neighbourOf(this.model, id, to);
      if (other) wx.pageScrollTo({ selector: `#card-${other}`, offsetTop: -8, duration: 200 });
    },

    onChoose() {
      this.update({ chosen: this.model.chosen ? null : [], choosingAll: false });
    },

    onChooseAll() {
      if (isAllChosen(this.model)) this.update({ chosen: [] });
      else if (!this.model.choosingAll) void this.lists.chooseAll();
    },

    onToggle(event: CardEvent) {
      if (this.model.chosen)
        this.update({ choosingAll: false, chosen: toggled(this.model.chosen, event.detail.id) });
    },

    /** What is against a rule is approved with the others only if the person says so. */
    async onApproveMany() {
      const { chosen } = this.model;
      if (!chosen?.length) return;
      const all = cardsOf(this.model, chosen);
      // WeChat opens its sheet within the tap only. Where a question comes first, after which nothing may be approved, the next
      // decision asks: who approves nothing has not consented to a message about it.
      const sheet = all.some(isAgainstRule) ? null : askOnTap('waiting');
      const cards = await askWarned(all, words());
      this.decide(
        'approve',
        cards.map(({ id }) => id),
        '',
        sheet,
      );
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

    /** An action of the sheet. */
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

    onComment({ detail }: WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>) {
      const { sheet, busy } = this.model;
      const [card] = sheet?.cards ?? [];
      if (!sheet || !card || sheet.kind === 'more' || busy) return;
      if (sheet.kind === 'return') return void this.returnCard(detail, card);
      this.update({ sheet: null });
      // From here on the decision keeps it.
      this.sheetSent(detail.subject);
      const ids = sheet.cards.map(({ id }) => id);
      this.decide(sheet.kind, ids, detail.comment);
    },

    async returnCard(detail: { comment: string; subject: string }, card: RequestCard) {
      void askOnTap('waiting');
      const { comment } = detail;
      await this.saveSheet(detail, {
        send: () => this.lists.sent(card, { verb: 'return', comment }),
        closed: { sheet: null },
        reload: () => this.lists.refresh(),
        told: (failure) => this.lists.refused(card, failure),
      });
    },

    onPicked(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const { picking } = this.model;
      this.update({ picking: null });
      if (picking) void this.lists.send(picking.card, { verb: picking.verb, personId: event.detail.id });
    },

    onPickClose() {
      this.update({ picking: null });
    },

    decide(
      verb: DeferredDecision['verb'],
      ids: readonly string[],
      comment = '',
      sheet = askOnTap('waiting'),
    ) {
      const cards = cardsOf(this.model, ids);
      if (cards.length === 0) return;
      wx.vibrateShort({ type: 'light', fail: () => undefined });
      this.update({ chosen: null, choosingAll: false });
      decisions.decide(verb, cards, comment, sheet);
    },

    onUndo() {
      const undone = decisions.undo();
      if (undone) this.apply(afterUndo(this.model, undone));
    },

    onSearch(event: WechatMiniprogram.Input) {
      this.lists.searchSoon({ text: cleanLine(event.detail.value) });
    },

    onSearchOk(event: WechatMiniprogram.InputConfirm) {
      this.lists.searchFor({ text: cleanLine(event.detail.value) });
    },

    onState(event: WechatMiniprogram.PickerChange) {
      this.lists.searchFor({ state: STATES[Number(event.detail.value)] ?? null });
    },

    onKind(event: WechatMiniprogram.PickerChange) {
      this.lists.searchFor({ kind: this.model.kinds[Number(event.detail.value) - 1]?.id ?? null });
    },

    /** The next step of an empty list. */
    onEmpty(event: Tapped<{ segment: Segment | '' }>) {
      if (event.currentTarget.dataset.segment) this.onSegment(event as Tapped<{ segment: Segment }>);
      else this.onClear();
    },

    onClear() {
      this.lists.searchFor(noSearch);
    },

    onCreate() {
      navigate.newRequest();
    },
  },
});
