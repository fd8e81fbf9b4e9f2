import '../../words/words';
import { askOnTap } from '../../../../services/ask-on-tap';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { type Link, screen } from '../../../../services/screen';
import { prepareToAsk } from '../../../../services/subscribe';
import { companyOffset } from '../../../../services/today-data';
import { personName } from '../../person-name';
import { decisionOf, holding, type ReportModel } from './report.model';
import { reportView } from './report.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;
type Comment = WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>;
type Act = 'appeal' | 'withdraw' | 'decide' | 'acknowledge';

const startModel = ({ cycle = '', employee = '' }: Link): ReportModel => ({
  ...{ cycleId: cycle, employeeId: employee, data: null, open: new Set<string>() },
  ...{ details: null, sheet: 'none', grade: '', score: '', why: '', busy: false, failure: null },
  utcOffset: companyOffset(),
});

screen({
  title: ({ data }, t) =>
    data && !data.isOwn ? t.t('report.titleOf', { name: personName(data.person, t) }) : t.t('report.title'),
  start: startModel,
  view: reportView,
  network: 'retry',
  async load({ cycleId, employeeId }) {
    const about = employeeId === '' ? {} : { employeeId };
    return { data: (await cloud.appraisal.report({ cycleId, ...about })).data };
  },

  on: {
    onNode({ currentTarget }: Tapped<{ id: string }>) {
      const { id } = currentTarget.dataset;
      const open = new Set(this.model.open);
      if (!open.delete(id)) open.add(id);
      this.update({ open });
    },

    /** What others answered is asked for when somebody wants to see it. */
    async onDetails() {
      const { details, data } = this.model;
      if (details === 'loading' || !data) return;
      if (details !== null) return this.update({ details: null });
      this.update({ details: 'loading', failure: null });
      try {
        const asked = { cycleId: data.cycle.id, employeeId: data.person.id };
        this.update({ details: (await cloud.appraisal.reviewFigures(asked)).data });
      } catch (thrown) {
        const failure = failureOf(thrown);
        const isNone = failure.code === 'NOT_FOUND';
        this.update(isNone ? { details: 'none' } : { details: null, failure });
      }
    },

    async onAct({ currentTarget }: Tapped<{ act: Act }>) {
      const { act } = currentTarget.dataset;
      if (this.model.busy) return;
      const version = holding(this.model.data);
      if (act === 'appeal') {
        void prepareToAsk({});
        this.update({ sheet: 'appeal' });
      } else if (act === 'decide' && version)
        this.update({ sheet: 'decide', grade: version.grade, score: String(version.shown), why: '' });
      else if (act === 'acknowledge' && version) await this.acknowledge(version.number);
      else if (act === 'withdraw') await this.withdraw();
    },

    acknowledge(version: number) {
      const { cycleId } = this.model;
      return this.change('acknowledged', () => cloud.appraisal.acknowledge({ cycleId, version }));
    },

    async withdraw() {
      const { confirm } = await wx.showModal({
        content: words().t('report.withdrawAsk'),
        confirmText: words().t('report.withdrawOk'),
        cancelText: words().t('common.cancel'),
      });
      const { cycleId } = this.model;
      if (confirm) await this.change('withdrawn', () => cloud.appraisal.withdrawAppeal({ cycleId }));
    },

    onAppeal({ detail }: Comment) {
      const { cycleId, busy } = this.model;
      if (busy) return;
      // The answer.
      void askOnTap('result');
      void this.changeBySheet(detail, 'appealed', () =>
        cloud.appraisal.appeal({ cycleId, text: detail.comment }),
      );
    },

    onGrade({ currentTarget }: Tapped<{ id: string }>) {
      this.update({ grade: currentTarget.dataset.id });
    },

    onScore({ detail }: WechatMiniprogram.Input) {
      this.update({ score: detail.value });
    },

    onWhy({ detail }: WechatMiniprogram.Input) {
      this.update({ why: detail.value });
    },

    onDecide({ detail }: Comment) {
      const { data, grade, busy } = this.model;
      const { shown, asksWhy, gradeReason } = decisionOf(this.model);
      if (!data || busy || shown === null || (asksWhy && gradeReason === '')) return;
      const { cycle, person, rev } = data;
      const decision = {
        cycleId: cycle.id,
        employeeId: person.id,
        rev,
        grade,
        shown,
        answer: detail.comment,
        ...(asksWhy && { gradeReason }),
      };
      void this.changeBySheet(detail, 'decided', () => cloud.appraisal.decideAppeal(decision));
    },

    onClose() {
      this.update({ sheet: 'none' });
    },

    /** Sends what was written, says so, and shows the result as it is now. */
    async changeBySheet(
      sheet: { subject: string },
      toast: 'appealed' | 'decided',
      change: () => Promise<unknown>,
    ) {
      const send = async () => {
        await change();
        wx.showToast({ icon: 'none', title: words().t(`report.${toast}`) });
        return {};
      };
      await this.saveSheet(sheet, { send, closed: { sheet: 'none' } });
    },

    /** Sends a change, says so, and shows the result as it is now. */
    async change(toast: 'acknowledged' | 'withdrawn', send: () => Promise<unknown>) {
      if (this.model.busy) return;
      const failure = await this.save(async () => {
        await send();
        wx.showToast({ icon: 'none', title: words().t(`report.${toast}`) });
        return {};
      });
      if (failure && failure.code !== 'VERSION_CONFLICT') return;
      await this.load();
      if (failure) this.update({ failure });
    },
  },
});
