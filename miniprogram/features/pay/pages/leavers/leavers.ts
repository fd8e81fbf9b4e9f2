import '../../words/words';
import type { Month } from '#contracts/common';
import type { Leaving, LeavingReason } from '#contracts/one-off-pay';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import type { Link } from '../../../../services/screen';
import { addMonths } from '../../../../utils/dates';
import { lastPaidMonth } from '../../pay-month';
import { payScreen } from '../../pay-screen';
import { formOf, type LeaversModel, type LeavingForm, leavingOf } from './leavers.model';
import { leaversView, meanQuestion } from './leavers.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

function startModel({ month }: Link): LeaversModel {
  const last = lastPaidMonth();
  return {
    ...{ month: (month ?? last) as Month, current: addMonths(last, 1), items: null, form: null },
    ...{ isFinal: false, busy: false, failure: null },
  };
}

payScreen({
  title: 'titles.leavers',
  start: startModel,
  view: leaversView,
  network: 'retry',
  subject: ({ month }) => month,
  leaving: ({ form }) => (form ? 'leavers.leaving' : null),
  load: async ({ month }) => (await cloud.payroll.leavers({ month })).data,

  on: {
    onTurn({ currentTarget }: Tapped<{ step: number }>) {
      const month = addMonths(this.model.month, Number(currentTarget.dataset.step));
      this.update({ month, items: null, form: null, failure: null });
      void this.load();
    },

    onEdit({ currentTarget }: Tapped<{ at: number }>) {
      const item = this.model.items?.[currentTarget.dataset.at];
      if (item) this.update({ form: formOf(item), failure: null });
    },

    onCancel() {
      this.update({ form: null, failure: null });
    },

    edit(change: Partial<LeavingForm>) {
      const { form } = this.model;
      if (form) this.update({ form: { ...form, ...change }, failure: null });
    },

    onReason({ currentTarget }: Tapped<{ id: LeavingReason }>) {
      this.edit({ reason: currentTarget.dataset.id });
    },

    onNotice({ currentTarget }: Tapped<{ id: Leaving['notice'] }>) {
      this.edit({ notice: currentTarget.dataset.id });
    },

    onField({
      currentTarget,
      detail,
    }: WechatMiniprogram.Input<never, { field: 'meanWage' | 'average' | 'averageSource' }>) {
      this.edit({ [currentTarget.dataset.field]: detail.value });
    },

    /** A mean wage that may be mistyped, or of which a part alone counts, is said before it is saved. */
    async isMeant(leaving: Leaving): Promise<boolean> {
      const { items, form } = this.model;
      const item = (items ?? []).filter(({ person }) => person.id === form?.employeeId)[0];
      const asked = item ? meanQuestion(leaving, item, words()) : '';
      if (asked === '') return true;
      const { confirm } = await wx.showModal({
        content: asked,
        confirmText: words().t('yearBonus.save'),
        cancelText: words().t('common.cancel'),
      });
      return confirm;
    },

    async onSave() {
      const { form, month, busy } = this.model;
      const leaving = form && leavingOf(form, month);
      if (!form || !leaving || busy) return;
      const { employeeId, rev } = form;
      if (!(await this.isMeant(leaving))) return;
      await this.save(
        async () => {
          await cloud.payroll.saveLeaving({ employeeId, month, rev, leaving });
          wx.showToast({ icon: 'none', title: words().t('leavers.saved') });
          return { form: null };
        },
        () => this.load(),
      );
    },
  },
});
