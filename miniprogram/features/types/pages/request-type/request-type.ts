import type { PersonBrief } from '../../../../../typings/contracts/requests';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { guardLeaving } from '../../../../services/leaving';
import { showTitle } from '../../../../services/title';
import { changedPaths } from '../../../../utils/changed-paths';
import { newId } from '../../new-id';
import { approvedBy, completeType, copyOf, newType, type TypeDraft } from '../../type.model';
import { typeView } from '../../type.view';
import { changeApprover, changeTrial, changeType, closed, openRow } from '../../type-change';
import type { TypeModel } from '../../type-editor';

type Told = WechatMiniprogram.CustomEvent<{ id: string; value: string }>;
type Query = Readonly<Partial<Record<'id' | 'copy', string>>>;

const start: TypeModel = {
  about: null,
  draft: null,
  version: 0,
  changed: false,
  people: [],
  path: [],
  trial: { days: null, hours: null, amount: null },
  busy: false,
  failure: null,
  loadFailure: null,
};

/** One request type: its form, its flow, who changed it. Without an id a new one, or a copy of another. */
Page({
  data: { ...typeView(start, words()), picking: false },
  model: start,
  query: {} as Query,
  newId: '',
  /** Whether something was entered that is not saved: of a new type that is untouched nothing is lost. */
  isEdited: false,
  isLeft: false,
  stop: null as (() => void) | null,

  onLoad(query: Query) {
    this.query = query;
    this.newId = newId();
    this.model = start;
    this.stop = onLanguageChange(() => this.update({}));
    this.update({});
    void this.load();
  },

  onUnload() {
    this.isLeft = true;
    this.stop?.();
  },

  update(change: Partial<TypeModel>) {
    if (this.isLeft) return;
    this.model = { ...this.model, ...change };
    guardLeaving(this.isEdited, words().t('edit.leave'));
    showTitle(this.query.id ? 'titles.requestType' : 'titles.newRequestType');
    const changes = changedPaths(this.data, typeView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  async load() {
    const { id, copy } = this.query;
    const of = id ?? copy;
    try {
      const { data } = await cloud.requests.requestType(of ? { id: of } : {});
      const about = id ? data : { ...data, needed: [], history: [] };
      // After a conflict what the person has entered stays; only what it stands upon is new.
      const draft = this.model.draft ?? this.draftOf(data.type);
      const version = id ? (data.type?.version ?? 0) : 0;
      const people = [...this.model.people, ...data.people];
      this.update({
        about,
        draft,
        version,
        people,
        failure: null,
        loadFailure: null,
        changed: this.model.changed || !id,
      });
    } catch (thrown) {
      this.update({ loadFailure: failureOf(thrown) });
    }
  },

  draftOf(type: (TypeDraft & { readonly version: number }) | null): TypeDraft {
    if (!type) return newType(this.newId);
    if (!this.query.id) return copyOf(type, this.newId);
    const { version: _, ...draft } = type;
    return draft;
  },

  onChange({ detail: { id, value } }: Told) {
    const { draft, path, trial } = this.model;
    if (!draft) return;
    if (id.startsWith('trial.')) this.update({ trial: changeTrial(trial, id, value) });
    else {
      this.isEdited = true;
      this.update({ draft: changeType(draft, path, id, value), changed: true });
    }
  },

  onOpen({ detail: { id } }: Told) {
    const { draft, path } = this.model;
    if (!draft) return;
    if (id === 'person') this.setData({ picking: true });
    else {
      const edited = openRow(draft, path, id);
      this.isEdited ||= edited.draft !== draft;
      this.update({ ...edited, changed: this.model.changed || edited.draft !== draft });
    }
  },

  onBack() {
    this.update({ path: closed(this.model.path) });
  },

  onPicked({ detail }: WechatMiniprogram.CustomEvent<PersonBrief>) {
    this.setData({ picking: false });
    const { draft, path, people } = this.model;
    if (!draft) return;
    this.isEdited = true;
    const person = { id: detail.id, name: detail.name, nameEn: detail.nameEn };
    this.update({
      draft: changeApprover(draft, path, approvedBy(person)),
      people: [...people, person],
      changed: true,
    });
  },

  onPickClose() {
    this.setData({ picking: false });
  },

  async onSave() {
    const { draft, version } = this.model;
    if (!draft) return;
    this.update({ busy: true, failure: null });
    try {
      const { data } = await cloud.requests.saveType({ type: completeType(draft), expectedVersion: version });
      this.query = { id: data.type.id };
      this.isEdited = false;
      const { version: saved, ...fresh } = data.type;
      this.update({ busy: false, draft: fresh, version: saved, changed: false });
      wx.showToast({ title: words().t('edit.saved', { version: saved }), icon: 'none' });
      void this.load();
    } catch (thrown) {
      this.update({ busy: false, failure: failureOf(thrown) });
    }
  },

  onReload() {
    void this.load();
  },

  onRetry() {
    this.update({ loadFailure: null });
    void this.load();
  },
});
