import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { sheetIn } from '../../place-in';
import { type SheetModel, sheetView } from './sheet.view';

const startModel = ({ sheet = '' }: Link): SheetModel => ({
  sheetId: decodeURIComponent(sheet),
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
      if (this.data.canEdit) navigate.objective(this.model.sheetId, detail.id);
    },

    onAdd() {
      navigate.objective(this.model.sheetId);
    },
  },
});
