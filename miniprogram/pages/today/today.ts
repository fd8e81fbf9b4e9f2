import type { Instant } from '#contracts/common';
import type { Today } from '#contracts/today';
import { serverNow } from '../../services/clock';
import { onLanguageChange, words } from '../../services/language';
import { locate, openPermissions } from '../../services/location';
import { navigate } from '../../services/navigate';
import { isOnline } from '../../services/network';
import type { PunchEvent } from '../../services/punch-queue';
import { dismissPunch, punches } from '../../services/punches';
import { screen } from '../../services/screen';
import { seenRequests } from '../../services/seen-requests';
import { loadToday, withPunch } from '../../services/today-data';
import { onWaitingChange } from '../../services/waiting';
import { openTodo } from './open-todo';
import { messageView, noQuestion, type QuestionView, questionView } from './question.view';
import { cachedModel, startModel } from './start.model';
import type { Question, TapSource } from './tap-decision';
import { createTaps } from './taps';
import { dialAction, isCurrentDay, isOutdated, mayFieldPunch, placeAction } from './today.model';
import { hasAccessEnded, offsetOf, todayView } from './today.view';
import { todoId, todosOf } from './todos.view';

const TICK_MS = 1_000;

screen({
  title: 'titles.today',
  start: startModel,
  view: todayView,
  data: { question: noQuestion },
  live: () => ({ now: serverNow() }),
  fields: () => ({
    open: null as { readonly question: Question; readonly way: TapSource } | null,
    taps: null as unknown as ReturnType<typeof createTaps>,
    timer: 0,
  }),
  load: async () => ({ today: await loadToday(), freshness: 'fresh' as const }),
  loadOn: 'show',
  ended: { today: null, freshness: 'none' },

  on: {
    onLoad() {
      this.taps = createTaps({
        model: () => this.model,
        update: (change) => this.update(change),
        ask: (question, way) => this.ask(question, way),
        showMessage: (message) => this.showQuestion(messageView(message, words())),
      });
      this.update(cachedModel());
      this.stops.push(
        // An open question is not translated.
        onLanguageChange(() => this.closeQuestion()),
        onWaitingChange((waiting) => this.update({ waiting })),
        punches.onChange((queue) => this.update({ queue })),
        punches.onOutcome((event) => this.onOutcome(event)),
      );
    },

    onShow() {
      this.closeQuestion();
      this.update({ online: isOnline(), seen: seenRequests() });
      this.timer = setInterval(() => this.tick(), TICK_MS);
      void this.updatePlace({ ask: false });
    },

    onUnload() {
      clearInterval(this.timer);
    },

    onHide() {
      clearInterval(this.timer);
    },

    tick() {
      const { model } = this;
      const now = serverNow();
      if (Math.floor(now / 60_000) === Math.floor(model.now / 60_000)) return;
      this.update({});
      if (model.today && model.freshness !== 'old' && isOutdated(model.today, model.now, now)) {
        this.onDayChanged(model.today, now);
      }
    },

    /** The shift or the attendance day has ended while the screen is open; the dial is outdated. */
    onDayChanged(today: Today, now: Instant) {
      if (!isCurrentDay(today, now)) this.update({ freshness: 'old', booked: null });
      void this.load();
    },

    onNetwork(online: boolean) {
      this.update({ online });
      if (online) void this.load();
    },

    async updatePlace(options: { ask: boolean; anew?: boolean }) {
      if (this.model.place.state !== 'fix' || options.anew) this.update({ place: { state: 'locating' } });
      this.update({ place: await locate(options) });
    },

    onPress() {
      if (this.model.phase === 'idle' && placeAction(this.model)) void this.onPlaceAction();
      else void this.taps.press();
    },

    onScan() {
      void this.taps.pressScan();
    },

    onGoals() {
      navigate.goals();
    },

    onReport() {
      const { goals } = this.model.today ?? {};
      if (goals) navigate.dayReport(goals.cycle.id);
    },

    onScreen(event: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      navigate.screen(event.currentTarget.dataset.id);
    },

    onOutcome({ punch: sent, outcome }: PunchEvent) {
      // The server and this screen may disagree about the location.
      if (outcome.state === 'refused') void this.updatePlace({ ask: false, anew: true });
      if (outcome.state !== 'booked') return;
      const { result } = outcome;
      wx.vibrateShort({ type: 'medium' });
      const today = this.model.today && withPunch(this.model.today, result);
      // A retry after a lost response reports the punch of this tap, so it is shown as booked.
      const isEarlierPunch = result.outcome === 'already' && result.punch.tappedAt !== sent.tappedAt;
      const booked = { punch: result.punch, already: isEarlierPunch };
      if (today) this.update({ today, booked, freshness: 'fresh' });
      else {
        this.update({ booked });
        void this.load();
      }
    },

    ask(question: Question, way: TapSource) {
      this.open = { question, way };
      this.showQuestion(questionView(question, this.model, offsetOf(this.model), words()));
    },

    showQuestion(question: QuestionView) {
      this.setData({ question });
    },

    closeQuestion() {
      this.open = null;
      if (this.data.question.show) this.setData({ question: noQuestion });
    },

    async onAgree() {
      const { open: asked } = this;
      this.closeQuestion();
      if (!asked) return;
      if (asked.question === 'no-place') {
        if (this.model.place.state === 'denied') await this.onPlaceAction();
        return;
      }
      const aboutTime = asked.question === 'early' || asked.question === 'update';
      if (aboutTime && asked.way === 'scan') await this.taps.scan();
      else if (aboutTime && dialAction(this.model) !== 'field') await this.taps.send(serverNow());
      else if (mayFieldPunch(this.model)) navigate.fieldPunch();
    },

    onDisagree() {
      this.closeQuestion();
      this.update({ beacons: [], wifi: '' });
    },

    async onPlaceAction() {
      if (this.model.place.state === 'denied') await openPermissions();
      await this.updatePlace({ ask: true, anew: true });
    },

    onRetry() {
      if (hasAccessEnded(this.model)) return navigate.payslips();
      void punches.flush();
      void this.load();
    },

    onDismiss(event: WechatMiniprogram.TouchEvent<never, never, { key: string }>) {
      dismissPunch(event.currentTarget.dataset.key);
    },

    onRevise(event: WechatMiniprogram.TouchEvent<never, never, { key: string }>) {
      navigate.fieldPunch(event.currentTarget.dataset.key);
    },

    onUseField(event: WechatMiniprogram.TouchEvent<never, never, { key: string }>) {
      punches.dismiss(event.currentTarget.dataset.key);
      navigate.fieldPunch();
    },

    onConfirm(event: WechatMiniprogram.TouchEvent<never, never, { key: string }>) {
      void this.taps.confirm(event.currentTarget.dataset.key);
    },

    onRescan(event: WechatMiniprogram.TouchEvent<never, never, { key: string }>) {
      punches.dismiss(event.currentTarget.dataset.key);
      this.onScan();
    },

    onTodo(event: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      const todo = todosOf(this.model).find((each) => todoId(each) === event.currentTarget.dataset.id);
      if (todo) openTodo(todo, offsetOf(this.model), this.model.today?.me.employeeId);
    },

    onAllTodos() {
      this.update({ allTodos: true });
    },

    /** What can be done about a late or early punch. */
    onBookedAction(event: WechatMiniprogram.TouchEvent<never, never, { kind: string; id: string }>) {
      const { kind, id } = event.currentTarget.dataset;
      const punch = this.model.booked?.punch ?? this.model.today?.punches.slice(-1)[0];
      if (kind === 'view') navigate.request(id);
      else if (kind === 'leave') navigate.requestForm('leave');
      else if (this.model.today && punch) navigate.correction(this.model.today.day, punch.slot);
    },

    onTeam() {
      navigate.team();
    },

    onShortcut(event: WechatMiniprogram.TouchEvent<never, never, { type: string }>) {
      const { type } = event.currentTarget.dataset;
      if (type) navigate.requestForm(type);
      else navigate.newRequest();
    },

    onMonth() {
      navigate.month();
    },
  },
});
