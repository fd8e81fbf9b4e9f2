import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { screen } from '../../../../services/screen';
import { type StateModel, stateView } from './state.view';

const startModel = (): StateModel => ({ cycles: null, failure: null });

screen({
  title: 'titles.appraisalState',
  start: startModel,
  view: stateView,
  loadOn: 'show',
  load: async () => ({ cycles: (await cloud.appraisal.openCycles({})).data.cycles }),
});
