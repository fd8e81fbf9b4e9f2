import '../../words/words';
import { cleanText } from '../../../../common/clean-text';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { newKey } from '../../../../utils/new-key';
import { payScreen } from '../../pay-screen';
import { readSheet, type SheetModel, salarySheetView } from './salary-sheet.view';

const startModel = (): SheetModel => ({
  ...{ items: null, typed: '', reason: '', check: null, key: '', busy: false, failure: null },
});

payScreen({
  title: 'titles.salarySheet',
  start: startModel,
  view: salarySheetView,
  network: 'retry',
  leaving: ({ typed }) => (typed.trim() !== '' ? 'salarySheet.leave' : null),
  async load({ items }) {
    return items ? undefined : { items: (await cloud.payroll.payItems({})).data.versions };
  },

  on: {
    onType({ detail }: WechatMiniprogram.Input) {
      this.update({ typed: detail.value, check: null, failure: null });
    },

    onReason({ detail }: WechatMiniprogram.Input) {
      this.update({ reason: detail.value, failure: null });
    },

    /** Shows what the sheet would be; nothing is sent yet. */
    async onCheck() {
      if (!this.data.canCheck) return;
      await this.save(async () => {
        const { lines } = readSheet(this.model);
        return { check: (await cloud.payroll.checkSalaryChange({ lines })).data, key: newKey() };
      });
    },

    async onSend() {
      const { key, reason, check } = this.model;
      if (!check || !this.data.canSend) return;
      const failure = await this.save(async () => {
        const revs = Object.fromEntries(check.steps.map(({ person, rev }) => [person.id, rev]));
        const lines = readSheet(this.model).lines.map((line) => ({
          ...line,
          rev: revs[line.employeeId] ?? 0,
        }));
        const { id } = (await cloud.payroll.askSalaryChange({ key, reason: cleanText(reason), lines })).data;
        wx.showToast({ icon: 'none', title: words().t('salaryChange.sent') });
        this.update({ typed: '', reason: '', check: null });
        navigate.salaryChange(id);
        return undefined;
      });
      // What was shown is not what holds any more.
      if (failure?.code === 'SALARY_INVALID') this.update({ check: null });
    },
  },
});
