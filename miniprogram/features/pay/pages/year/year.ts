import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { yearScreen } from '../../year-screen';
import { yearView } from './year.view';

yearScreen({
  title: 'titles.payYear',
  view: yearView,
  monthsOf: async (year, opening) => (await cloud.payroll.payYear({ year, opening })).data.months,
});
