import '../../words/words';
import type { Day, Month } from '#contracts/common';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { monthsAround } from '../../months';
import { type MonthOpenModel, monthOpenView, type OpenPage } from './month-open.view';

async function pageOf({ month, what }: MonthOpenModel, cursor?: string): Promise<OpenPage> {
  const input = cursor === undefined ? { month } : { month, cursor };
  if (what === 'requests') {
    const { data } = await cloud.attendance.openRequests(input);
    return { people: [], requests: data.items, next: data.next, unsettled: false };
  }
  const { data } = await cloud.attendance.openPunches(input);
  return { people: data.items, requests: [], next: data.next, unsettled: data.settled === false };
}

screen({
  title: ({ what }: MonthOpenModel, words) =>
    words.t(what === 'requests' ? 'titles.openRequests' : 'titles.openPunches'),
  start: ({ month, what }: Link): MonthOpenModel => ({
    month: (month ?? monthsAround().last) as Month,
    what: what === 'requests' ? 'requests' : 'punches',
    page: null,
    failure: null,
    more: 'idle',
    utcOffset: companyOffset(),
  }),
  view: monthOpenView,
  /** A request that was decided on its page is gone from the list. */
  loadOn: 'show',
  async load(model) {
    return { page: await pageOf(model), more: 'idle' as const };
  },
  network: 'retry',

  on: {
    async onReachBottom() {
      const { page, more } = this.model;
      if (!page || page.next === null || more === 'loading') return;
      this.update({ more: 'loading' });
      try {
        const { people, requests, next } = await pageOf(this.model, page.next);
        if (page !== this.model.page) return;
        const all = {
          people: [...page.people, ...people],
          requests: [...page.requests, ...requests],
          next,
          unsettled: page.unsettled,
        };
        this.update({ page: all, more: 'idle' });
      } catch (thrown) {
        failureOf(thrown);
        this.update({ more: 'failed' });
      }
    },

    onOpen(event: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      navigate.request(event.currentTarget.dataset.id);
    },

    onDay(event: WechatMiniprogram.TouchEvent<never, never, { id: string; day: Day }>) {
      const { id, day } = event.currentTarget.dataset;
      navigate.monthOf(id, day);
    },
  },
});
