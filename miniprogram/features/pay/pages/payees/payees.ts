import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { currentOpening } from '../../opening';
import { readPastedPayees } from '../../pasted-payees';
import { lockedScreen } from '../../pay-screen';
import { type PayeesModel, payeesView } from './payees.view';

const startModel = (): PayeesModel => ({
  ...{ isLocked: currentOpening() === null, people: null, next: null, isPasting: false, typed: '' },
  ...{ busy: false, failure: null },
});

/** What was pasted stays: it is only on this page, and is asked for again by nobody. */

lockedScreen({
  title: 'titles.payees',
  start: startModel,
  view: payeesView,
  network: 'retry',
  leaving: ({ isPasting, typed }) => (isPasting && typed.trim() !== '' ? 'payees.leaving' : null),
  async load(_, opening) {
    const { items, next } = (await cloud.payroll.payees({ opening })).data;
    return { people: items, next };
  },
  closed: { people: null, next: null },

  on: {
    onMore() {
      const { next: cursor } = this.model;
      const opening = currentOpening();
      if (cursor === null || opening === null) return;
      void this.attempt(async () => {
        const { items, next } = (await cloud.payroll.payees({ cursor, opening })).data;
        return ({ people }) => ({ people: [...(people ?? []), ...items], next });
      });
    },

    onPaste() {
      this.update({ isPasting: !this.model.isPasting });
    },

    onType({ detail }: WechatMiniprogram.Input) {
      this.update({ typed: detail.value, failure: null });
    },

    async onSave() {
      const opening = currentOpening();
      if (!this.data.sheet.canSave) return;
      if (opening === null) return this.update({ isLocked: true, people: null, next: null });
      await this.save(
        async () => {
          const { entries } = readPastedPayees(this.model.typed);
          await cloud.payroll.savePayees({ entries, opening });
          wx.showToast({ icon: 'none', title: words().t('payees.saved') });
          return { typed: '', isPasting: false };
        },
        () => this.load(),
      );
    },
  },
});
