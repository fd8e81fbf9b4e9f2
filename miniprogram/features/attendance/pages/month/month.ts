import type { Day, Month } from '../../../../../typings/contracts/common';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { onNetworkChange } from '../../../../services/network';
import { showTitle } from '../../../../services/title';
import { companyOffset } from '../../../../services/today-data';
import { changedPaths } from '../../../../utils/changed-paths';
import { addMonths, dayOf, monthOf } from '../../../../utils/dates';
import { canTurn, dayToShow, type MonthModel, monthView, wantsFlags } from './month.view';

/** The month shown first: that of the wanted day, else the current one. */
function startMonth(day: Day | null): Month {
  if (day) return monthOf(day);
  return monthOf(dayOf(serverNow(), companyOffset()));
}

const startModel = (wanted: Day | null): MonthModel => ({
  month: startMonth(wanted),
  selected: wanted,
  data: null,
  failure: null,
  range: null,
  flags: { state: 'unasked' },
});

Page({
  data: monthView(startModel(null), words()),
  model: null as MonthModel | null,
  stops: [] as (() => void)[],

  onLoad({ day }: { day?: string }) {
    const wanted = /^\d{4}-\d{2}-\d{2}$/.test(day ?? '') ? (day as Day) : null;
    this.model = startModel(wanted);
    this.stops = [
      onLanguageChange(() => this.relabel()),
      onNetworkChange((online) => this.onNetwork(online)),
    ];
    this.relabel();
    void this.load();
  },

  onUnload() {
    for (const stop of this.stops) stop();
  },

  relabel() {
    showTitle('titles.month');
    this.update({});
  },

  update(change: Partial<MonthModel>) {
    if (!this.model) return;
    this.model = { ...this.model, ...change };
    const changes = changedPaths(this.data, monthView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
    if (wantsFlags(this.model)) void this.explainFlags();
  },

  /** Why punches were flagged: asked for when such a day is opened, not with every month. */
  async explainFlags() {
    if (!this.model) return;
    const { month } = this.model;
    this.update({ flags: { state: 'loading' } });
    const answer = await cloud.attendance.ownFlags({ month }).catch(failureOf);
    if (month !== this.model.month) return;
    this.update({
      flags: 'now' in answer ? { state: 'known', items: answer.data.items } : { state: 'failed' },
    });
  },

  onFlagsRetry() {
    this.update({ flags: { state: 'unasked' } });
  },

  async load() {
    if (!this.model) return;
    const { month } = this.model;
    try {
      const { data } = await cloud.attendance.month({ month });
      // Turned on meanwhile: this answer is of a month that is no longer shown.
      if (month !== this.model.month) return;
      const { from, to } = data;
      const selected = dayToShow(data, this.model.selected);
      this.update({ data, selected, range: { from, to }, failure: null });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code === 'NOT_BOUND') navigate.binding();
      if (month === this.model.month) this.update({ failure, data: null });
    }
  },

  turn(by: number) {
    if (!this.model || !canTurn(this.model, by)) return;
    this.update({
      month: addMonths(this.model.month, by),
      data: null,
      selected: null,
      failure: null,
      flags: { state: 'unasked' },
    });
    void this.load();
  },

  onPrevious() {
    this.turn(-1);
  },

  onNext() {
    this.turn(1);
  },

  onTurn(event: WechatMiniprogram.CustomEvent<{ by: number }>) {
    this.turn(event.detail.by);
  },

  onPick(event: WechatMiniprogram.CustomEvent<{ day: Day }>) {
    this.update({ selected: event.detail.day });
  },

  onCorrect() {
    const { missing } = this.data.detail;
    const day = this.model?.selected;
    if (day && missing) navigate.correction(day, missing);
  },

  onNetwork(online: boolean) {
    if (online && this.model?.failure) this.onRetry();
  },

  onRetry() {
    this.update({ failure: null });
    void this.load();
  },
});
