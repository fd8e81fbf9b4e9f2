import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { type PoolModel, poolView } from './pool.view';

const startModel = (): PoolModel => ({ cycleId: '', data: null, failure: null });

screen({
  title: 'titles.promotionPool',
  start: startModel,
  view: poolView,
  subject: ({ cycleId }) => cycleId,
  network: 'retry',
  load: async ({ cycleId }) => ({
    data: (await cloud.appraisal.pool(cycleId === '' ? {} : { cycleId })).data,
  }),

  on: {
    onCycle({ detail }: WechatMiniprogram.PickerChange) {
      const chosen = this.model.data?.cycles[Number(detail.value)];
      if (!chosen || chosen.id === this.model.data?.cycle?.id) return;
      this.update({ cycleId: chosen.id, data: null, failure: null });
      void this.load();
    },

    onRow({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      const cycle = this.model.data?.cycle;
      if (cycle) navigate.report(cycle.id, currentTarget.dataset.id);
    },
  },
});
