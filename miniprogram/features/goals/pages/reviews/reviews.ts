import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { type ReviewsModel, reviewsView } from './reviews.view';

const startModel = ({ cycle = '' }: Link): ReviewsModel => ({ cycleId: cycle, data: null, failure: null });

screen({
  title: 'titles.goalReviews',
  start: startModel,
  view: reviewsView,
  load: async ({ cycleId }) => ({ data: (await cloud.goals.teamReviews({ cycleId })).data }),
  loadOn: 'show',

  on: {
    onPerson({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string; opens: boolean }>) {
      const { id, opens } = currentTarget.dataset;
      if (opens) navigate.goalReview(`${this.model.cycleId}:p-${id}`);
    },
  },
});
