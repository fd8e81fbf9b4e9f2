import type { Day, Month } from '../../../../../typings/contracts/common';
import type { DepartmentBrief } from '../../../../../typings/contracts/people';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { guardLeaving, mayDiscard } from '../../../../services/leaving';
import { navigate } from '../../../../services/navigate';
import { keepIfRoom } from '../../../../services/store';
import { showTitle } from '../../../../services/title';
import { changedPaths } from '../../../../utils/changed-paths';
import { addMonths } from '../../../../utils/dates';
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
import { type Open, paintOf, type RosterModel, rosterView } from './roster.view';

type Tap<Data extends WechatMiniprogram.IAnyObject> = WechatMiniprogram.TouchEvent<never, never, Data>;

Page({
  data: { ...rosterView(openingModel(), words()), scrollLeft: 0 },
  model: openingModel(),
  stops: [] as (() => void)[],
  /** Left: an answer that comes now belongs to no page, and must not put its question to another one. */
  isLeft: false,

  onLoad({ month }: { month?: string }) {
    this.model = openingModel(month);
    this.stops = [onLanguageChange(() => this.relabel())];
    this.relabel();
    if (this.model.department) void this.load();
    else this.update({ open: 'departments' });
  },

  onUnload() {
    this.isLeft = true;
    for (const stop of this.stops) stop();
  },

  relabel() {
    showTitle('titles.roster');
    this.update({});
  },

  update(change: Partial<RosterModel>) {
    if (this.isLeft) return;
    this.model = { ...this.model, ...change };
    const view = rosterView(this.model, words());
    guardLeaving(view.changes !== '', words().t('roster.leave'));
    const changes = changedPaths(this.data, view);
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  /** The people of the page as they are now. */
  async read(month: Month) {
    const { department, cursors } = this.model;
    const cursor = cursors[cursors.length - 1];
    const input = { departmentId: department?.id ?? '', month, ...(cursor ? { cursor } : {}) };
    return (await cloud.schedule.roster(input)).data;
  },

  async load() {
    const { month, department, cursors } = this.model;
    // Turned on meanwhile: the answer is of people or a month that are no longer shown.
    const isAsked = () =>
      [month, department, cursors].every((part) =>
        [this.model.month, this.model.department, this.model.cursors].includes(part),
      );
    try {
      const sheet = await this.read(month);
      if (!isAsked()) return;
      this.update({ sheet, failure: null });
      this.setData({ scrollLeft: Math.round(columnsBefore(this.model) * columnWidth()) });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code === 'NOT_BOUND') navigate.binding();
      else if (isAsked()) this.update({ failure });
    }
  },

  onRetry() {
    this.update({ failure: null });
    void this.load();
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
      const before = needsMonthBefore(month, detail.from) ? (await this.read(addMonths(month, -1))).rows : [];
      // Whoever turned to other people meanwhile does not want this any more.
      if (!sheet || sheet !== this.model.sheet) return;
      this.update(paintedMany(this.model, weekPaints(month, sheet.rows, this.model.drafts, before, detail)));
    } catch (thrown) {
      this.update({ saveFailure: failureOf(thrown) });
    }
  },

  async onDiscard() {
    if (await mayDiscard(this.data.changes)) this.update({ drafts: {}, clashes: [], saveFailure: null });
  },

  async onSave() {
    const { sheet, drafts, month, saving } = this.model;
    if (!sheet || saving || this.data.changes === '') return;
    this.update({ saving: true, saveFailure: null, clashes: [] });
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
      const sheet = await this.read(this.model.month);
      this.update(afterConflict(this.model, sheet));
    } catch (thrown) {
      this.update({ saveFailure: failureOf(thrown) });
    }
  },
});
