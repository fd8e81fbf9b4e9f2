import '../../words/words';
import type { Month } from '#contracts/common';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import type { Link } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { dayOf, monthText } from '../../../../utils/dates';
import { currentOpening } from '../../opening';
import { lockedScreen } from '../../pay-screen';
import type { SlipModel } from './slip.model';
import { slipView } from './slip.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;
type Comment = WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>;

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

const startModel = ({ month = '' }: Link): SlipModel => ({
  ...{ month: month as Month, data: null, isLocked: currentOpening() === null, open: new Set<string>() },
  ...{ line: '', doubted: '', busy: false, failure: null, utcOffset: companyOffset() },
  today: dayOf(serverNow(), companyOffset()),
});

const CLOSED = { data: null, line: '' } as const;

lockedScreen({
  title: ({ month }, t) =>
    t.t('slip.title', { month: MONTH.test(month ?? '') ? monthText(month as Month, t) : '' }),
  start: startModel,
  view: slipView,
  network: 'retry',
  load: async ({ month }, opening) => ({ data: (await cloud.payroll.payslip({ month, opening })).data }),
  closed: CLOSED,
  ended: { data: null },

  on: {
    /** The second check was made. */
    async onOpened() {
      this.update({ isLocked: false, failure: null });
      await this.load();
      const { doubted, data } = this.model;
      if (data) this.update({ line: doubted, doubted: '' });
    },

    onLine({ currentTarget }: Tapped<{ path: string }>) {
      const { path } = currentTarget.dataset;
      const open = new Set(this.model.open);
      if (!open.delete(path)) open.add(path);
      this.update({ open });
    },

    onDoubt({ currentTarget }: Tapped<{ path: string }>) {
      this.update({ line: currentTarget.dataset.path, failure: null });
    },

    onReport({ currentTarget }: Tapped<{ cycle: string }>) {
      navigate.report(currentTarget.dataset.cycle);
    },

    onProof() {
      const { data } = this.model;
      if (data) navigate.payProof(data.month, data.version);
    },

    onReaders() {
      navigate.dataReaders();
    },

    onClose() {
      this.update({ line: '', failure: null });
    },

    async onConfirm() {
      const opened = this.opened();
      if (!opened) return;
      await this.save(
        async () => {
          await cloud.payroll.confirmPayslip(opened);
          wx.showToast({ icon: 'none', title: words().t('slip.confirmed') });
          return {};
        },
        () => this.load(),
      );
    },

    async onSend({ detail }: Comment) {
      const { line } = this.model;
      const opened = this.opened();
      if (!opened) return;
      await this.saveSheet(detail, {
        async send(key) {
          await cloud.payroll.disputePayslip({ ...opened, key, line, text: detail.comment });
          wx.showToast({ icon: 'none', title: words().t('slip.sent') });
          return {};
        },
        closed: { line: '' },
        told: (failure) =>
          failure.code === 'SECOND_CHECK_NEEDED' ? { doubted: line, failure: null } : { failure },
      });
    },

    /** The version that is seen, behind the second check: once that has ended it is asked for first, and the sheet opens again. */
    opened() {
      const { data, busy, line } = this.model;
      const opening = currentOpening();
      if (opening === null) this.update({ isLocked: true, ...CLOSED, doubted: line });
      return data && opening !== null && !busy ? { month: data.month, version: data.version, opening } : null;
    },
  },
});
