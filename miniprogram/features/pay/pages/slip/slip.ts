import '../../words/words';
import type { Month } from '#contracts/common';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import type { Link } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { dayOf, monthText } from '../../../../utils/dates';
import { newKey } from '../../../../utils/new-key';
import { currentOpening } from '../../opening';
import { lockedScreen } from '../../pay-screen';
import type { SlipModel } from './slip.model';
import { slipView } from './slip.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;
type Comment = WechatMiniprogram.CustomEvent<{ comment: string }>;

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

const startModel = ({ month = '' }: Link): SlipModel => ({
  ...{ month: month as Month, data: null, isLocked: currentOpening() === null, open: new Set<string>() },
  ...{ line: '', doubt: null, busy: false, failure: null, utcOffset: companyOffset() },
  today: dayOf(serverNow(), companyOffset()),
});

const CLOSED = { data: null, line: '' } as const;

lockedScreen({
  title: ({ month }, t) =>
    t.t('slip.title', { month: MONTH.test(month ?? '') ? monthText(month as Month, t) : '' }),
  start: startModel,
  view: slipView,
  network: 'retry',
  fields: () => ({ disputeKey: '' }),
  load: async ({ month }, opening) => ({ data: (await cloud.payroll.payslip({ month, opening })).data }),
  closed: CLOSED,
  ended: { data: null },

  on: {
    /** The second check was made. */
    async onOpened() {
      this.update({ isLocked: false, failure: null });
      await this.load();
      const { doubt, data } = this.model;
      if (doubt && data) this.update({ line: doubt.line });
    },

    onLine({ currentTarget }: Tapped<{ path: string }>) {
      const { path } = currentTarget.dataset;
      const open = new Set(this.model.open);
      if (!open.delete(path)) open.add(path);
      this.update({ open });
    },

    onDoubt({ currentTarget }: Tapped<{ path: string }>) {
      this.disputeKey = newKey();
      this.update({ line: currentTarget.dataset.path, doubt: null, failure: null });
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
      this.update({ line: '', doubt: null, failure: null });
    },

    onConfirm() {
      void this.change(async (opening, { month, version }) => {
        await cloud.payroll.confirmPayslip({ month, version, opening });
        wx.showToast({ icon: 'none', title: words().t('slip.confirmed') });
      });
    },

    onSend({ detail }: Comment) {
      const { line } = this.model;
      const key = this.disputeKey;
      if (currentOpening() === null) this.update({ doubt: { line, text: detail.comment } });
      void this.change(async (opening, { month, version }) => {
        await cloud.payroll.disputePayslip({ key, month, version, line, text: detail.comment, opening });
        wx.showToast({ icon: 'none', title: words().t('slip.sent') });
        this.update({ line: '', doubt: null });
      });
    },

    /** Sends a change and shows the slip as it is now; what failed stays in its sheet. */
    async change(send: (opening: string, slip: { month: Month; version: number }) => Promise<void>) {
      const { data, busy } = this.model;
      const opening = currentOpening();
      if (!data || busy) return;
      if (opening === null) return this.update({ isLocked: true, ...CLOSED });
      this.update({ busy: true, failure: null });
      try {
        await send(opening, data);
        await this.load();
        this.update({ busy: false });
      } catch (thrown) {
        this.update({ busy: false, failure: failureOf(thrown) });
      }
    },
  },
});
