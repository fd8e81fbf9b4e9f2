import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { screen } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { type ReadersModel, readersView } from './readers.view';

const startModel = (): ReadersModel => ({
  ...{ items: null, next: null, failure: null, utcOffset: companyOffset() },
});

screen({
  title: (_, t) => t.t('readers.title'),
  start: startModel,
  view: readersView,
  network: 'retry',
  async load() {
    const { items, next } = (await cloud.people.dataReaders({})).data;
    return { items, next };
  },

  on: {
    onMore() {
      const { next: cursor } = this.model;
      if (cursor === null) return;
      void this.attempt(async () => {
        const { items, next } = (await cloud.people.dataReaders({ cursor })).data;
        return ({ items: before }) => ({ items: [...(before ?? []), ...items], next });
      });
    },
  },
});
