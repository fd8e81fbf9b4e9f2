import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { type ResultsModel, resultsView } from './results.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = (): ResultsModel => ({ data: null, failure: null });

screen({
  title: 'titles.results',
  start: startModel,
  view: resultsView,
  // What was read or answered on another page is shown as it is now.
  loadOn: 'show',
  network: 'retry',
  load: async () => ({ data: (await cloud.appraisal.results({})).data }),

  on: {
    onRow({ currentTarget }: Tapped<{ cycle: string; employee: string }>) {
      const { cycle, employee } = currentTarget.dataset;
      navigate.report(cycle, employee);
    },

    onAppeals() {
      navigate.appeals();
    },
  },
});
