import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { type QuestionnairesModel, questionnairesView } from './questionnaires.view';

const startModel = ({ cycle = '' }: Link): QuestionnairesModel => ({
  cycleId: cycle,
  cycle: null,
  failure: null,
});

type Tapped = WechatMiniprogram.TouchEvent<never, never, { readonly id: string }>;

screen({
  title: 'titles.questionnaires',
  start: startModel,
  view: questionnairesView,
  loadOn: 'show',
  load: async ({ cycleId }) => ({ cycle: (await cloud.appraisal.cycle({ cycleId })).data.cycle }),

  on: {
    onQuestionnaire({ currentTarget }: Tapped) {
      navigate.questionnaire(this.model.cycleId, currentTarget.dataset.id);
    },

    onAdd() {
      navigate.questionnaire(this.model.cycleId);
    },
  },
});
