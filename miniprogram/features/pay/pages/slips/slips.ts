import '../../words/words';
import type { Month } from '#contracts/common';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { type SlipsModel, slipsView } from './slips.view';

const startModel = (): SlipsModel => ({ slips: null, next: null, openUntil: null, failure: null });

screen({
  title: 'titles.payslips',
  start: startModel,
  view: slipsView,
  // What was read or confirmed on another page is shown as it is now.
  loadOn: 'show',
  network: 'retry',
  ended: { slips: null },
  async load() {
    const { items, next, openUntil } = (await cloud.payroll.payslips({})).data;
    return { slips: items, next, openUntil };
  },

  on: {
    onRow({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { month: Month }>) {
      navigate.payslip(currentTarget.dataset.month);
    },

    onYear() {
      navigate.payYear();
    },

    onContributions() {
      navigate.ownContributions();
    },

    onMore() {
      const cursor = this.model.next as Month | null;
      if (cursor === null) return;
      void this.attempt(async () => {
        const { items, next } = (await cloud.payroll.payslips({ cursor })).data;
        return (model) => ({ slips: [...(model.slips ?? []), ...items], next });
      });
    },
  },
});
