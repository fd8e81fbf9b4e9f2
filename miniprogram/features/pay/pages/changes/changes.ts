import '../../words/words';
import type { Month } from '#contracts/common';
import { cloud } from '../../../../services/cloud';
import type { Link } from '../../../../services/screen';
import { monthShort } from '../../../../utils/dates';
import { payScreen } from '../../pay-screen';
import { type ChangesModel, changesView } from './changes.view';

const startModel = ({ month = '' }: Link): ChangesModel => ({
  ...{ month: month as Month, people: null, next: null, onlyWarned: false, showsRules: false },
  ...{ isLoadingMore: false, failure: null },
});

payScreen({
  title: ({ month }, t) => t.t('payChanges.title', { month: month ? monthShort(month, t) : '' }),
  start: startModel,
  view: changesView,
  network: 'retry',
  subject: ({ onlyWarned }) => String(onlyWarned),
  async load({ month, onlyWarned: warned }) {
    const { items, next } = (await cloud.payroll.previewPay({ month, warned })).data;
    return { people: items, next };
  },

  on: {
    onRules() {
      this.update({ showsRules: !this.model.showsRules });
    },

    onFilter({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { warned: boolean }>) {
      const { warned: onlyWarned } = currentTarget.dataset;
      if (onlyWarned === this.model.onlyWarned) return;
      this.update({ onlyWarned, people: null, next: null });
      void this.load();
    },

    onReachBottom() {
      void this.onMore();
    },

    async onMore() {
      const { month, next: cursor, onlyWarned: warned, isLoadingMore } = this.model;
      if (cursor === null || isLoadingMore) return;
      this.update({ isLoadingMore: true });
      await this.attempt(async () => {
        const { items, next } = (await cloud.payroll.previewPay({ month, cursor, warned })).data;
        return ({ people }) => ({ people: [...(people ?? []), ...items], next });
      });
      this.update({ isLoadingMore: false });
    },
  },
});
