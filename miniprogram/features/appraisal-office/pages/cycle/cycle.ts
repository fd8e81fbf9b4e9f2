import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { type CycleModel, cycleView } from './cycle.view';

const startModel = ({ cycle = '' }: Link): CycleModel => ({
  cycleId: cycle,
  progress: null,
  busy: false,
  failure: null,
});

screen({
  title: 'titles.appraisalCycle',
  start: startModel,
  view: cycleView,
  loadOn: 'show',
  load: async ({ cycleId }) => ({ progress: (await cloud.appraisal.cycleProgress({ cycleId })).data }),

  on: {
    onAmend() {
      navigate.appraisalAmend(this.model.cycleId);
    },

    onFigures() {
      navigate.appraisalFigures(this.model.cycleId);
    },

    onQuestionnaires() {
      navigate.questionnaires(this.model.cycleId);
    },

    async onGoOn() {
      const { progress, cycleId, busy } = this.model;
      if (!progress || busy) return;
      await this.save(
        async () => {
          await cloud.appraisal.startCycle({ cycleId, rev: progress.cycle.rev });
          return {};
        },
        () => this.load(),
      );
    },

    async onRemind() {
      const { progress, cycleId, busy } = this.model;
      if (!progress || busy) return;
      const { confirm } = await wx.showModal({
        content: words().t('appraisalCycle.remindAsk', { count: progress.lateCount }),
        confirmText: words().t('appraisalCycle.remindOk'),
        cancelText: words().t('common.cancel'),
      });
      if (!confirm) return;
      let reminded = 0;
      const failure = await this.save(async () => {
        let after: string | null = '';
        while (after !== null) {
          const { data }: Awaited<ReturnType<typeof cloud.appraisal.remindLate>> =
            await cloud.appraisal.remindLate({ cycleId, ...(after && { after }) });
          reminded += data.reminded;
          after = data.next;
        }
        return {};
      });
      if (!failure)
        wx.showToast({ title: words().t('appraisalCycle.reminded', { count: reminded }), icon: 'none' });
    },

    async onEnd() {
      const { progress, cycleId, busy } = this.model;
      if (!progress || busy) return;
      const count = progress.lateCount;
      const { confirm, content } = await wx.showModal({
        title: words().t(count > 0 ? 'appraisalCycle.endAsk' : 'appraisalCycle.endAskNone', { count }),
        editable: true,
        placeholderText: words().t('appraisalCycle.endReason'),
        confirmText: words().t('appraisalCycle.endOk'),
        cancelText: words().t('common.cancel'),
      });
      if (!confirm) return;
      const reason = (content ?? '').trim();
      if (reason === '') {
        wx.showToast({ title: words().t('appraisalCycle.needReason'), icon: 'none' });
        return;
      }
      const failure = await this.save(
        async () => {
          await cloud.appraisal.endCycle({ cycleId, rev: progress.cycle.rev, reason });
          return {};
        },
        () => this.load(),
      );
      if (!failure) wx.showToast({ title: words().t('appraisalCycle.ended'), icon: 'none' });
    },
  },
});
