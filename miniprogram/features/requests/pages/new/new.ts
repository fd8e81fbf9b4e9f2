import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { type NewModel, newView } from '../../new.view';

screen({
  title: 'titles.newRequest',
  start: (): NewModel => ({ start: null, failure: null }),
  view: newView,
  load: async () => ({ start: (await cloud.requests.start({})).data }),
  loadOn: 'show',

  on: {
    onType(event: WechatMiniprogram.TouchEvent<never, never, { type: string }>) {
      navigate.requestForm(event.currentTarget.dataset.type);
    },

    onBalances() {
      navigate.balances();
    },

    onDelegate() {
      navigate.delegate();
    },
  },
});
