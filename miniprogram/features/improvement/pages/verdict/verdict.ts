import '../../words/words';
import type { VerdictResult } from '#contracts/improvement';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { dayOf } from '../../../../utils/dates';
import { decisionOf, laterFigures, NO_TEXTS, type VerdictModel, type VerdictTexts } from './verdict.model';
import { verdictView } from './verdict.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = ({ id = '' }: Link): VerdictModel => ({
  ...{ id: decodeURIComponent(id), plan: null, today: dayOf(serverNow(), CHINA_UTC_OFFSET), result: null },
  ...{ texts: NO_TEXTS, by: 'typed', options: null, cycleId: '' },
  ...{ changed: false, busy: false, failure: null },
});

screen({
  title: 'titles.planVerdict',
  start: startModel,
  view: verdictView,
  leaving: ({ changed }) => (changed ? 'planForm.leaving' : null),
  load: async ({ id }) => ({ plan: (await cloud.appraisal.plan({ id })).data.plan }),

  on: {
    edit(change: Partial<VerdictModel>) {
      this.update({ ...change, changed: true, failure: null });
    },

    onResult({ currentTarget }: Tapped<{ id: VerdictResult }>) {
      this.edit({ result: currentTarget.dataset.id });
    },

    onText({ currentTarget, detail }: WechatMiniprogram.Input) {
      const { field } = currentTarget.dataset as { readonly field: keyof VerdictTexts };
      this.edit({ texts: { ...this.model.texts, [field]: detail.value } });
    },

    async onWay({ currentTarget }: Tapped<{ id: VerdictModel['by'] }>) {
      const { plan, options } = this.model;
      this.edit({ by: currentTarget.dataset.id });
      if (currentTarget.dataset.id === 'typed' || options || !plan) return;
      try {
        const { data } = await cloud.appraisal.planMetrics({ employeeId: plan.person.id });
        this.update({ options: data.options });
        const [latest] = laterFigures(this.model);
        if (latest) this.update({ cycleId: latest.cycleId });
      } catch (thrown) {
        this.update({ by: 'typed', failure: failureOf(thrown) });
      }
    },

    onFigure({ currentTarget }: Tapped<{ id: string }>) {
      this.edit({ cycleId: currentTarget.dataset.id });
    },

    async onSave() {
      const { id, plan, busy } = this.model;
      const decision = decisionOf(this.model);
      if (!decision || !plan || busy) return;
      const { confirm } = await wx.showModal({
        content: words().t('verdict.saveAsk'),
        confirmText: words().t('verdict.save'),
        cancelText: words().t('common.cancel'),
      });
      if (!confirm) return;
      const failure = await this.save(async () => {
        await cloud.appraisal.decidePlan({ id, rev: plan.rev, ...decision });
        return { changed: false };
      });
      if (!failure) navigate.back();
    },
  },
});
