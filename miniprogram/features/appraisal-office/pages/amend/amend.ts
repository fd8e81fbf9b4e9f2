import '../../words/words';
import type { Day } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { type AmendModel, changeOf, type DayField, isReady, loaded, type What } from './amend.model';
import { amendView } from './amend.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;
type List = 'add' | 'remove';

const startModel = ({ cycle = '' }: Link): AmendModel => ({
  ...{ cycleId: cycle, cycle: null, what: 'deadline', days: null, title: { 'zh-CN': '', en: '' } },
  ...{
    shares: {},
    add: [],
    remove: [],
    picking: null,
    reason: '',
    changed: false,
    busy: false,
    failure: null,
  },
});

screen({
  title: 'titles.appraisalAmend',
  start: startModel,
  view: amendView,
  leaving: ({ changed }) => (changed ? 'appraisalAmend.leaving' : null),
  async load({ cycleId }) {
    const { cycle } = (await cloud.appraisal.cycle({ cycleId })).data;
    return (model: AmendModel) => loaded(model, cycle);
  },

  on: {
    edit(change: Partial<AmendModel>) {
      this.update({ ...change, changed: true, failure: null });
    },

    onWhat({ currentTarget }: Tapped<{ id: What }>) {
      this.update({ what: currentTarget.dataset.id, failure: null });
    },

    onDay({ currentTarget, detail }: WechatMiniprogram.PickerChange) {
      const { field } = currentTarget.dataset as { readonly field: DayField };
      const { days } = this.model;
      if (days) this.edit({ days: { ...days, [field]: String(detail.value) as Day } });
    },

    onTitle({ currentTarget, detail }: WechatMiniprogram.Input) {
      const { language } = currentTarget.dataset as { readonly language: 'zh-CN' | 'en' };
      this.edit({ title: { ...this.model.title, [language]: detail.value } });
    },

    onShare({ currentTarget, detail }: WechatMiniprogram.Input) {
      const { id } = currentTarget.dataset as { readonly id: string };
      this.edit({ shares: { ...this.model.shares, [id]: detail.value } });
    },

    onPick({ currentTarget }: Tapped<{ list: List }>) {
      this.update({ picking: currentTarget.dataset.list });
    },

    onPicked({ detail }: WechatMiniprogram.CustomEvent<PersonBrief>) {
      const { picking } = this.model;
      if (!picking) return;
      const { id, name, nameEn } = detail;
      const others = this.model[picking].filter((each) => each.id !== id);
      this.edit({ picking: null, [picking]: [...others, { id, name, nameEn }] });
    },

    onPickClose() {
      this.update({ picking: null });
    },

    onTake({ currentTarget }: Tapped<{ list: List; id: string }>) {
      const { list, id } = currentTarget.dataset;
      this.edit({ [list]: this.model[list].filter((each) => each.id !== id) });
    },

    onReason({ detail }: WechatMiniprogram.Input) {
      this.edit({ reason: detail.value });
    },

    async onSave() {
      const { cycle, cycleId, reason } = this.model;
      const change = changeOf(this.model);
      if (!cycle || !change || !isReady(this.model)) return;
      const failure = await this.save(async () => {
        await cloud.appraisal.amendCycle({ cycleId, rev: cycle.rev, reason, change });
        return { changed: false };
      });
      if (failure) return;
      wx.showToast({ title: words().t('appraisalAmend.saved'), icon: 'none' });
      navigate.back();
    },
  },
});
