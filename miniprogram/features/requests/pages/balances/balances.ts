import '../../words/words';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { type BalancesModel, balancesView } from '../../balances.view';

screen({
  title: 'titles.balances',
  start: (): BalancesModel => ({
    data: null,
    failure: null,
    open: null,
    all: false,
    utcOffset: CHINA_UTC_OFFSET,
  }),
  view: balancesView,
  load: async () => ({ data: (await cloud.requests.balances({})).data }),

  on: {
    onOpen(event: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      this.update({ open: this.model.open === id ? null : id });
    },

    onAll() {
      this.update({ all: !this.model.all });
    },

    /** What a line came from: the request, where one stands behind it. */
    onEntry(event: WechatMiniprogram.TouchEvent<never, never, { request: string }>) {
      const { request } = event.currentTarget.dataset;
      if (request) navigate.request(request);
    },
  },
});
