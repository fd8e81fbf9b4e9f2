import '../../words/words';
import type { Month } from '#contracts/common';
import type { Settlement } from '#contracts/settlement';
import { errorText } from '../../../../locales/error-text';
import { type Failure, failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { type Answer, cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { addMonths } from '../../../../utils/dates';
import { monthsAround } from '../../months';
import { doPieces, waitFor } from '../../piece-work';
import { noDifferences } from './differences.view';
import { isOutdated } from './lock.view';
import { type SettlementModel, settlementView } from './settlement.view';

function startModel(wanted: string | undefined): SettlementModel {
  const { last, first } = monthsAround();
  const isKnown = wanted !== undefined && wanted >= first && wanted <= last;
  return {
    month: isKnown ? (wanted as Month) : last,
    first,
    last,
    run: undefined,
    open: null,
    mayClose: true,
    failure: null,
    problem: '',
    working: 'no',
    question: 'none',
    busy: false,
    differences: noDifferences,
    now: serverNow(),
    utcOffset: companyOffset(),
  };
}

type Button = 'start' | 'resume' | 'again' | 'lock' | 'unlock' | 'takeBack' | 'refuse' | 'confirm';
type Row = 'missing' | 'unconfirmed' | 'requests' | 'flags' | 'changed';

screen({
  title: 'titles.settlement',
  start: ({ month }: Link) => ({ ...startModel(month), visit: 0 }),
  view: settlementView,
  live: () => ({ now: serverNow() }),
  async load({ month }) {
    const { data } = await cloud.attendance.settlement({ month });
    const { settlement: run, open, mayClose } = data;
    return (now) => {
      const isSame = now.run && run && now.run.rev === run.rev;
      return { run, open, mayClose, differences: isSame ? now.differences : noDifferences };
    };
  },
  /** What is loaded is the month's, whether or not the page is in front. */
  subject: ({ month }) => month,
  fields: () => ({
    /** Changes when the comparison restarts. */
    comparison: 0,
    isInFront: false,
    resumes: false,
  }),
  network: 'retry',

  on: {
    /** `visit` changes when the person turns to another month or leaves: what is under way ends. */
    isVisit(visit: number) {
      return !this.isUnloaded && visit === this.model.visit;
    },

    onUpdate() {
      const { run, differences, mayClose } = this.model;
      const isWanted = run && mayClose && (run.state === 'locked' || isOutdated(run));
      if (isWanted && differences === noDifferences && this.isInFront) void this.compare();
    },

    onShow() {
      this.isInFront = true;
      if (this.resumes) void this.settle(false);
      // What was decided on another page is counted anew.
      else if (this.model.run !== undefined) void this.load();
      this.resumes = false;
    },

    /** The run keeps its progress and is resumed when the page is shown again. */
    onHide() {
      this.isInFront = false;
      this.resumes = this.model.working !== 'no';
      this.leave();
    },

    /** A comparison starts anew when it is wanted again. */
    leave() {
      const { visit, differences } = this.model;
      const kept = differences.state === 'comparing' ? noDifferences : differences;
      this.update({ visit: visit + 1, working: 'no', differences: kept });
    },

    async onPullDownRefresh() {
      this.update({ differences: noDifferences });
      if (this.model.working === 'no') await this.load();
      wx.stopPullDownRefresh();
    },

    async settle(isAgain: boolean) {
      const { month, working, visit } = this.model;
      if (working !== 'no') return;
      const goesOn = () => this.isVisit(visit);
      let again = isAgain;
      this.update({ working: 'ours', problem: '', differences: noDifferences });
      try {
        await doPieces<Settlement>({
          async next() {
            const { data } = await cloud.attendance.settle(again ? { month, again } : { month });
            again = false;
            return data;
          },
          isDone: ({ state }) => state !== 'running',
          mark: ({ rev }) => rev,
          onProgress: (run, theirs) => this.update({ run, working: theirs ? 'theirs' : 'ours' }),
          goesOn,
          wait: waitFor,
        });
        if (!goesOn()) return;
        this.update({ working: 'no' });
        await this.load();
      } catch (thrown) {
        if (goesOn()) this.stopped(thrown);
      }
    },

    stopped(thrown: unknown) {
      const failure = failureOf(thrown);
      this.update({ working: 'no', problem: errorText(failure, words()) });
      if (failure.code === 'MONTH_LOCKED') void this.load();
    },

    onButton(event: WechatMiniprogram.TouchEvent<never, never, { id: Button }>) {
      const { id } = event.currentTarget.dataset;
      if (id === 'lock' || id === 'unlock' || id === 'confirm')
        return this.update({ question: id, problem: '' });
      if (id === 'refuse' || id === 'takeBack') return void this.decideUnlock('refuse');
      void this.settle(id === 'again');
    },

    onCancel() {
      this.update({ question: 'none' });
    },

    /** The answer to the dialog. */
    onConfirm() {
      const { month, question, run } = this.model;
      if (!run) return;
      const { rev } = run;
      if (question === 'confirm') void this.decideUnlock('confirm');
      else void this.change('locked', () => cloud.attendance.lockMonth({ month, rev }));
    },

    async onReason({ detail }: WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>) {
      const { month, run, busy } = this.model;
      if (busy) return;
      this.update({ problem: '' });
      const input = { month, rev: run?.rev ?? 0, reason: detail.comment };
      await this.saveSheet(detail, {
        async send() {
          const { data } = await cloud.attendance.askUnlock(input);
          wx.showToast({ icon: 'none', title: words().t('settlement.toasts.asked') });
          return { run: data, differences: noDifferences };
        },
        closed: { question: 'none' },
        reload: async (isSent) => (isSent ? undefined : this.load()),
        told: (failure) => ({ problem: problemOf(failure) }),
      });
    },

    decideUnlock(verdict: 'confirm' | 'refuse') {
      const { month, run } = this.model;
      const input = { month, rev: run?.rev ?? 0, verdict };
      const toast = verdict === 'confirm' ? 'unlocked' : 'refused';
      return this.change(toast, () => cloud.attendance.decideUnlock(input));
    },

    /** Changes the lock, says so, and loads what follows from it. */
    async change(toast: 'locked' | 'refused' | 'unlocked', send: () => Promise<Answer<Settlement>>) {
      if (this.model.busy) return;
      this.update({ question: 'none', busy: true, problem: '' });
      const { visit } = this.model;
      try {
        const { data } = await send();
        if (!this.isVisit(visit)) return this.update({ busy: false });
        this.update({ busy: false, run: data, differences: noDifferences });
        wx.showToast({ icon: 'none', title: words().t(`settlement.toasts.${toast}`) });
        if (toast === 'unlocked') await this.load();
      } catch (thrown) {
        const failure = failureOf(thrown);
        this.update({ busy: false, problem: problemOf(failure) });
        if (failure.code === 'VERSION_CONFLICT') await this.load();
      }
    },

    /** Compares person by person until there are differences to show, or all are compared. */
    async compare() {
      const { month, differences, visit } = this.model;
      if (differences.state === 'comparing' || differences.state === 'done') return;
      this.comparison += 1;
      const { comparison } = this;
      const isOurs = () => this.isVisit(visit) && comparison === this.comparison;
      this.update({ differences: { ...differences, state: 'comparing', failure: null } });
      let { items, next } = differences;
      const most = items.length;
      try {
        do {
          const { data } = await cloud.attendance.differences(
            next === null ? { month } : { month, cursor: next },
          );
          [items, next] = [[...items, ...data.items], data.next];
          if (!isOurs()) return;
          this.update({ differences: { items, next, state: 'comparing', failure: null } });
        } while (next !== null && items.length === most);
        this.update({ differences: { items, next, state: next === null ? 'done' : 'idle', failure: null } });
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (isOurs()) this.update({ differences: { items, next, state: 'idle', failure } });
      }
    },

    onReachBottom() {
      const { run, differences } = this.model;
      if (run && differences.next !== null && differences.state === 'idle') void this.compare();
    },

    onCompare() {
      void this.compare();
    },

    onRow(event: WechatMiniprogram.TouchEvent<never, never, { id: Row }>) {
      const { id } = event.currentTarget.dataset;
      const { month } = this.model;
      if (id === 'changed') return void this.compare();
      if (id === 'flags') return navigate.to(`/features/office/pages/flags/flags?month=${month}`);
      const what = id === 'requests' ? 'requests' : 'punches';
      navigate.to(`/features/office/pages/month-open/month-open?month=${month}&what=${what}`);
    },

    onTurn(event: WechatMiniprogram.CustomEvent<{ by: number }>) {
      const month = addMonths(this.model.month, event.detail.by);
      this.leave();
      this.update({
        month,
        run: undefined,
        open: null,
        differences: noDifferences,
        failure: null,
        problem: '',
        question: 'none',
      });
      void this.load();
    },
  },
});

const problemOf = (failure: Failure): string =>
  failure.code === 'VERSION_CONFLICT' ? words().t('settlement.lockChanged') : errorText(failure, words());
