import '../../words/words';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import type { Link } from '../../../../services/screen';
import { currentOpening } from '../../opening';
import { lockedScreen } from '../../pay-screen';
import { type ChangeModel, salaryChangeView } from './salary-change.view';

const startModel = ({ id = '' }: Link): ChangeModel => ({
  ...{ id, isLocked: currentOpening() === null, data: null, isRejecting: false, busy: false, failure: null },
});

/** What is forgotten once pay is closed. */
const CLOSED = { data: null, isRejecting: false };

lockedScreen({
  title: 'titles.salaryChange',
  start: startModel,
  view: salaryChangeView,
  network: 'retry',
  async load({ id }, opening) {
    return { data: (await cloud.payroll.salaryChange({ id, opening })).data };
  },
  closed: CLOSED,

  on: {
    async decide(verb: 'approve' | 'reject', comment = '') {
      const { data } = this.model;
      const opening = currentOpening();
      if (!data) return;
      if (opening === null) return this.update({ ...CLOSED, isLocked: true });
      const { id, rev } = data;
      this.update({ isRejecting: false });
      await this.save(
        async () => {
          await cloud.payroll.decideSalaryChange({ id, rev, verb, opening, ...(comment && { comment }) });
          wx.vibrateShort({ type: 'light', fail: () => undefined });
          return undefined;
        },
        () => this.load(),
      );
    },

    onApprove() {
      return this.decide('approve');
    },

    onReject() {
      this.update({ isRejecting: true });
    },

    onComment({ detail: { comment } }: WechatMiniprogram.CustomEvent<{ comment: string }>) {
      return this.decide('reject', comment);
    },

    onSheetClose() {
      this.update({ isRejecting: false });
    },

    async onWithdraw() {
      const { data } = this.model;
      if (!data) return;
      const { t } = words();
      const { confirm } = await wx.showModal({
        content: t('salaryChange.withdrawAsk'),
        confirmText: t('salaryChange.withdraw'),
        cancelText: t('common.cancel'),
      });
      if (!confirm) return;
      const { id, rev } = data;
      await this.save(
        async () => {
          await cloud.requests.withdraw({ id, rev });
          return undefined;
        },
        () => this.load(),
      );
    },

    async onUrge() {
      try {
        await cloud.requests.urge({ id: this.model.id });
        wx.showToast({ icon: 'none', title: words().t('salaryChange.urged') });
        await this.load();
      } catch (thrown) {
        this.update({ failure: failureOf(thrown) });
      }
    },
  },
});
