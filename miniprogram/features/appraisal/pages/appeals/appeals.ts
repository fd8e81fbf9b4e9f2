import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { type AppealsModel, appealsView } from './appeals.view';

const startModel = (): AppealsModel => ({ appeals: null, failure: null, utcOffset: companyOffset() });

screen({
  title: (_, { t }) => t('appeals.title'),
  start: startModel,
  view: appealsView,
  // What was answered is gone when the list is shown again.
  loadOn: 'show',
  network: 'retry',
  load: async () => ({ appeals: (await cloud.appraisal.appeals({})).data.appeals }),

  on: {
    onRow({
      currentTarget,
    }: WechatMiniprogram.TouchEvent<never, never, { cycle: string; employee: string }>) {
      const { cycle, employee } = currentTarget.dataset;
      navigate.report(cycle, employee);
    },
  },
});
