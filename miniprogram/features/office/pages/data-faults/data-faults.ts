import '../../words/words';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { screen } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { type DataFaultsModel, dataFaultsView } from './data-faults.view';

screen({
  title: 'titles.dataFaults',
  start: (): DataFaultsModel => ({ page: null, failure: null, more: 'idle', utcOffset: companyOffset() }),
  view: dataFaultsView,
  /** What was mended in between is gone from the list. */
  loadOn: 'show',
  async load() {
    const { data } = await cloud.requests.dataFaults({});
    return { page: data, more: 'idle' as const };
  },
  network: 'retry',

  on: {
    async onReachBottom() {
      const { page, more } = this.model;
      if (!page || page.next === null || more === 'loading') return;
      this.update({ more: 'loading' });
      try {
        const { data } = await cloud.requests.dataFaults({ cursor: page.next });
        if (page !== this.model.page) return;
        this.update({ page: { ...data, items: [...page.items, ...data.items] }, more: 'idle' });
      } catch (thrown) {
        failureOf(thrown);
        this.update({ more: 'failed' });
      }
    },
  },
});
