import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { screen } from '../../../../services/screen';
import { readPastedBases } from '../../pasted-bases';
import { type BasesModel, basesView } from './bases.view';

const startModel = (): BasesModel => ({
  ...{ people: null, next: null, isPasting: false, typed: '', checked: null, busy: false, failure: null },
});

screen({
  title: 'titles.insuranceBases',
  start: startModel,
  view: basesView,
  network: 'retry',
  leaving: ({ isPasting, typed }) => (isPasting && typed.trim() !== '' ? 'bases.leaving' : null),
  async load() {
    const { items, next } = (await cloud.payroll.insuranceBases({})).data;
    return { people: items, next };
  },

  on: {
    onMore() {
      const { next: cursor } = this.model;
      if (cursor === null) return;
      void this.attempt(async () => {
        const { items, next } = (await cloud.payroll.insuranceBases({ cursor })).data;
        return ({ people }) => ({ people: [...(people ?? []), ...items], next });
      });
    },

    onPaste() {
      this.update({ isPasting: !this.model.isPasting });
    },

    onType({ detail }: WechatMiniprogram.Input) {
      this.update({ typed: detail.value, checked: null, failure: null });
    },

    async onCheck() {
      if (!this.data.sheet.canCheck) return;
      const { typed } = this.model;
      await this.save(async () => {
        const { entries } = readPastedBases(typed);
        const { problems, checked } = (await cloud.payroll.checkBases({ entries })).data;
        return this.model.typed === typed ? { checked: { problems, lines: checked } } : {};
      });
    },

    async onSave() {
      if (!this.data.sheet.canSave) return;
      const revs = this.model.checked?.lines.map(({ rev }) => rev) ?? [];
      const failure = await this.save(
        async () => {
          const { entries } = readPastedBases(this.model.typed);
          await cloud.payroll.saveBases({
            entries: entries.map((each, at) => ({ ...each, rev: revs[at] ?? 0 })),
          });
          wx.showToast({ icon: 'none', title: words().t('bases.saved') });
          return { typed: '', checked: null, isPasting: false };
        },
        () => this.load(),
      );
      // Compared with what is not there any more: it is checked again.
      if (failure?.code === 'VERSION_CONFLICT') this.update({ checked: null });
    },
  },
});
