import '../../words/words';
import type { Day } from '#contracts/common';
import type { ProrationMethod } from '#contracts/pay-item';
import type { PersonBrief } from '#contracts/person';
import { cleanText } from '../../../../common/clean-text';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { companyOffset } from '../../../../services/today-data';
import { dayOf } from '../../../../utils/dates';
import { newKey } from '../../../../utils/new-key';
import { payScreen } from '../../pay-screen';
import { draftFrom, latestOf, lineOf, type SalaryDraft, type SalaryModel } from './salary.model';
import { salaryView } from './salary.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = (): SalaryModel => ({
  ...{ person: null, data: null, items: [], draft: null, check: null, key: '' },
  ...{ isPicking: false, busy: false, failure: null },
  today: dayOf(serverNow(), companyOffset()),
});

payScreen({
  title: 'titles.salary',
  start: startModel,
  view: salaryView,
  network: 'retry',
  subject: ({ person }) => person?.id,
  leaving: ({ draft }) => (draft ? 'salary.leave' : null),
  async load({ person, items }) {
    // Who may not see pay is told so before they choose somebody.
    if (!person)
      return items.length > 0 ? undefined : { items: (await cloud.payroll.payItems({})).data.versions };
    const [salary, known] = await Promise.all([
      cloud.payroll.salary({ employeeId: person.id }),
      items.length > 0 ? null : cloud.payroll.payItems({}),
    ]);
    return { data: salary.data, ...(known && { items: known.data.versions }) };
  },

  on: {
    onChoose() {
      this.update({ isPicking: true });
    },

    onClosePicker() {
      this.update({ isPicking: false });
    },

    onPicked({ detail: { id, name, nameEn } }: WechatMiniprogram.CustomEvent<PersonBrief>) {
      this.update({ person: { id, name, nameEn }, data: null, draft: null, check: null });
      this.update({ isPicking: false, failure: null });
      void this.load();
    },

    onAdd() {
      const { data, today } = this.model;
      this.update({ draft: draftFrom(latestOf(data?.versions), today), check: null, failure: null });
    },

    onCancel() {
      this.update({ draft: null, check: null, failure: null });
    },

    edit(change: Partial<SalaryDraft>) {
      const { draft } = this.model;
      if (draft) this.update({ draft: { ...draft, ...change }, check: null, failure: null });
    },

    onFrom({ detail }: WechatMiniprogram.PickerChange) {
      this.edit({ from: detail.value as Day });
    },

    onField({
      currentTarget,
      detail,
    }: WechatMiniprogram.Input<never, { field: 'wage' | 'overtimeBase' | 'reason' }>) {
      this.edit({ [currentTarget.dataset.field]: detail.value });
    },

    onMethod({ currentTarget }: Tapped<{ id: ProrationMethod }>) {
      this.edit({ method: currentTarget.dataset.id });
    },

    onItem({ currentTarget, detail }: WechatMiniprogram.Input<never, { id: string }>) {
      const entered = { ...this.model.draft?.entered, [currentTarget.dataset.id]: detail.value };
      this.edit({ entered });
    },

    /** Shows what it would be; nothing is sent yet. */
    async onCheck() {
      const line = lineOf(this.model);
      if (!line || this.model.busy) return;
      await this.save(async () => {
        const check = (await cloud.payroll.checkSalaryChange({ lines: [line] })).data;
        return { check, key: newKey() };
      });
    },

    async onSend() {
      const { draft, key, check } = this.model;
      const line = lineOf(this.model);
      if (!line || !draft || !check || !this.data.canSend) return;
      await this.save(
        async () => {
          await cloud.payroll.askSalaryChange({ key, reason: cleanText(draft.reason), lines: [line] });
          wx.showToast({ icon: 'none', title: words().t('salaryChange.sent') });
          return { draft: null, check: null };
        },
        () => this.load(),
      );
    },

    onWaiting() {
      const { waiting } = this.model.data ?? {};
      if (waiting) navigate.salaryChange(waiting);
    },

    onVersion({ currentTarget }: Tapped<{ id: string }>) {
      if (currentTarget.dataset.id) navigate.salaryChange(currentTarget.dataset.id);
    },

    onSheet() {
      navigate.salarySheet();
    },

    async onResetPass() {
      const { person, busy } = this.model;
      if (!person || busy) return;
      const { confirm } = await wx.showModal({
        content: words().t('salary.resetAsk'),
        confirmText: words().t('salary.resetOk'),
        cancelText: words().t('common.cancel'),
      });
      if (!confirm) return;
      this.update({ busy: true, failure: null });
      try {
        await cloud.payroll.resetPass({ employeeId: person.id });
        wx.showToast({ icon: 'none', title: words().t('salary.resetDone') });
        this.update({ busy: false });
      } catch (thrown) {
        this.update({ busy: false, failure: failureOf(thrown) });
      }
    },
  },
});
