import '../../words/words';
import type { Day, Month } from '#contracts/common';
import type { PayRunView } from '#contracts/payroll';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import type { Link } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { addMonths, dayOf, monthOf } from '../../../../utils/dates';
import { payDayOf } from '../../pay-month';
import { payScreen } from '../../pay-screen';
import type { RunModel } from './run.model';
import { runView } from './run.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;
type Act = 'calculate' | 'resume' | 'again' | 'lock' | 'publish' | 'recall';

/** Somebody else's unit is waited for. */
const WAIT_MS = 2_000;
const today = (): Day => dayOf(serverNow(), companyOffset());

function startModel({ month }: Link): RunModel {
  const last = addMonths(monthOf(today()), -1);
  const chosen = month && month <= last ? (month as Month) : last;
  return {
    ...{ month: chosen, last, paidOn: payDayOf(chosen), data: null, isWorking: false, asks: 'none' },
    ...{ busy: false, failure: null, utcOffset: companyOffset() },
  };
}

/** Unit after unit: a large company's run stays locked until the last one. */
async function publishAll(month: Month, rev: number): Promise<{ data: PayRunView }> {
  let answer = await cloud.payroll.publishPay({ month, rev });
  while (answer.data.state === 'locked')
    answer = await cloud.payroll.publishPay({ month, rev: answer.data.rev });
  return answer;
}

payScreen({
  title: 'titles.payRun',
  start: startModel,
  view: runView,
  network: 'retry',
  loadOn: 'show',
  subject: ({ month }) => month,
  load: async ({ month }) => ({ data: (await cloud.payroll.payMonth({ month })).data }),

  on: {
    /** The run keeps what is done; it goes on when the officer says so. */
    onHide() {
      this.update({ isWorking: false });
    },

    onTurn({ currentTarget }: Tapped<{ step: number }>) {
      const month = addMonths(this.model.month, Number(currentTarget.dataset.step));
      this.update({ month, paidOn: payDayOf(month), data: null, isWorking: false, failure: null });
      void this.load();
    },

    onPaidOn({ detail }: WechatMiniprogram.PickerChange) {
      this.update({ paidOn: detail.value as Day });
    },

    onStep({ currentTarget }: Tapped<{ opens: string }>) {
      const { month } = this.model;
      if (currentTarget.dataset.opens === 'settlement')
        navigate.to(`/features/office/pages/settlement/settlement?month=${month}`);
      if (currentTarget.dataset.opens === 'changes') navigate.payChanges(month);
      if (currentTarget.dataset.opens === 'files') navigate.payFiles(month);
    },

    onDisputes() {
      navigate.payDisputes();
    },

    onAct({ currentTarget }: Tapped<{ act: Act }>) {
      const { act } = currentTarget.dataset;
      if (this.model.busy || this.model.isWorking) return;
      if (act === 'lock' || act === 'publish' || act === 'recall') this.update({ asks: act });
      else void this.calculate(act === 'again');
    },

    onClose() {
      this.update({ asks: 'none' });
    },

    /** Unit after unit, until everybody is worked out; another month or leaving the page ends it. */
    async calculate(isAgain: boolean) {
      const { month, paidOn, data } = this.model;
      const isHere = () => !this.isUnloaded && this.model.isWorking && this.model.month === month;
      this.update({ isWorking: true, failure: null });
      let again = isAgain;
      let rev = data?.run?.rev ?? 0;
      try {
        for (;;) {
          const input = { month, paidOn: again ? paidOn : (this.model.data?.run?.paidOn ?? paidOn) };
          const run: PayRunView = (await cloud.payroll.calculatePay(again ? { ...input, again } : input))
            .data;
          again = false;
          if (!isHere()) return;
          const before = this.model.data;
          if (before) this.update({ data: { ...before, run } });
          if (run.state !== 'running') break;
          if (run.rev === rev) await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
          rev = run.rev;
          if (!isHere()) return;
        }
        this.update({ isWorking: false });
        await this.load();
      } catch (thrown) {
        if (isHere()) this.update({ isWorking: false, failure: failureOf(thrown) });
      }
    },

    onConfirm() {
      const { asks, month } = this.model;
      const rev = this.model.data?.run?.rev ?? 0;
      if (asks === 'lock') void this.change('locked', () => cloud.payroll.lockPay({ month, rev }));
      if (asks === 'publish') void this.change('published', () => publishAll(month, rev));
    },

    async onRecall({ detail }: WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>) {
      const { month, busy } = this.model;
      if (busy) return;
      const rev = this.model.data?.run?.rev ?? 0;
      await this.saveSheet(detail, {
        async send() {
          await cloud.payroll.recallPay({ month, rev, reason: detail.comment });
          wx.showToast({ icon: 'none', title: words().t('payRun.toasts.recalled') });
          return {};
        },
        closed: { asks: 'none' },
      });
    },

    async change(toast: 'locked' | 'published', send: () => Promise<{ data: PayRunView }>) {
      if (this.model.busy) return;
      this.update({ asks: 'none', busy: true, failure: null });
      try {
        await send();
        wx.showToast({ icon: 'none', title: words().t(`payRun.toasts.${toast}`) });
        await this.load();
        this.update({ busy: false });
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.code === 'VERSION_CONFLICT') await this.load();
        this.update({ busy: false, failure });
      }
    },
  },
});
