import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { type HomeModel, homeView } from './home.view';

function startModel(): HomeModel {
  return { data: null, failure: null };
}

type Tapped = WechatMiniprogram.TouchEvent<never, never, { readonly cycle: string; readonly id: string }>;

screen({
  title: 'titles.reviews',
  start: startModel,
  view: homeView,
  loadOn: 'show',
  network: 'retry',
  load: async () => ({ data: (await cloud.appraisal.reviews({})).data }),

  on: {
    onTask({ currentTarget }: Tapped) {
      const { cycle, id } = currentTarget.dataset;
      navigate.review(cycle, id);
    },

    onLink({ currentTarget }: Tapped) {
      const { cycle, id } = currentTarget.dataset;
      const own = this.model.data?.employeeId ?? '';
      if (id === 'peers') navigate.reviewPeers(cycle, own);
      else if (id === 'customers') navigate.reviewCustomers(cycle, own);
      else navigate.reviewTeam(cycle, id === 'office');
    },
  },
});
