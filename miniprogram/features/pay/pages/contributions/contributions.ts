import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { yearScreen } from '../../year-screen';
import { contributionsView } from './contributions.view';

yearScreen({
  title: 'titles.ownContributions',
  view: contributionsView,
  monthsOf: async (year, opening) => (await cloud.payroll.ownContributions({ year, opening })).data.months,
});
