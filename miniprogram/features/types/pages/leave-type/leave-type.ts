import '../../words/words';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { type Link, screen } from '../../../../services/screen';
import { dayOf } from '../../../../utils/dates';
import { changeLeave, completeLeave, newLeaveType, openLeave } from '../../leave.model';
import { type LeaveModel, leaveView } from '../../leave.view';
import { newId } from '../../new-id';
import { closed } from '../../type-change';

type Told = WechatMiniprogram.CustomEvent<{ id: string; value: string }>;

const today = () => dayOf(serverNow(), CHINA_UTC_OFFSET);
/** `isEdited`: whether something was entered that is not saved. Of a new type that is untouched nothing is lost. */
type EditorModel = LeaveModel & { readonly id: string; readonly isEdited: boolean };

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

const read = async (id: string) => {
  const { data } = await cloud.requests.leaveType({ id });
  const { version, ...type } = data.type;
  const { warnings } = data;
  // After a conflict what the person has entered stays; only what it stands upon is new.
  return ({ draft }: LeaveModel) => ({ about: data, draft: draft ?? type, version, warnings, failure: null });
};

/** One leave type with its rules by region and day; without an id a new one. */
screen({
  title: ({ id }, words) => words.t(id ? 'titles.leaveType' : 'titles.newLeaveType'),
  start: ({ id = '' }: Link): EditorModel => ({ ...start, id, isEdited: false }),
  view: leaveView,

  load: async ({ id }) => (id ? read(id) : undefined),
  failed: (loadFailure) => ({ loadFailure }),
  leaving: ({ isEdited }) => (isEdited ? 'edit.leave' : null),

  on: {
    onLoad() {
      if (!this.model.id) this.update({ draft: newLeaveType(newId(), today()), changed: true });
    },

    onChange({ detail: { id, value } }: Told) {
      const { draft, path } = this.model;
      if (draft) this.update({ draft: changeLeave(draft, path, id, value), changed: true, isEdited: true });
    },

    onOpen({ detail: { id } }: Told) {
      const { draft, path } = this.model;
      if (!draft) return;
      const edited = openLeave(draft, path, id, today());
      const isEdited = this.model.isEdited || edited.draft !== draft;
      this.update({ ...edited, isEdited, changed: this.model.changed || isEdited });
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
        const { warnings } = data;
        const clean = { changed: false, isEdited: false };
        this.update({ busy: false, id: fresh.id, draft: fresh, version: saved, warnings, ...clean });
        wx.showToast({ title: words().t('edit.saved', { version: saved }), icon: 'none' });
        void this.load();
      } catch (thrown) {
        this.update({ busy: false, failure: failureOf(thrown) });
      }
    },

    onReload() {
      const { draft } = this.model;
      if (draft) void this.attempt(() => read(draft.id));
    },
  },
});
