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
    /** What is decided about, behind the second check that is asked for again once it has ended. */
    opened() {
      const { data, busy } = this.model;
      const opening = currentOpening();
      if (opening === null) this.update({ ...CLOSED, isLocked: true });
      return data && opening !== null && !busy ? { id: data.id, rev: data.rev, opening } : null;
    },

    async onApprove() {
      const asked = this.opened();
      if (!asked) return;
      await this.save(
        () => decide({ ...asked, verb: 'approve' }),
        () => this.load(),
      );
    },

    onReject() {
      this.update({ isRejecting: true });
    },

    async onComment({ detail }: WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>) {
      const asked = this.opened();
      if (!asked) return;
      const send = () => decide({ ...asked, verb: 'reject', comment: detail.comment });
      await this.saveSheet(detail, { send, closed: { isRejecting: false } });
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

async function decide(decision: Parameters<typeof cloud.payroll.decideSalaryChange>[0]): Promise<undefined> {
  await cloud.payroll.decideSalaryChange(decision);
  wx.vibrateShort({ type: 'light', fail: () => undefined });
}
