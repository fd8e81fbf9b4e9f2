import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { isOnline, onNetworkChange } from '../../../../services/network';
import { showTitle } from '../../../../services/title';
import { changedPaths } from '../../../../utils/changed-paths';
import { type ShiftsModel, shiftsView } from './shifts.view';

const start: ShiftsModel = { shifts: null, failure: null, online: true };

Page({
  data: shiftsView(start, words()),
  model: start,
  stops: [] as (() => void)[],

  onLoad() {
    this.model = { ...start, online: isOnline() };
    this.stops = [
      onLanguageChange(() => this.relabel()),
      onNetworkChange((online) => this.onNetwork(online)),
    ];
    this.relabel();
  },

  /** Also when the person comes back from a shift that they have changed. */
  onShow() {
    void this.load();
  },

  onUnload() {
    for (const stop of this.stops) stop();
  },

  relabel() {
    showTitle('titles.shifts');
    this.update({});
  },

  update(change: Partial<ShiftsModel>) {
    this.model = { ...this.model, ...change };
    const changes = changedPaths(this.data, shiftsView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  async load() {
    try {
      const { data } = await cloud.schedule.shifts({});
      this.update({ shifts: data.shifts, failure: null });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code === 'NOT_BOUND') navigate.binding();
      else this.update({ failure });
    }
  },

  onNetwork(online: boolean) {
    this.update({ online });
    if (online) this.onRetry();
  },

  onRetry() {
    this.update({ failure: null });
    void this.load();
  },

  onOpen(event: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    navigate.shift(event.currentTarget.dataset.id);
  },

  onAdd() {
    navigate.shift();
  },
});
