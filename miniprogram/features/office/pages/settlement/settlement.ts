import '../../words/words';
import type { Settlement } from '#contracts/settlement';
import { errorText } from '../../../../locales/error-text';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { screen } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { addMonths } from '../../../../utils/dates';
import { monthsAround } from '../../months';
import { doPieces, waitFor } from '../../piece-work';
import { noDifferences } from './differences.view';
import { type SettlementModel, settlementView } from './settlement.view';

function startModel(): SettlementModel {
  const { last, first } = monthsAround();
  return {
    month: last,
    first,
    last,
    run: undefined,
    failure: null,
    problem: '',
    working: 'no',
    asking: false,
    locking: false,
    differences: noDifferences,
    now: serverNow(),
    utcOffset: companyOffset(),
  };
}

screen({
  title: 'titles.settlement',
  start: () => ({ ...startModel(), visit: 0 }),
  view: settlementView,
  live: () => ({ now: serverNow() }),
  fields: () => ({
    /** Changes when the comparison restarts. */
    comparison: 0,
    resumes: false,
  }),
  /** Changes when the person turns to another month or leaves: what is under way ends. */
  subject: ({ visit }) => visit,
  network: 'retry',

  on: {
    isVisit(visit: number) {
      return !this.isUnloaded && visit === this.model.visit;
    },

    async load() {
      await this.attempt(async ({ month, visit }) => {
        const { data } = await cloud.attendance.settlement({ month });
        if (this.isVisit(visit)) this.show(data.settlement);
        return undefined;
      });
    },

    onShow() {
      if (this.resumes) void this.settle(false);
      this.resumes = false;
    },

    /** The run keeps its progress and is resumed when the page is shown again. */
    onHide() {
      this.resumes = this.model.working !== 'no';
      this.leave();
    },

    leave() {
      this.update({ visit: this.model.visit + 1, working: 'no' });
    },

    show(run: Settlement | null) {
      this.update({ run, failure: null, differences: noDifferences });
      if (run?.state === 'locked') void this.compare();
    },

    async onPullDownRefresh() {
      if (this.model.working === 'no') await this.load();
      wx.stopPullDownRefresh();
    },

    async settle(isAgain: boolean) {
      const { month, working, visit } = this.model;
      if (working !== 'no') return;
      const goesOn = () => this.isVisit(visit);
      let again = isAgain;
      this.update({ working: 'ours', problem: '' });
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
        if (goesOn()) this.update({ working: 'no' });
      } catch (thrown) {
        if (goesOn()) this.stopped(thrown);
      }
    },

    stopped(thrown: unknown) {
      const failure = failureOf(thrown);
      this.update({ working: 'no', problem: errorText(failure, words()) });
      if (failure.code === 'MONTH_LOCKED') void this.load();
    },

    onButton(event: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      if (id === 'lock') this.update({ asking: true, problem: '' });
      else void this.settle(id === 'again');
    },

    onLockCancel() {
      this.update({ asking: false });
    },

    async onLock() {
      const { month, run, visit } = this.model;
      if (!run) return;
      this.update({ asking: false, locking: true });
      try {
        const { data } = await cloud.attendance.lockMonth({ month, rev: run.rev });
        this.update({ locking: false });
        if (!this.isVisit(visit)) return;
        wx.showToast({ icon: 'none', title: words().t('settlement.lockedToast') });
        this.show(data);
      } catch (thrown) {
        const failure = failureOf(thrown);
        const isOld = failure.code === 'VERSION_CONFLICT';
        const problem = isOld ? words().t('settlement.lockChanged') : errorText(failure, words());
        this.update({ locking: false, problem });
        if (isOld) await this.load();
      }
    },

    /** Compares person by person until there are differences to show, or all are compared. */
    async compare() {
      const { month, differences, visit } = this.model;
      if (differences.state !== 'idle') return;
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
      if (this.model.run?.state === 'locked') void this.compare();
    },

    onTurn(event: WechatMiniprogram.CustomEvent<{ by: number }>) {
      const month = addMonths(this.model.month, event.detail.by);
      this.leave();
      this.update({ month, run: undefined, failure: null, problem: '', differences: noDifferences });
      void this.load();
    },
  },
});
