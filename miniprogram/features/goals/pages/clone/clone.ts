import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { fromLink } from '../../../../utils/from-link';
import { sheetIn } from '../../place-in';
import { type CloneModel, loaded, problemOf, raiseOf } from './clone.model';
import { cloneView } from './clone.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = ({ sheet = '' }: Link): CloneModel => ({
  ...{ sheetId: fromLink(sheet), from: '', data: null, chosen: [], raise: '', fromLast: true },
  ...{ changed: false, busy: false, failure: null },
});

screen({
  title: 'titles.cloneGoals',
  start: startModel,
  view: cloneView,
  leaving: ({ changed }) => (changed ? 'cloneGoals.leaving' : null),
  subject: ({ from }) => from,
  async load({ sheetId, from }) {
    const { data } = await cloud.goals.cloneable({ ...sheetIn(sheetId), ...(from && { from }) });
    return loaded(data);
  },

  on: {
    edit(change: Partial<CloneModel>) {
      this.update({ ...change, changed: true, failure: null });
    },

    onSource({ detail }: WechatMiniprogram.PickerChange) {
      const source = this.model.data?.sources[Number(detail.value)];
      if (!source || source.id === this.model.from) return;
      this.update({ from: source.id, data: null, chosen: [], changed: false });
      void this.load();
    },

    onRow({ currentTarget }: Tapped<{ id: string }>) {
      const { id } = currentTarget.dataset;
      const { chosen, data } = this.model;
      if (data?.rows.find((row) => row.id === id)?.isThere) return;
      this.edit({ chosen: chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id] });
    },

    onRaise({ detail }: WechatMiniprogram.Input) {
      this.edit({ raise: detail.value });
    },

    onFromLast({ detail }: WechatMiniprogram.SwitchChange) {
      this.edit({ fromLast: detail.value });
    },

    async onSave() {
      const { data, sheetId, from, chosen, fromLast, busy } = this.model;
      const raise = raiseOf(this.model);
      if (!data || raise === null || problemOf(this.model) || busy) return;
      const input = { ...sheetIn(sheetId), from, rev: data.rev, objectiveIds: chosen, raise, fromLast };
      const failure = await this.save(async () => {
        const { added } = (await cloud.goals.clone(input)).data;
        wx.showToast({ title: words().t('cloneGoals.done', { count: added }), icon: 'none' });
        return { changed: false };
      });
      if (!failure) navigate.back();
    },
  },
});
