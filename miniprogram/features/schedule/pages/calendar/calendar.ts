import '../../words/words';
import type { Day, Month } from '#contracts/common';
import type { DayKind } from '#contracts/day-status';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { mayDiscard } from '../../../../services/leaving';
import { screen } from '../../../../services/screen';
import { dayOf, monthOf } from '../../../../utils/dates';
import { daysToSave, decided, rebasedDays } from '../../calendar.model';
import { effectsOf } from '../../effects';
import { changerOf } from '../../history.view';
import { type CalendarModel, calendarView, draftsOf } from './calendar.view';
import { type DayForm, formOf, mostInARow } from './day-form.view';

function startModel(): CalendarModel {
  const today = dayOf(serverNow(), CHINA_UTC_OFFSET);
  return {
    year: today.slice(0, 4),
    month: monthOf(today),
    today,
    data: null,
    drafts: {},
    form: null,
    isOpen: false,
    failure: null,
    saving: false,
    saveFailure: null,
    clash: null,
    effects: null,
    isAsking: false,
  };
}

screen({
  title: 'titles.calendar',
  start: startModel,
  view: calendarView,

  async load({ year }) {
    const { data } = await cloud.schedule.calendar({ year });
    return { data, drafts: draftsOf(data) };
  },
  /** The person may turn on meanwhile. */
  subject: ({ year }) => year,
  leaving: (_, { changes }) => (changes === '' ? null : 'calendar.leave'),

  on: {
    async onYear(event: WechatMiniprogram.TouchEvent<never, never, { by: number }>) {
      const { by } = event.currentTarget.dataset;
      if (!(by < 0 ? this.data.hasPrevious : this.data.hasNext)) return;
      if (!(await mayDiscard(this.data.changes))) return;
      const year = String(Number(this.model.year) + by);
      const month = `${year}-${this.model.month.slice(5)}` as Month;
      this.update({ year, month, data: null, drafts: {}, failure: null, saveFailure: null, clash: null });
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
      if (count >= 1 && count <= mostInARow(form)) this.edit({ count });
    },

    onApply() {
      const { form, drafts } = this.model;
      if (!form || !this.data.form.ready) return;
      const name = { 'zh-CN': form.zh.trim(), en: form.en.trim() };
      const choice = form.kind === null ? null : { kind: form.kind, name };
      this.update({
        drafts: decided(drafts, form.day, form.count, choice),
        isOpen: false,
        saveFailure: null,
      });
    },

    async onDiscard() {
      const { data } = this.model;
      if (data && (await mayDiscard(this.data.changes)))
        this.update({ drafts: draftsOf(data), clash: null, saveFailure: null });
    },

    /** Whom it touches is shown first; what touches nobody is saved at once. */
    async onSave() {
      const { data, drafts, year, saving } = this.model;
      if (!data || saving || this.data.changes === '') return;
      this.update({ saving: true, saveFailure: null, clash: null });
      try {
        const input = { year, rev: data.rev, days: daysToSave(drafts) };
        const effects = await effectsOf({ cause: 'calendar', input });
        if (effects) this.update({ saving: false, effects, isAsking: true });
        else await this.save();
      } catch (thrown) {
        this.update({ saving: false, saveFailure: failureOf(thrown) });
      }
    },

    onUnconfirmed() {
      this.update({ isAsking: false });
    },

    async onConfirm() {
      if (this.model.saving) return;
      this.update({ isAsking: false, saving: true });
      await this.save();
    },

    async save() {
      const { data, drafts, year } = this.model;
      if (!data) return;
      try {
        await cloud.schedule.saveCalendar({ year, rev: data.rev, days: daysToSave(drafts) });
        const fresh = await cloud.schedule.calendar({ year });
        this.update({ data: fresh.data, drafts: draftsOf(fresh.data), saving: false });
        wx.showToast({ title: words().t('calendar.saved'), icon: 'success' });
      } catch (thrown) {
        const saveFailure = failureOf(thrown);
        this.update({ saving: false, saveFailure });
        if (saveFailure.code === 'VERSION_CONFLICT') await this.catchUp();
      }
    },

    /** Somebody was faster: their days come in, one's own stay, and where both meet is told. */
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
        this.update({ saveFailure: failureOf(thrown) });
      }
    },
  },
});
