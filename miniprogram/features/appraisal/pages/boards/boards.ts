import '../../words/words';
import { askOnTap } from '../../../../services/ask-on-tap';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { prepareToAsk } from '../../../../services/subscribe';
import { type BoardsModel, boardsView } from './boards.view';

const startModel = ({ cycle = '' }: Link): BoardsModel => ({
  ...{ cycleId: cycle, data: null, asking: false, busy: false, failure: null },
});

screen({
  title: 'titles.calibration',
  start: startModel,
  view: boardsView,
  // What was locked on a board is counted anew.
  loadOn: 'show',
  network: 'retry',
  async load({ cycleId }) {
    void prepareToAsk({});
    return { data: (await cloud.appraisal.boards(cycleId === '' ? {} : { cycleId })).data };
  },

  on: {
    onRow({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      const cycle = this.model.data?.cycle;
      if (cycle) navigate.calibration(cycle.id, currentTarget.dataset.id);
    },

    onDistribution() {
      const cycle = this.model.data?.cycle;
      if (cycle) navigate.distribution(cycle.id);
    },

    onPublish() {
      if (this.model.data?.cycle && !this.model.busy) this.update({ asking: true });
    },

    onNotSure() {
      this.update({ asking: false });
    },

    async onSure() {
      const cycle = this.model.data?.cycle;
      if (!cycle || this.model.busy) return;
      this.update({ asking: false });
      // Appeals may come.
      await askOnTap('waiting');
      const failure = await this.save(async () => {
        const { state } = (await cloud.appraisal.publishResults({ cycleId: cycle.id })).data;
        const said = state === 'published' ? 'boards.published' : 'boards.publishing';
        wx.showToast({ icon: 'none', title: words().t(said) });
        return {};
      });
      await this.load();
      if (failure) this.update({ failure });
    },
  },
});
