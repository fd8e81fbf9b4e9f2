import { cleanText } from '../../../../common/clean-text';
import '../../words/words';
import type { AttendanceFlag, FlagState } from '#contracts/attendance-flag';
import type { Month } from '#contracts/common';
import { errorText } from '../../../../locales/error-text';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { isOnline } from '../../../../services/network';
import { type Link, screen } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { findFlag } from '../../flags-data';
import { conflictText, flagsView, noFlags, type Verdict } from './flags.view';

screen({
  title: 'titles.flags',
  start: ({ month }: Link) => ({
    ...noFlags,
    month: (month ?? null) as Month | null,
    online: isOnline(),
    utcOffset: companyOffset(),
  }),
  view: flagsView,

  async load({ segment, month }) {
    const { data } = await cloud.attendance.flags({ state: segment, ...(month && { month }) });
    return { ...data, more: 'idle' as const };
  },
  subject: ({ segment }) => segment,
  network: 'reload',

  on: {
    async onReachBottom() {
      const { segment, month, items, next, more } = this.model;
      if (!items || next === null || more === 'loading') return;
      this.update({ more: 'loading' });
      try {
        const only = month ? { month } : {};
        const { data } = await cloud.attendance.flags({ state: segment, ...only, cursor: next });
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
      this.update({ segment: id, items: null, next: null, failure: null, conflicts: {} });
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
        const input = { id: flag.id, rev: flag.rev, verdict, note: cleanText(note) };
        await cloud.attendance.decideFlag(input);
        this.decided(flag.id, verdict);
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.code === 'VERSION_CONFLICT') await this.showDecided(flag);
        else this.update({ saving: false, problem: errorText(failure, words()) });
      }
    },

    /** Removes the decided card from its list. */
    decided(id: string, verdict: Verdict) {
      wx.vibrateShort({ type: 'light', fail: () => undefined });
      const items = this.model.items?.filter((each) => each.id !== id) ?? null;
      this.update({ items, asking: false, saving: false, note: '' });
      wx.showToast({ icon: 'none', title: words().t(`flags.saved.${verdict}`) });
      if (items?.length === 0) void this.load();
    },

    /** After a version conflict: the card shows the other decision and can be decided again. */
    async showDecided({ id }: AttendanceFlag) {
      const now = await findFlag(id).catch(() => null);
      const items = this.model.items?.map((each) => (each.id === id && now ? now : each)) ?? null;
      const conflicts = { ...this.model.conflicts, [id]: conflictText(now, words()) };
      this.update({ items, conflicts, asking: false, saving: false });
    },
  },
});
