import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { guardLeaving } from '../../../../services/leaving';
import { showTitle } from '../../../../services/title';
import { changedPaths } from '../../../../utils/changed-paths';
import { CHINA_OFFSET, dayOf } from '../../../../utils/dates';
import { changeLeave, completeLeave, newLeaveType, openLeave } from '../../leave.model';
import { type LeaveModel, leaveView } from '../../leave.view';
import { newId } from '../../new-id';
import { closed } from '../../type-change';

type Told = WechatMiniprogram.CustomEvent<{ id: string; value: string }>;

const today = () => dayOf(serverNow(), CHINA_OFFSET);
const start: LeaveModel = {
  about: null,
  draft: null,
  warnings: [],
  version: 0,
  changed: false,
  path: [],
  busy: false,
  failure: null,
  loadFailure: null,
};

/** One leave type with its rules by region and day; without an id a new one. */
Page({
  data: leaveView(start, words()),
  model: start,
  id: '' as string | undefined,
  /** Whether something was entered that is not saved: of a new type that is untouched nothing is lost. */
  isEdited: false,
  isLeft: false,
  stop: null as (() => void) | null,

  onLoad({ id }: { id?: string }) {
    this.id = id;
    this.model = id ? start : { ...start, draft: newLeaveType(newId(), today()), changed: true };
    this.stop = onLanguageChange(() => this.update({}));
    this.update({});
    if (id) void this.load(id);
  },

  onUnload() {
    this.isLeft = true;
    this.stop?.();
  },

  update(change: Partial<LeaveModel>) {
    if (this.isLeft) return;
    this.model = { ...this.model, ...change };
    guardLeaving(this.isEdited, words().t('edit.leave'));
    showTitle(this.id ? 'titles.leaveType' : 'titles.newLeaveType');
    const changes = changedPaths(this.data, leaveView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  async load(id: string) {
    try {
      const { data } = await cloud.requests.leaveType({ id });
      const { version, ...type } = data.type;
      // After a conflict what the person has entered stays; only what it stands upon is new.
      const draft = this.model.draft ?? type;
      this.update({ about: data, draft, version, warnings: data.warnings, failure: null, loadFailure: null });
    } catch (thrown) {
      this.update({ loadFailure: failureOf(thrown) });
    }
  },

  onChange({ detail: { id, value } }: Told) {
    const { draft, path } = this.model;
    this.isEdited = true;
    if (draft) this.update({ draft: changeLeave(draft, path, id, value), changed: true });
  },

  onOpen({ detail: { id } }: Told) {
    const { draft, path } = this.model;
    if (!draft) return;
    const edited = openLeave(draft, path, id, today());
    this.isEdited ||= edited.draft !== draft;
    this.update({ ...edited, changed: this.model.changed || edited.draft !== draft });
  },

  onBack() {
    this.update({ path: closed(this.model.path) });
  },

  async onSave() {
    const { draft, version } = this.model;
    if (!draft) return;
    this.update({ busy: true, failure: null });
    try {
      const asked = { type: completeLeave(draft), expectedVersion: version };
      const { data } = await cloud.requests.saveLeaveType(asked);
      const { version: saved, ...fresh } = data.type;
      this.id = fresh.id;
      this.isEdited = false;
      this.update({ busy: false, draft: fresh, version: saved, warnings: data.warnings, changed: false });
      wx.showToast({ title: words().t('edit.saved', { version: saved }), icon: 'none' });
      void this.load(fresh.id);
    } catch (thrown) {
      this.update({ busy: false, failure: failureOf(thrown) });
    }
  },

  onReload() {
    if (this.model.draft) void this.load(this.model.draft.id);
  },

  onRetry() {
    this.update({ loadFailure: null });
    if (this.id) void this.load(this.id);
  },
});
