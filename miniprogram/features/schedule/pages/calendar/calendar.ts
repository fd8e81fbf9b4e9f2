import '../../words/words';
import type { Day, Month } from '#contracts/common';
import type { DayKind } from '#contracts/day-status';
import { completeText } from '../../../../common/local-text';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { confirmDiscard } from '../../../../services/leaving';
import { screen } from '../../../../services/screen';
import { dayOf, monthOf } from '../../../../utils/dates';
import { daysToSave, decided, rebasedDays, type Year } from '../../calendar.model';
import { effectsOf } from '../../effects';
import { changerOf } from '../../history.view';
import { type CalendarModel, calendarView, draftsOf, noCalendar } from './calendar.view';
import { type DayForm, formOf, maxDaysInRow } from './day-form.view';

function startModel(): CalendarModel {
  const today = dayOf(serverNow(), CHINA_UTC_OFFSET);
  return { ...noCalendar, year: today.slice(0, 4), month: monthOf(today), today };
}

/** What would be saved. */
const inputOf = ({ year, drafts, complete }: CalendarModel, { rev }: Year) => ({
  year,
  rev,
  days: daysToSave(drafts),
  complete,
});

screen({
  title: 'titles.calendar',
  start: startModel,
  view: calendarView,

  async load({ year }) {
    const { data } = await cloud.schedule.calendar({ year });
    return { data, ...draftsOf(data) };
  },
  /** The person may go to another year meanwhile. */
  subject: ({ year }) => year,
  failed: (loadFailure) => ({ loadFailure }),
  leaving: (_, { changes }) => (changes === '' ? null : 'calendar.leave'),

  on: {
    async onYear(event: WechatMiniprogram.TouchEvent<never, never, { by: number }>) {
      const { by } = event.currentTarget.dataset;
      if (!(by < 0 ? this.data.hasPrevious : this.data.hasNext)) return;
      if (!(await confirmDiscard(this.data.changes))) return;
      const year = String(Number(this.model.year) + by);
      const month = `${year}-${this.model.month.slice(5)}` as Month;
      this.update({ year, month, data: null, drafts: {}, loadFailure: null, failure: null, clash: null });
      void this.load();
    },

    onMonth(event: WechatMiniprogram.TouchEvent<never, never, { month: Month }>) {
      this.update({ month: event.currentTarget.dataset.month });
    },

    onDay(event: WechatMiniprogram.TouchEvent<never, never, { day: Day }>) {
      if (this.model.data)
        this.update({ form: formOf(event.currentTarget.dataset.day, this.model.drafts), isOpen: true });
    },

    onClose() {
      this.update({ isOpen: false });
    },

    edit(change: Partial<DayForm>) {
      if (this.model.form) this.update({ form: { ...this.model.form, ...change } });
    },

    onKind(event: WechatMiniprogram.TouchEvent<never, never, { kind: DayKind | 'usual' }>) {
      const { kind } = event.currentTarget.dataset;
      this.edit({ kind: kind === 'usual' ? null : kind });
    },

    onName(event: WechatMiniprogram.Input<WechatMiniprogram.IAnyObject, { field: 'zh' | 'en' }>) {
      this.edit({ [event.currentTarget.dataset.field]: event.detail.value });
    },

    onCount(event: WechatMiniprogram.TouchEvent<never, never, { by: number }>) {
      const { form } = this.model;
      if (!form) return;
      const count = form.count + event.currentTarget.dataset.by;
      if (count >= 1 && count <= maxDaysInRow(form)) this.edit({ count });
    },

    onApply() {
      const { form, drafts } = this.model;
      if (!form || !this.data.form.ready) return;
      const name = completeText({ 'zh-CN': form.zh, en: form.en });
      const choice = form.kind === null ? null : { kind: form.kind, name };
      this.update({
        drafts: decided(drafts, form.day, form.count, choice),
        isOpen: false,
        failure: null,
      });
    },

    onComplete(event: WechatMiniprogram.SwitchChange) {
      this.update({ complete: event.detail.value, failure: null });
    },

    async onDiscard() {
      const { data } = this.model;
      if (data && (await confirmDiscard(this.data.changes)))
        this.update({ ...draftsOf(data), clash: null, failure: null });
    },

    /** Whom it touches is shown first; what touches nobody is saved at once. */
    async onSave() {
      const { data, busy } = this.model;
      if (!data || busy || this.data.changes === '') return;
      this.update({ clash: null });
      await this.send(async () => {
        const effects = await effectsOf({ cause: 'calendar', input: inputOf(this.model, data) });
        return effects ? { effects, isAsking: true } : this.store(data);
      });
    },

    onUnconfirmed() {
      this.update({ isAsking: false });
    },

    async onConfirm() {
      const { data, busy } = this.model;
      if (!data || busy) return;
      this.update({ isAsking: false });
      await this.send(() => this.store(data));
    },

    async store(data: Year) {
      await cloud.schedule.saveCalendar(inputOf(this.model, data));
      const fresh = await cloud.schedule.calendar({ year: this.model.year });
      wx.showToast({ title: words().t('calendar.saved'), icon: 'success' });
      return { data: fresh.data, ...draftsOf(fresh.data) };
    },

    async send(run: () => Promise<Partial<CalendarModel>>) {
      const failure = await this.save(run);
      if (failure?.code === 'VERSION_CONFLICT') await this.catchUp();
    },

    /** After a version conflict: merges the stored days into the drafts; own days win, overlaps are reported. */
    async catchUp() {
      const { data, drafts, year } = this.model;
      try {
        const fresh = (await cloud.schedule.calendar({ year })).data;
        if (!data) return;
        const { drafts: merged, adopted, kept } = rebasedDays(data, drafts, fresh);
        const [last] = fresh.history;
        const by = last ? changerOf(last, words()) : '';
        this.update({ data: fresh, drafts: merged, clash: { by, adopted, kept } });
      } catch (thrown) {
        this.update({ failure: failureOf(thrown) });
      }
    },
  },
});
