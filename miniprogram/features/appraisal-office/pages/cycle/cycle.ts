import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { type CycleModel, cycleView } from './cycle.view';

const startModel = ({ cycle = '' }: Link): CycleModel => ({
  cycleId: cycle,
  progress: null,
  ending: false,
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

    onEnd() {
      if (this.model.progress && !this.model.busy) this.update({ ending: true, failure: null });
    },

    onClose() {
      this.update({ ending: false });
    },

    async onEnded({ detail }: WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>) {
      const { progress, cycleId, busy } = this.model;
      if (!progress || busy) return;
      const { rev } = progress.cycle;
      const isSent = await this.saveSheet(detail, {
        async send() {
          await cloud.appraisal.endCycle({ cycleId, rev, reason: detail.comment });
          return {};
        },
        closed: { ending: false },
      });
      if (isSent) wx.showToast({ title: words().t('appraisalCycle.ended'), icon: 'none' });
    },
  },
});
