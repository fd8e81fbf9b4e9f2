import '../../words/words';
import type { Language } from '#contracts/common';
import type { Report, ReportKind } from '#contracts/report';
import type { ReportsContract } from '#contracts/reports';
import { errorText } from '../../../../locales/error-text';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { copyText, openDocument } from '../../../../services/documents';
import { language, words } from '../../../../services/language';
import { screen } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { addMonths } from '../../../../utils/dates';
import { monthsAround } from '../../months';
import { doPieces, waitFor } from '../../piece-work';
import { type ExportsModel, exportsView, isSameOrder, type Order, orderOf, withReport } from './exports.view';

type Tap<Data extends WechatMiniprogram.IAnyObject> = WechatMiniprogram.TouchEvent<never, never, Data>;
type Pick<Id> = WechatMiniprogram.CustomEvent<{ id: Id }>;

function startModel(): ExportsModel {
  const { now, last, first } = monthsAround();
  return {
    order: { kind: 'attendance-month', month: last, format: 'xlsx', language: language() },
    first,
    last: now,
    making: null,
    progress: null,
    problem: '',
    opening: false,
    reports: null,
    failure: null,
    open: null,
    utcOffset: companyOffset(),
  };
}

screen({
  title: 'titles.exports',
  start: startModel,
  view: exportsView,

  async load() {
    const { data } = await cloud.reports.list({});
    return { reports: data.reports };
  },
  network: 'retry',

  on: {
    /** Requests piece after piece until the report is complete; `again` restarts it. */
    async make(order: Order, isAgain: boolean) {
      if (this.model.making) return;
      let again = isAgain;
      this.update({ making: order, progress: null, problem: '' });
      try {
        await doPieces<Report>({
          async next() {
            const { data } = await cloud.reports.export(again ? { ...order, again } : order);
            again = false;
            return data;
          },
          isDone: ({ state }) => state === 'done',
          mark: ({ files }) => files.length,
          onProgress: (progress) => this.arrived(progress),
          goesOn: () => !this.isUnloaded,
          wait: waitFor,
        });
      } catch (thrown) {
        this.update({ problem: errorText(failureOf(thrown), words()) });
      }
      this.update({ making: null, progress: null });
    },

    arrived(progress: Report) {
      const reports = withReport(this.model.reports ?? [], progress);
      const open = progress.state === 'done' ? progress.id : this.model.open;
      this.update({ progress, reports, open, failure: null });
    },

    /** Links are good for two hours, so each use asks for fresh ones. */
    async linkOf(id: string, at: number): Promise<string | null> {
      const report = this.model.reports?.find((each) => each.id === id);
      if (!report) return null;
      const { data }: { data: ReportsContract['export']['output'] } = await cloud.reports.export(
        orderOf(report),
      );
      return data.links[at] ?? null;
    },

    async onFile(event: Tap<{ id: string; at: number }>) {
      const { id, at } = event.currentTarget.dataset;
      const report = this.model.reports?.find((each) => each.id === id);
      const isWorkbook = report?.format === 'xlsx';
      if (this.model.opening) return;
      this.update({ opening: true, problem: '' });
      if (isWorkbook) wx.showLoading({ title: words().t('exports.opening') });
      try {
        const link = await this.linkOf(id, at);
        if (link && isWorkbook) await openDocument(link, 'xlsx', report?.files[at]?.name);
        else if (link) await this.copy(link);
      } catch (thrown) {
        this.update({ problem: errorText(failureOf(thrown), words()) });
      }
      if (isWorkbook) wx.hideLoading();
      this.update({ opening: false });
    },

    async copy(link: string) {
      await copyText(link);
      wx.showToast({ icon: 'none', duration: 3_000, title: words().t('exports.copied') });
    },

    onStart() {
      const { order, reports } = this.model;
      const known = reports?.find((report) => isSameOrder(report, order) && report.state === 'done');
      // An existing report is generated again, with current data.
      void this.make(order, known !== undefined);
    },

    onAgain(event: Tap<{ id: string }>) {
      const report = this.model.reports?.find((each) => each.id === event.currentTarget.dataset.id);
      if (report) void this.make(orderOf(report), report.state === 'done');
    },

    onOpen(event: Tap<{ id: string }>) {
      const { id } = event.currentTarget.dataset;
      this.update({ open: this.model.open === id ? null : id });
    },

    onKind(event: Tap<{ id: ReportKind }>) {
      this.update({ order: { ...this.model.order, kind: event.currentTarget.dataset.id } });
    },

    onTurn(event: WechatMiniprogram.CustomEvent<{ by: number }>) {
      const { order } = this.model;
      this.update({ order: { ...order, month: addMonths(order.month, event.detail.by) } });
    },

    onFormat(event: Pick<Report['format']>) {
      this.update({ order: { ...this.model.order, format: event.detail.id } });
    },

    onLanguage(event: Pick<Language>) {
      this.update({ order: { ...this.model.order, language: event.detail.id } });
    },
  },
});
