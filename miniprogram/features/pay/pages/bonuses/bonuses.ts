import '../../words/words';
import type { Day, Month } from '#contracts/common';
import type { BonusEntry, BonusWay } from '#contracts/one-off-pay';
import type { PersonBrief } from '#contracts/person';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import type { Link } from '../../../../services/screen';
import { addMonths } from '../../../../utils/dates';
import { lastPaidMonth, payDayOf } from '../../pay-month';
import { payScreen } from '../../pay-screen';
import { type BonusesModel, type BonusForm, entryOf, proposedWay } from './bonuses.model';
import { bonusesView } from './bonuses.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

function startModel({ month }: Link): BonusesModel {
  const last = lastPaidMonth();
  const chosen = (month ?? last) as Month;
  return {
    ...{ month: chosen, current: addMonths(last, 1), paidOn: payDayOf(chosen), items: null, next: null },
    ...{ isFinal: false, form: null, isPicking: false, busy: false, failure: null },
  };
}

payScreen({
  title: 'titles.yearBonuses',
  start: startModel,
  view: bonusesView,
  network: 'retry',
  subject: ({ month }) => month,
  leaving: ({ form }) => (form && form.amount.trim() !== '' ? 'yearBonus.leaving' : null),
  async load({ month }) {
    const { items, next, isFinal } = (await cloud.payroll.yearBonuses({ month })).data;
    return { items, next, isFinal };
  },

  on: {
    onTurn({ currentTarget }: Tapped<{ step: number }>) {
      const month = addMonths(this.model.month, Number(currentTarget.dataset.step));
      this.update({ month, paidOn: payDayOf(month), items: null, next: null, form: null, failure: null });
      void this.load();
    },

    onMore() {
      const { next: cursor, month } = this.model;
      if (cursor === null) return;
      void this.attempt(async () => {
        const { items, next } = (await cloud.payroll.yearBonuses({ month, cursor })).data;
        return (model) => ({ items: [...(model.items ?? []), ...items], next });
      });
    },

    onAdd() {
      this.update({ isPicking: true });
    },

    onClosePicker() {
      this.update({ isPicking: false });
    },

    onPicked({ detail: { id, name, nameEn } }: WechatMiniprogram.CustomEvent<PersonBrief>) {
      const { month } = this.model;
      const form = { kind: 'amount', amount: '', period: month, way: null, preview: null } as const;
      this.update({ isPicking: false, failure: null, form: { person: { id, name, nameEn }, ...form } });
    },

    onCancel() {
      this.update({ form: null, failure: null });
    },

    /** What was compared is of what was typed before. */
    edit(change: Partial<BonusForm>) {
      const { form } = this.model;
      if (form) this.update({ form: { ...form, way: null, preview: null, ...change }, failure: null });
    },

    onKind({ currentTarget }: Tapped<{ id: BonusEntry['kind'] }>) {
      this.edit({ kind: currentTarget.dataset.id });
    },

    onAmount({ detail }: WechatMiniprogram.Input) {
      this.edit({ amount: detail.value });
    },

    onPeriod({ detail }: WechatMiniprogram.PickerChange) {
      this.edit({ period: String(detail.value) as Month });
    },

    onPaidOn({ detail }: WechatMiniprogram.PickerChange) {
      this.update({ paidOn: String(detail.value) as Day });
      this.edit({});
    },

    async onCheck() {
      const { form, month, paidOn, busy } = this.model;
      const entry = form && entryOf(form);
      if (!form || !entry || busy) return;
      await this.save(async () => {
        const asked = { employeeId: form.person.id, month, paidOn, entry };
        const preview = (await cloud.payroll.previewBonus(asked)).data;
        const { form: shown } = this.model;
        // What was typed since is compared again.
        return shown === form ? { form: { ...form, preview, way: proposedWay(preview) } } : {};
      });
    },

    onWay({ currentTarget }: Tapped<{ id: BonusWay; off: boolean }>) {
      const { id, off } = currentTarget.dataset;
      if (!off) this.update({ form: this.model.form && { ...this.model.form, way: id } });
    },

    async onSave() {
      const { form, month, paidOn, busy } = this.model;
      const entry = form && entryOf(form);
      if (!form?.preview || !form.way || !entry || busy) return;
      const { person, way, preview } = form;
      await this.save(
        async () => {
          await cloud.payroll.saveBonus({
            ...{ employeeId: person.id, month, paidOn, rev: preview.rev, entry, way },
          });
          wx.showToast({ icon: 'none', title: words().t('yearBonus.saved') });
          return { form: null };
        },
        () => this.load(),
      );
    },

    async onDrop({ currentTarget }: Tapped<{ at: number }>) {
      const { month, items, busy } = this.model;
      const item = items?.[currentTarget.dataset.at];
      if (!item || busy) return;
      const { t } = words();
      const { confirm } = await wx.showModal({
        content: t('yearBonus.dropAsk', { name: item.person.name }),
        confirmText: t('yearBonus.drop'),
        cancelText: t('common.cancel'),
      });
      if (!confirm) return;
      await this.save(
        async () => {
          await cloud.payroll.dropBonus({ employeeId: item.person.id, month, rev: item.rev });
          return {};
        },
        () => this.load(),
      );
    },
  },
});
