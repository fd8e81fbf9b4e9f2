import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { type CheckModel, checkView } from './check.view';

const startModel = ({ cycle = '' }: Link): CheckModel => ({
  cycleId: cycle,
  result: null,
  busy: false,
  failure: null,
});

screen({
  title: 'titles.appraisalCheck',
  start: startModel,
  view: checkView,
  loadOn: 'show',
  load: async ({ cycleId }) => ({ result: (await cloud.appraisal.dryRun({ cycleId })).data }),

  on: {
    onEdit() {
      navigate.appraisalSetup(this.model.cycleId);
    },

    onQuestionnaires() {
      navigate.questionnaires(this.model.cycleId);
    },

    async onStart() {
      const { result, cycleId, busy } = this.model;
      if (!result || busy) return;
      const title = words().pick(result.cycle.title);
      const { confirm } = await wx.showModal({
        content: words().t('appraisalCheck.startAsk', { title, count: result.people }),
        confirmText: words().t('appraisalCheck.startOk'),
        cancelText: words().t('common.cancel'),
      });
      if (!confirm) return;
      const failure = await this.save(async () => {
        await cloud.appraisal.startCycle({ cycleId, rev: result.cycle.rev });
        return {};
      });
      if (failure) return;
      wx.showToast({ title: words().t('appraisalCheck.started'), icon: 'none' });
      navigate.appraisalStarted(cycleId);
    },

    async onDrop() {
      const { result, cycleId, busy } = this.model;
      if (!result || busy) return;
      const { confirm } = await wx.showModal({
        content: words().t('appraisalCheck.dropAsk', { title: words().pick(result.cycle.title) }),
        confirmText: words().t('appraisalCheck.dropOk'),
        cancelText: words().t('common.cancel'),
      });
      if (!confirm) return;
      const failure = await this.save(async () => {
        await cloud.appraisal.dropCycle({ cycleId, rev: result.cycle.rev });
        return {};
      });
      if (!failure) navigate.back();
    },
  },
});
