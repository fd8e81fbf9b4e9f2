import '../../words/words';
import type { AppraisalCycleBrief } from '#contracts/appraisal-cycle';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { type AppraisalsModel, appraisalsView } from './cycles.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = (): AppraisalsModel => ({ cycles: null, failure: null });

screen({
  title: 'titles.appraisalCycles',
  start: startModel,
  view: appraisalsView,
  loadOn: 'show',
  load: async () => ({ cycles: (await cloud.appraisal.cycles({})).data.cycles }),

  on: {
    onAdd() {
      navigate.appraisalSetup();
    },

    onCycle({ currentTarget }: Tapped<{ id: string }>) {
      const found: AppraisalCycleBrief | undefined = this.model.cycles?.find(
        ({ id }) => id === currentTarget.dataset.id,
      );
      if (!found) return;
      if (found.state === 'draft') navigate.appraisalCheck(found.id);
      else navigate.appraisalCycle(found.id);
    },
  },
});
