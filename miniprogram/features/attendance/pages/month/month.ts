import '../../words/words';
import type { Day, Month } from '#contracts/common';
import { personName } from '../../../../locales/request-text';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { addMonths, dayOf, monthOf } from '../../../../utils/dates';
import { canTurn, dayToShow, type MonthModel, monthView, wantsFlags } from './month.view';

/** The month shown first: that of the wanted day, else the current one. */
function startMonth(day: Day | null): Month {
  if (day) return monthOf(day);
  return monthOf(dayOf(serverNow(), companyOffset()));
}

function startModel({ day = '', employee = '' }: Link): MonthModel {
  const selected = /^\d{4}-\d{2}-\d{2}$/.test(day) ? (day as Day) : null;
  return {
    month: startMonth(selected),
    employeeId: employee,
    selected,
    data: null,
    failure: null,
    range: null,
    flags: { state: 'unasked' },
  };
}

screen({
  title: ({ data }: MonthModel, words) =>
    data?.person ? personName(data.person, words) : words.t('titles.month'),
  start: startModel,
  view: monthView,

  async load({ month, employeeId }) {
    const { data } = await cloud.attendance.month({ month, ...(employeeId && { employeeId }) });
    const { from, to } = data;
    return ({ selected }) => ({ data, selected: dayToShow(data, selected), range: { from, to } });
  },
  /** The person may go to another month meanwhile. */
  subject: ({ month }) => month,
  failed: (failure) => (failure ? { failure, data: null } : { failure }),
  network: 'retry',

  on: {
    onUpdate() {
      if (wantsFlags(this.model)) void this.explainFlags();
    },

    /** Loads the reasons of flags when a flagged day is opened. */
    async explainFlags() {
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

    turn(by: number) {
      if (!canTurn(this.model, by)) return;
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

    onAct(event: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      const action = this.data.detail.actions.find(({ id }) => id === event.currentTarget.dataset.id);
      const day = this.model.selected;
      if (!action || !day) return;
      if (action.requestId) navigate.request(action.requestId);
      else if (action.slot) navigate.correction(day, action.slot, action.time);
      else navigate.requestForm('leave');
    },
  },
});
