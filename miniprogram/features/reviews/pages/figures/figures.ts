import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { type Link, screen } from '../../../../services/screen';
import { type FiguresModel, figuresView } from './figures.view';

function startModel({ cycle = '', id = '' }: Link): FiguresModel {
  return { cycleId: cycle, employeeId: id, data: null, failure: null };
}

screen({
  title: 'titles.reviewFigures',
  start: startModel,
  view: figuresView,
  load: async ({ cycleId, employeeId }) => ({
    data: (await cloud.appraisal.reviewFigures({ cycleId, employeeId })).data,
  }),
});
