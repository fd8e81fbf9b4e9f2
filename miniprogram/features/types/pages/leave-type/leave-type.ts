import '../../words/words';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { type Link, screen } from '../../../../services/screen';
import { dayOf } from '../../../../utils/dates';
import type { RowEvent } from '../../edit-row';
import { changeLeave, completeLeave, newLeaveType, openLeave } from '../../leave.model';
import { type LeaveModel, leaveView, noLeaveType } from '../../leave.view';
import { newId } from '../../new-id';
import { showSaved } from '../../show-saved';
import { closed } from '../../type-change';

const today = () => dayOf(serverNow(), CHINA_UTC_OFFSET);
/** `isEdited`: whether something was entered that is not saved. Of a new type that is untouched nothing is lost. */
type EditorModel = LeaveModel & { readonly id: string; readonly isEdited: boolean };

const read = async (id: string) => {
  const { data } = await cloud.requests.leaveType({ id });
  const { version, ...type } = data.type;
  const { warnings } = data;
  // After a version conflict the draft is kept; only its base version is updated.
  return ({ draft }: LeaveModel) => ({ about: data, draft: draft ?? type, version, warnings, failure: null });
};

/** One leave type with its rules by region and day; without an id a new one. */
screen({
  title: ({ id }, words) => words.t(id ? 'titles.leaveType' : 'titles.newLeaveType'),
  start: ({ id = '' }: Link): EditorModel => ({ ...noLeaveType, id, isEdited: false }),
  view: leaveView,

  load: async ({ id }) => (id ? read(id) : undefined),
  failed: (loadFailure) => ({ loadFailure }),
  leaving: ({ isEdited }) => (isEdited ? 'edit.leave' : null),

  on: {
    onLoad() {
      if (!this.model.id) this.update({ draft: newLeaveType(newId(), today()), changed: true });
    },

    onChange({ detail: { id, value } }: RowEvent) {
      const { draft, path } = this.model;
      if (draft) this.update({ draft: changeLeave(draft, path, id, value), changed: true, isEdited: true });
    },

    onOpen({ detail: { id } }: RowEvent) {
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
      const failure = await this.save(async () => {
        const asked = { type: completeLeave(draft), expectedVersion: version };
        const { type, warnings } = (await cloud.requests.saveLeaveType(asked)).data;
        const { version: saved, ...fresh } = type;
        showSaved(saved);
        return { id: fresh.id, draft: fresh, version: saved, warnings, changed: false, isEdited: false };
      });
      if (!failure) void this.load();
    },

    onReload() {
      const { draft } = this.model;
      if (draft) void this.attempt(() => read(draft.id));
    },
  },
});
