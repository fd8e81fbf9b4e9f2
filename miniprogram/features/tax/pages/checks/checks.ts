import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { type ChecksModel, checksView } from './checks.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = (): ChecksModel => ({ items: null, next: null, failure: null });

screen({
  title: 'titles.deductionChecks',
  start: startModel,
  view: checksView,
  load: async () => (await cloud.payroll.deductionChecks({})).data,
  loadOn: 'show',

  on: {
    async onMore() {
      const { next } = this.model;
      if (next === null) return;
      await this.attempt(async () => {
        const { data } = await cloud.payroll.deductionChecks({ cursor: next });
        return ({ items }) => ({ ...data, items: [...(items ?? []), ...data.items] });
      });
    },

    onPerson({ currentTarget }: Tapped<{ id: string }>) {
      navigate.deductionCheck(currentTarget.dataset.id);
    },
  },
});
