import '../../words/words';
import type { Day, Month } from '#contracts/common';
import type { DepartmentBrief } from '#contracts/department';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { mayDiscard } from '../../../../services/leaving';
import { type Link, screen } from '../../../../services/screen';
import { keepIfRoom } from '../../../../services/store';
import { addMonths } from '../../../../utils/dates';
import { effectsOf } from '../../effects';
import { needsMonthBefore, type Paints, rowsToSave, type WeekCopy, weekPaints } from '../../roster.model';
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

  /** The person may turn to other people or another month meanwhile. */
  subject: ({ month, department, cursors }) => [month, department?.id, ...cursors].join(),
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

    /** Shows other people or another month, once nothing is lost by it. */
    async show(change: Partial<RosterModel>): Promise<boolean> {
      if (!(await mayDiscard(this.data.changes))) return false;
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
        keepIfRoom('rosterDepartment', this.model.department ?? detail);
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
        // Whoever turned to other people meanwhile does not want this any more.
        if (!sheet || sheet !== this.model.sheet) return;
        this.update(
          paintedMany(this.model, weekPaints(month, sheet.rows, this.model.drafts, before, detail)),
        );
      } catch (thrown) {
        this.update({ saveFailure: failureOf(thrown) });
      }
    },

    async onDiscard() {
      if (await mayDiscard(this.data.changes)) this.update({ drafts: {}, clashes: [], saveFailure: null });
    },

    /** Whom it touches is shown first; what touches nobody is saved at once. */
    async onSave() {
      const { sheet, drafts, month, saving } = this.model;
      if (!sheet || saving || this.data.changes === '') return;
      this.update({ saving: true, saveFailure: null, clashes: [] });
      try {
        const input = { month, rows: rowsToSave(sheet.rows, drafts) };
        const effects = await effectsOf({ cause: 'roster', input });
        if (effects) this.update({ saving: false, effects, open: 'effects' });
        else await this.save();
      } catch (thrown) {
        this.update({ saving: false, saveFailure: failureOf(thrown) });
      }
    },

    async onConfirm() {
      if (this.model.saving) return;
      this.update({ open: 'none', saving: true });
      await this.save();
    },

    async save() {
      const { sheet, drafts, month } = this.model;
      if (!sheet) return;
      try {
        const { data } = await cloud.schedule.saveRoster({ month, rows: rowsToSave(sheet.rows, drafts) });
        this.update(afterSave(this.model, data.rows));
        wx.showToast({ title: words().t('roster.saved'), icon: 'success' });
      } catch (thrown) {
        const saveFailure = failureOf(thrown);
        this.update({ saving: false, saveFailure });
        if (saveFailure.code === 'VERSION_CONFLICT') await this.catchUp();
      }
    },

    async catchUp() {
      try {
        const sheet = await read(this.model, this.model.month);
        this.update(afterConflict(this.model, sheet));
      } catch (thrown) {
        this.update({ saveFailure: failureOf(thrown) });
      }
    },
  },
});
