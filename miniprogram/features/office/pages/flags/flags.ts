import type { AttendanceFlag, FlagState } from '../../../../../typings/contracts/attendance';
import { errorText } from '../../../../locales/error-text';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { isOnline, onNetworkChange } from '../../../../services/network';
import { showTitle } from '../../../../services/title';
import { companyOffset } from '../../../../services/today-data';
import { changedPaths } from '../../../../utils/changed-paths';
import { findFlag } from '../../flags-data';
import { conflictText, type FlagsModel, flagsView, type Verdict } from './flags.view';

const start: FlagsModel = {
  segment: 'open',
  items: null,
  next: null,
  failure: null,
  online: true,
  more: 'idle',
  deciding: null,
  asking: false,
  note: '',
  saving: false,
  problem: '',
  told: {},
  utcOffset: 480,
};

Page({
  data: flagsView(start, words()),
  model: start,
  stops: [] as (() => void)[],

  onLoad() {
    this.model = { ...start, online: isOnline(), utcOffset: companyOffset() };
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
    showTitle('titles.flags');
    this.update({});
  },

  update(change: Partial<FlagsModel>) {
    this.model = { ...this.model, ...change };
    const changes = changedPaths(this.data, flagsView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  async load() {
    const { segment } = this.model;
    try {
      const { data } = await cloud.attendance.flags({ state: segment });
      if (segment === this.model.segment) this.update({ ...data, failure: null, more: 'idle' });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code === 'NOT_BOUND') navigate.binding();
      else if (segment === this.model.segment) this.update({ failure });
    }
  },

  async onReachBottom() {
    const { segment, items, next, more } = this.model;
    if (!items || next === null || more === 'loading') return;
    this.update({ more: 'loading' });
    try {
      const { data } = await cloud.attendance.flags({ state: segment, cursor: next });
      if (segment === this.model.segment)
        this.update({ items: [...items, ...data.items], next: data.next, more: 'idle' });
    } catch (thrown) {
      failureOf(thrown);
      this.update({ more: 'failed' });
    }
  },

  onSegment(event: WechatMiniprogram.CustomEvent<{ id: FlagState }>) {
    const { id } = event.detail;
    if (id === this.model.segment) return;
    this.update({ segment: id, items: null, next: null, failure: null, told: {} });
    void this.load();
  },

  onDecide(event: WechatMiniprogram.TouchEvent<never, never, { id: string; verdict: Verdict }>) {
    const { id, verdict } = event.currentTarget.dataset;
    const flag = this.model.items?.find((each) => each.id === id);
    // What the person wrote last is kept for the same flag: closing the sheet loses nothing.
    const kept = this.model.deciding?.id === id ? this.model.note : '';
    this.update({ deciding: { id, verdict }, asking: true, note: kept || (flag?.note ?? ''), problem: '' });
  },

  onNote(event: WechatMiniprogram.TextareaInput) {
    this.model = { ...this.model, note: event.detail.value };
  },

  onClose() {
    this.update({ asking: false });
  },

  async onSave() {
    const { deciding, items, note, saving } = this.model;
    const flag = items?.find(({ id }) => id === deciding?.id);
    if (!deciding || !flag || saving) return;
    this.update({ saving: true, problem: '' });
    try {
      const { verdict } = deciding;
      const input = { id: flag.id, rev: flag.rev, verdict, note: note.trim() };
      await cloud.attendance.decideFlag(input);
      this.decided(flag.id, verdict);
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code === 'VERSION_CONFLICT') await this.meet(flag);
      else this.update({ saving: false, problem: errorText(failure, words()) });
    }
  },

  /** The card leaves the list that it was in. */
  decided(id: string, verdict: Verdict) {
    wx.vibrateShort({ type: 'light', fail: () => undefined });
    const items = this.model.items?.filter((each) => each.id !== id) ?? null;
    this.update({ items, asking: false, saving: false, note: '' });
    wx.showToast({ icon: 'none', title: words().t(`flags.saved.${verdict}`) });
    if (items?.length === 0) void this.load();
  },

  /** Somebody else has decided it in between: the card shows what, and can be decided anew. */
  async meet({ id }: AttendanceFlag) {
    const now = await findFlag(id).catch(() => null);
    const items = this.model.items?.map((each) => (each.id === id && now ? now : each)) ?? null;
    const told = { ...this.model.told, [id]: conflictText(now, words()) };
    this.update({ items, told, asking: false, saving: false });
  },

  onNetwork(online: boolean) {
    this.update({ online });
    if (online) this.onRetry();
  },

  onRetry() {
    this.update({ failure: null });
    void this.load();
  },
});
