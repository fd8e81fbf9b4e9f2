import '../../words/words';
import type { Day, Month } from '#contracts/common';
import type { DepartmentBrief } from '#contracts/department';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { confirmDiscard } from '../../../../services/leaving';
import { type Link, screen } from '../../../../services/screen';
import { writeIfRoom } from '../../../../services/store';
import { addMonths } from '../../../../utils/dates';
import { effectsOf } from '../../effects';
import {
  needsMonthBefore,
  type Paints,
  rowsToSave,
  type Sheet,
  type WeekCopy,
  weekPaints,
} from '../../roster.model';
import { columnWidth, openingModel } from './opening';
import {
  afterConflict,
  afterSave,
  brushed,
  cleared,
  columnsBefore,
  otherDepartment,
  paintedCells,
  paintedMany,
  stretched,
} from './roster.edits';
import { paintOf, rosterView } from './roster.view';
import type { Open, RosterModel } from './roster-model';

type Tap<Data extends WechatMiniprogram.IAnyObject> = WechatMiniprogram.TouchEvent<never, never, Data>;

/** The people of the page as they are now. */
async function read({ department, cursors }: RosterModel, month: Month) {
  const cursor = cursors[cursors.length - 1];
  const input = { departmentId: department?.id ?? '', month, ...(cursor ? { cursor } : {}) };
  return (await cloud.schedule.roster(input)).data;
}

screen({
  title: 'titles.roster',
  start: ({ month }: Link) => openingModel(month),
  view: rosterView,
  data: { scrollLeft: 0 },

  /** The person may go to other people or another month meanwhile. */
  subject: ({ month, department, cursors }) => [month, department?.id, ...cursors].join(),
  failed: (loadFailure) => ({ loadFailure }),
  leaving: (_, { changes }) => (changes === '' ? null : 'roster.leave'),

  on: {
    onLoad() {
      if (!this.model.department) this.update({ open: 'departments' });
    },

    async load() {
      if (!this.model.department) return;
      const isShown = await this.attempt(async (model) => ({ sheet: await read(model, model.month) }));
      if (isShown) this.setData({ scrollLeft: Math.round(columnsBefore(this.model) * columnWidth()) });
    },

    /** Shows other people or another month, after asking about unsaved changes. */
    async show(change: Partial<RosterModel>): Promise<boolean> {
      if (!(await confirmDiscard(this.data.changes))) return false;
      this.update({ ...cleared, ...change });
      void this.load();
      return true;
    },

    onMonth(event: Tap<{ by: number }>) {
      void this.show({ month: addMonths(this.model.month, event.currentTarget.dataset.by), cursors: [null] });
    },

    onPrevious() {
      void this.show({ cursors: this.model.cursors.slice(0, -1) });
    },

    onNext() {
      const next = this.model.sheet?.next;
      if (next) void this.show({ cursors: [...this.model.cursors, next] });
    },

    onOpen(event: Tap<{ sheet: Open; person?: string }>) {
      const { sheet, person } = event.currentTarget.dataset;
      this.update({ open: sheet, ...(person ? { person } : {}) });
    },

    onClose() {
      this.update({ open: 'none' });
    },

    async onDepartment({ detail }: WechatMiniprogram.CustomEvent<DepartmentBrief>) {
      this.onClose();
      if (detail.id === this.model.department?.id) return;
      if (await this.show(otherDepartment(detail)))
        writeIfRoom('rosterDepartment', this.model.department ?? detail);
    },

    onBrush(event: Tap<{ id: string }>) {
      this.update(brushed(this.model, paintOf(event.currentTarget.dataset.id)));
    },

    onCell(event: Tap<{ person: string; day: Day }>) {
      const { person, day } = event.currentTarget.dataset;
      const { brush } = this.model;
      const picked = { employeeId: person, day, count: 1 };
      if (brush === undefined) this.update({ open: 'cell', picked });
      else this.update(paintedCells(this.model, picked, brush));
    },

    onCount(event: Tap<{ by: number }>) {
      this.update(stretched(this.model, event.currentTarget.dataset.by));
    },

    onPick(event: Tap<{ id: string }>) {
      const { picked } = this.model;
      const paint = paintOf(event.currentTarget.dataset.id);
      if (picked) this.update({ ...paintedCells(this.model, picked, paint), open: 'none' });
    },

    onPaste(event: WechatMiniprogram.CustomEvent<{ paints: Paints }>) {
      this.update({ ...paintedMany(this.model, event.detail.paints), open: 'none' });
    },

    async onWeek({ detail }: WechatMiniprogram.CustomEvent<WeekCopy>) {
      this.onClose();
      const { month, sheet } = this.model;
      try {
        const before = needsMonthBefore(month, detail.from)
          ? (await read(this.model, addMonths(month, -1))).rows
          : [];
        // Dropped if other people or another month are shown by now.
        if (!sheet || sheet !== this.model.sheet) return;
        this.update(
          paintedMany(this.model, weekPaints(month, sheet.rows, this.model.drafts, before, detail)),
        );
      } catch (thrown) {
        this.update({ failure: failureOf(thrown) });
      }
    },

    async onDiscard() {
      if (await confirmDiscard(this.data.changes)) this.update({ drafts: {}, clashes: [], failure: null });
    },

    /** Whom it touches is shown first; what touches nobody is saved at once. */
    async onSave() {
      const { sheet, month, drafts, busy } = this.model;
      if (!sheet || busy || this.data.changes === '') return;
      this.update({ clashes: [] });
      await this.send(async () => {
        const input = { month, rows: rowsToSave(sheet.rows, drafts) };
        const effects = await effectsOf({ cause: 'roster', input });
        return effects ? { effects, open: 'effects' } : this.store(sheet);
      });
    },

    async onConfirm() {
      const { sheet, busy } = this.model;
      if (!sheet || busy) return;
      this.update({ open: 'none' });
      await this.send(() => this.store(sheet));
    },

    async store(sheet: Sheet) {
      const { month, drafts } = this.model;
      const { data } = await cloud.schedule.saveRoster({ month, rows: rowsToSave(sheet.rows, drafts) });
      wx.showToast({ title: words().t('roster.saved'), icon: 'success' });
      return afterSave(this.model, data.rows);
    },

    async send(run: () => Promise<Partial<RosterModel>>) {
      const failure = await this.save(run);
      if (failure?.code === 'VERSION_CONFLICT') await this.catchUp();
    },

    async catchUp() {
      try {
        const sheet = await read(this.model, this.model.month);
        this.update(afterConflict(this.model, sheet));
      } catch (thrown) {
        this.update({ failure: failureOf(thrown) });
      }
    },
  },
});
