import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { fromLink } from '../../../../utils/from-link';
import { sheetIn } from '../../place-in';
import { type SheetModel, sheetView } from './sheet.view';

const startModel = ({ sheet = '' }: Link): SheetModel => ({
  sheetId: fromLink(sheet),
  data: null,
  failure: null,
});

screen({
  title: ({ data }, words) => (data ? words.pick(data.sheet.name) : ''),
  start: startModel,
  view: sheetView,
  load: async ({ sheetId }) => ({ data: (await cloud.goals.sheet(sheetIn(sheetId))).data }),
  loadOn: 'show',

  on: {
    onKeyResult({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      navigate.keyResult(this.model.sheetId, detail.id);
    },

    onObjective({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const stored = this.model.data?.sheet.objectives.find(({ id }) => id === detail.id);
      // What was pushed is changed by those above.
      if (this.data.canEdit || (this.data.canPush && stored?.pushedBy))
        navigate.objective(this.model.sheetId, detail.id);
    },

    onProposal({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      navigate.proposal(this.model.sheetId, detail.id);
    },

    onPush() {
      navigate.pushGoal(sheetIn(this.model.sheetId).cycleId, this.model.sheetId);
    },

    onReview() {
      navigate.goalReview(this.model.sheetId);
    },

    onClone() {
      navigate.cloneGoals(this.model.sheetId);
    },

    onAdd() {
      navigate.objective(this.model.sheetId);
    },
  },
});
