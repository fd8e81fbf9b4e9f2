import type { FormValue, Period } from '../../../../../typings/contracts/requests';
import { personName } from '../../../../locales/request-text';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { askForMessages, prepareToAsk } from '../../../../services/subscribe';
import { changedPaths } from '../../../../utils/changed-paths';
import { addDays, dayOf } from '../../../../utils/dates';
import { newKey } from '../../../../utils/new-key';
import {
  type FormModel,
  firstValues,
  inUnit,
  missingField,
  ordered,
  typeOf,
  type Unit,
  withLine,
  withoutLine,
  withValue,
} from '../../form.model';
import { formView } from '../../form.view';
import { choosePaper, uploadPaper } from '../../papers';
import { namesOf, peopleIn } from '../../people-in';

interface Cell {
  readonly line: number;
  readonly column: string;
}

type ChangeEvent = WechatMiniprogram.CustomEvent<
  { id: string; value: FormValue | undefined; moved: 'from' | 'to' },
  WechatMiniprogram.IAnyObject,
  WechatMiniprogram.IAnyObject,
  { field: string; line: number }
>;
type FileEvent = WechatMiniprogram.CustomEvent<
  { id: string; file: string },
  WechatMiniprogram.IAnyObject,
  WechatMiniprogram.IAnyObject,
  { field: string; line: number }
>;

const CHINA_OFFSET = 480;
/** Typing goes on for this long before the server is asked again, ms. */
const PAUSE = 400;

const startModel = (typeId: string): FormModel => ({
  start: null,
  typeId,
  values: {},
  key: newKey(),
  again: null,
  preview: null,
  previewing: false,
  uploads: [],
  phase: 'filling',
  failure: null,
  today: dayOf(serverNow(), CHINA_OFFSET),
  names: {},
});

Page({
  data: { ...formView(startModel(''), words()), picking: false, pickTitle: '' },
  model: startModel(''),
  sentId: '',
  pickFor: '',
  /** What the page was opened with, for another try. */
  asked: { again: '', given: {} as Record<string, string | undefined> },
  timer: 0,
  stop: null as (() => void) | null,

  onLoad({ type = '', again = '', ...given }: Record<string, string | undefined>) {
    this.model = startModel(type);
    this.asked = { again, given };
    this.stop = onLanguageChange(() => this.update({}));
    void this.load(again, given);
    void prepareToAsk();
  },

  onUnload() {
    clearTimeout(this.timer);
    this.stop?.();
  },

  update(change: Partial<FormModel>) {
    this.model = { ...this.model, ...change };
    const view = formView(this.model, words());
    if (view.text.title) wx.setNavigationBarTitle({ title: view.text.title });
    const changes = changedPaths(this.data, view);
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  /** `again`: a returned request to be changed. `given`: values from the page that led here, such as a day. */
  async load(again: string, given: Record<string, string | undefined>) {
    try {
      const [{ data: start }, before] = await Promise.all([
        cloud.requests.start({}),
        again ? cloud.requests.detail({ id: again }) : null,
      ]);
      const typeId = before?.data.typeId ?? this.model.typeId;
      this.update({ start, typeId });
      const type = typeOf(this.model);
      if (!type) return;
      const fromLink = Object.fromEntries(
        type.form.flatMap(({ id }) => (given[id] ? [[id, decodeURIComponent(given[id])]] : [])),
      );
      const { today } = this.model;
      const values = before?.data.values ?? {
        ...firstValues(type, start, addDays(today, 1), today),
        ...fromLink,
      };
      this.setValues(values, before ? { again: { id: before.data.id, rev: before.data.rev } } : {});
      const ids = peopleIn(type.form, values);
      if (ids.length > 0) this.update({ names: await namesOf(ids) });
    } catch (thrown) {
      this.update({ failure: failureOf(thrown) });
    }
  },

  setValues(values: FormModel['values'], more: Partial<FormModel> = {}) {
    this.update({ values, failure: null, preview: null, ...more });
    clearTimeout(this.timer);
    if (missingField(this.model)) return;
    this.update({ previewing: true });
    this.timer = setTimeout(() => void this.preview(), PAUSE);
  },

  /** Asks what it would do; an answer to older values is dropped. */
  async preview() {
    const { typeId, values } = this.model;
    try {
      const { data } = await cloud.requests.preview({ typeId, values });
      if (values === this.model.values) this.update({ preview: data, previewing: false });
    } catch (thrown) {
      if (values === this.model.values) this.update({ failure: failureOf(thrown), previewing: false });
    }
  },

  setValue(id: string, value: FormValue | undefined, cell?: Cell) {
    this.setValues(withValue(this.model.values, id, value, cell));
  },

  onField({ detail: { id, value, moved } }: ChangeEvent) {
    const isPeriod = typeOf(this.model)?.form.some((field) => field.id === id && field.kind === 'period');
    this.setValue(id, isPeriod ? ordered(value as Period, moved) : value);
  },

  onUnit({ detail: { id, unit } }: WechatMiniprogram.CustomEvent<{ id: string; unit: Unit }>) {
    const period = this.model.values[id] as Period | undefined;
    if (period) this.setValue(id, inUnit(period, unit));
  },

  onCell({ detail: { id, value }, currentTarget }: ChangeEvent) {
    const { field, line } = currentTarget.dataset;
    this.setValue(field, value, { line, column: id });
  },

  onAddLine(event: WechatMiniprogram.TouchEvent<never, never, { field: string }>) {
    this.setValues(withLine(this.model.values, event.currentTarget.dataset.field));
  },

  onRemoveLine(event: WechatMiniprogram.TouchEvent<never, never, { field: string; line: number }>) {
    const { field, line } = event.currentTarget.dataset;
    this.setValues(withoutLine(this.model.values, field, line));
  },

  onFile({ detail: { id } }: FileEvent) {
    void this.addPaper(id);
  },

  onCellFile({ detail: { id }, currentTarget }: FileEvent) {
    const { field, line } = currentTarget.dataset;
    void this.addPaper(field, { line, column: id });
  },

  filesOf(field: string, cell?: Cell): readonly string[] {
    const value = this.model.values[field];
    const held = cell ? (value as readonly Record<string, FormValue>[])[cell.line]?.[cell.column] : value;
    return Array.isArray(held) ? (held as readonly string[]) : [];
  },

  async addPaper(field: string, cell?: Cell) {
    const path = await choosePaper();
    if (!path) return;
    const upload = {
      field: cell?.column ?? field,
      line: cell?.line ?? null,
      name: path.slice(path.lastIndexOf('/') + 1),
      state: 'sending' as const,
    };
    this.update({ uploads: [...this.model.uploads, upload], failure: null });
    try {
      const fileId = await uploadPaper(path);
      // A receipt is claimed as it comes, so that a second claim is found before the form is sent.
      if (typeOf(this.model)?.kind === 'expense') await cloud.requests.checkReceipt({ fileId });
      this.setValue(field, [...this.filesOf(field, cell), fileId], cell);
    } catch (thrown) {
      this.update({ failure: failureOf(thrown) });
    } finally {
      this.update({ uploads: this.model.uploads.filter((one) => one !== upload) });
    }
  },

  onFileRemove({ detail: { id, file } }: FileEvent) {
    this.setValue(
      id,
      this.filesOf(id).filter((one) => one !== file),
    );
  },

  onCellFileRemove({ detail: { id, file }, currentTarget }: FileEvent) {
    const { field, line } = currentTarget.dataset;
    const cell = { line, column: id };
    this.setValue(
      field,
      this.filesOf(field, cell).filter((one) => one !== file),
      cell,
    );
  },

  onPerson({ detail: { id } }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.pickFor = id;
    const label = typeOf(this.model)?.form.find((field) => field.id === id)?.label;
    this.setData({ picking: true, pickTitle: label ? words().pick(label) : '' });
  },

  onPicked({ detail }: WechatMiniprogram.CustomEvent<{ id: string; name: string; nameEn: string }>) {
    this.setData({ picking: false });
    this.update({ names: { ...this.model.names, [detail.id]: personName(detail, words()) } });
    this.setValue(this.pickFor, detail.id);
  },

  onPickClose() {
    this.setData({ picking: false });
  },

  async onSubmit() {
    const { data, model } = this;
    const type = typeOf(model);
    if (!data.ready || !type) return;
    void askForMessages(['result']);
    this.update({ phase: 'sending', failure: null });
    try {
      const { values, key, again } = model;
      const { data: card } = again
        ? await cloud.requests.resubmit({ ...again, values })
        : await cloud.requests.submit({ key, typeId: type.id, version: type.version, values });
      this.sentId = card.id;
      this.update({ phase: 'sent' });
    } catch (thrown) {
      this.update({ phase: 'filling', failure: failureOf(thrown) });
    }
  },

  onOpen() {
    wx.redirectTo({ url: `/features/requests/pages/detail/detail?id=${this.sentId}` });
  },

  onBack() {
    navigate.back();
  },

  onRetry() {
    this.update({ failure: null });
    void this.load(this.asked.again, this.asked.given);
  },
});
