import '../../words/words';
import type { PersonBrief } from '#contracts/person';
import { cloud } from '../../../../services/cloud';
import { type Link, screen } from '../../../../services/screen';
import type { RowEvent } from '../../edit-row';
import { newId } from '../../new-id';
import { showSaved } from '../../show-saved';
import { approvedBy, completeType, copyOf, newType, type TypeDraft } from '../../type.model';
import { typeView } from '../../type.view';
import { changeApprover, changeTrial, changeType, closed, openRow } from '../../type-change';
import { noRequestType, type TypeModel } from '../../type-editor';

/** `isEdited`: whether something was entered that is not saved. Of a new type that is untouched nothing is lost. */
interface EditorModel extends TypeModel {
  /** Of the type that is changed; empty for a new one. */
  readonly id: string;
  /** The type that a new one begins as a copy of. */
  readonly copy: string;
  readonly newId: string;
  readonly isEdited: boolean;
}

type Stored = TypeDraft & { readonly version: number };

function draftOf(type: Stored | null, { id, newId }: EditorModel): TypeDraft {
  if (!type) return newType(newId);
  if (!id) return copyOf(type, newId);
  const { version: _, ...draft } = type;
  return draft;
}

/** One request type: its form, its flow, who changed it. Without an id a new one, or a copy of another. */
screen({
  title: ({ id }, words) => words.t(id ? 'titles.requestType' : 'titles.newRequestType'),
  start: ({ id = '', copy = '' }: Link): EditorModel => ({
    ...noRequestType,
    id,
    copy,
    newId: newId(),
    isEdited: false,
  }),
  view: typeView,
  data: { picking: false },

  async load({ id, copy }) {
    const of = id || copy;
    const { data } = await cloud.requests.requestType(of ? { id: of } : {});
    return (model) => ({
      about: id ? data : { ...data, needed: [], history: [] },
      // After a version conflict the draft is kept; only its base version is updated.
      draft: model.draft ?? draftOf(data.type, model),
      version: id ? (data.type?.version ?? 0) : 0,
      people: [...model.people, ...data.people],
      failure: null,
      changed: model.changed || !id,
    });
  },
  failed: (loadFailure) => ({ loadFailure }),
  leaving: ({ isEdited }) => (isEdited ? 'edit.leave' : null),

  on: {
    onChange({ detail: { id, value } }: RowEvent) {
      const { draft, path, trial } = this.model;
      if (!draft) return;
      if (id.startsWith('trial.')) this.update({ trial: changeTrial(trial, id, value) });
      else {
        this.update({ draft: changeType(draft, path, id, value), changed: true, isEdited: true });
      }
    },

    onOpen({ detail: { id } }: RowEvent) {
      const { draft, path } = this.model;
      if (!draft) return;
      if (id === 'person') this.setData({ picking: true });
      else {
        const edited = openRow(draft, path, id);
        const isEdited = this.model.isEdited || edited.draft !== draft;
        this.update({ ...edited, isEdited, changed: this.model.changed || isEdited });
      }
    },

    onBack() {
      this.update({ path: closed(this.model.path) });
    },

    onPicked({ detail }: WechatMiniprogram.CustomEvent<PersonBrief>) {
      this.setData({ picking: false });
      const { draft, path, people } = this.model;
      if (!draft) return;
      const person = { id: detail.id, name: detail.name, nameEn: detail.nameEn };
      this.update({
        draft: changeApprover(draft, path, approvedBy(person)),
        people: [...people, person],
        changed: true,
        isEdited: true,
      });
    },

    onPickClose() {
      this.setData({ picking: false });
    },

    async onSave() {
      const { draft, version } = this.model;
      if (!draft) return;
      const failure = await this.save(async () => {
        const asked = { type: completeType(draft), expectedVersion: version };
        const { version: saved, ...fresh } = (await cloud.requests.saveType(asked)).data.type;
        showSaved(saved);
        return { id: fresh.id, draft: fresh, version: saved, changed: false, isEdited: false };
      });
      if (!failure) void this.load();
    },

    onReload() {
      void this.load();
    },
  },
});
