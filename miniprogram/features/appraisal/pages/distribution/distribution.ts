import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { type Link, screen } from '../../../../services/screen';
import { type DistributionModel, distributionView, FIRST_GROUPS, type GroupedBy } from './distribution.view';

const startModel = ({ cycle = '' }: Link): DistributionModel => ({
  ...{ cycleId: cycle, data: null, by: 'departments', most: FIRST_GROUPS, failure: null },
});

screen({
  title: (_, { t }) => t('distribution.title'),
  start: startModel,
  view: distributionView,
  network: 'retry',
  load: async ({ cycleId }) => ({ data: (await cloud.appraisal.distribution({ cycleId })).data }),

  on: {
    onSegment({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: GroupedBy }>) {
      this.update({ by: currentTarget.dataset.id, most: FIRST_GROUPS });
    },

    onMore() {
      this.update({ most: this.model.most + FIRST_GROUPS });
    },
  },
});
