import '../../words/words';
import type { FormValue, Period } from '#contracts/form';
import { personName } from '../../../../locales/request-text';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { isOnline } from '../../../../services/network';
import { type Link, screen } from '../../../../services/screen';
import { askForMessages, prepareToAsk } from '../../../../services/subscribe';
import { type Unread, unreadWith } from '../../figures.model';
import {
  type FormModel,
  inUnit,
  isForeseeable,
  keptValues,
  ordered,
  ruleValues,
  type TypeBrief,
  typeOf,
  type Unit,
  withLine,
  withoutLine,
} from '../../form.model';
import { formView } from '../../form.view';
import { namesOf, peopleIn } from '../../people-in';
import { type Place, withoutLineAt } from '../../uploads.model';
import { withValue } from '../../with-value';
import { createPapers } from './form-papers';
import { askForForm, startModel } from './form-start';

type Any = WechatMiniprogram.IAnyObject;
type Line = { field: string; line: number };
type FieldEvent<Detail extends object> = WechatMiniprogram.CustomEvent<Detail, Any, Any, Line>;
type ChangeEvent = FieldEvent<{
  id: string;
  value: FormValue | undefined;
  moved: 'from' | 'to';
  unread?: Pick<Unread, 'text' | 'problem'>;
}>;
type FileEvent = FieldEvent<{ id: string; file: string }>;

/** Debounce of the preview, ms. */
const PAUSE = 400;

screen({
  title: (model, { pick }) => pick(typeOf(model)?.name ?? { 'zh-CN': '', en: '' }),
  start: ({ type = '' }: Link) => startModel(type),
  view: formView,
  data: { picking: false, pickTitle: '' },
  fields: () => ({
    papers: null as unknown as ReturnType<typeof createPapers>,
    sentId: '',
    /** Resolves when the message templates are known, which the tap that sends asks for. */
    prepared: Promise.resolve(),
    /** Whether the person was asked about messages. */
    consented: false,
    /** What the last preview was asked about. */
    asked: '',
    pickFor: '',
    timer: 0,
    /** What led here: it is needed again when the page has to load again. */
    link: {} as Link,
  }),

  on: {
    onLoad(link: Link) {
      this.link = link;
      this.papers = createPapers({
        model: () => this.model,
        update: (change) => this.update(change),
        setValues: (values) => this.setValues(values),
      });
    },

    onNetwork(online: boolean) {
      if (online && this.model.failure && !this.model.attempted) this.setValues(this.model.values);
    },

    onUnload() {
      clearTimeout(this.timer);
    },

    async load() {
      await this.attempt(async () => {
        const { start, typeId, values, again } = await askForForm(this.link, this.model);
        this.prepared = prepareToAsk(start.templates);
        this.model = { ...this.model, start, typeId };
        const type = typeOf(this.model);
        if (!type) return {};
        await this.begin(type, values(type), again);
        const ids = peopleIn(type.form, this.model.values);
        if (ids.length > 0) this.update({ names: await namesOf(ids) });
        return undefined;
      });
    },

    /** With what the server has said of these values already; without it, it is asked. */
    async begin(type: TypeBrief, values: FormModel['values'], again: FormModel['again']) {
      const { values: told = {}, preview = null } = this.model.start?.first ?? {};
      const isTold = preview !== null && ruleValues(type, values) === ruleValues(type, told);
      if (again || !isTold || !isForeseeable({ ...this.model, values }))
        return this.setValues(values, { again });
      this.asked = ruleValues(type, values);
      this.update({ values, previewing: true });
      await this.prepared;
      // What was changed meanwhile has been asked about by itself.
      if (this.asked === ruleValues(type, values)) this.update({ preview, previewing: false });
    },

    /** The old preview stays visible until the new one has loaded. */
    setValues(values: FormModel['values'], more: Partial<FormModel> = {}) {
      this.update({ values, failure: null, attempted: false, ...more });
      const type = typeOf(this.model);
      const asks = type ? ruleValues(type, values) : '';
      const known = this.model.preview !== null || this.model.previewing;
      if (known && asks === this.asked) return;
      clearTimeout(this.timer);
      this.asked = asks;
      if (!isForeseeable(this.model)) {
        this.update({ preview: null, previewing: false });
        return;
      }
      this.timer = setTimeout(() => void this.preview(), this.model.preview ? PAUSE : 0);
      this.update({ previewing: true });
    },

    /** Asks what it would do; an answer to older values is dropped. Nothing can be sent before the tap can ask. */
    async preview() {
      const { asked } = this;
      const { typeId, values } = this.model;
      try {
        const [{ data }] = await Promise.all([cloud.requests.preview({ typeId, values }), this.prepared]);
        if (asked === this.asked) this.update({ preview: data, previewing: false });
      } catch (thrown) {
        if (asked === this.asked)
          this.update({ preview: null, failure: failureOf(thrown), previewing: false });
      }
    },

    setValue(
      field: string,
      value: FormValue | undefined,
      { cell, unread }: Partial<Place & ChangeEvent['detail']> = {},
    ) {
      this.setValues(withValue(this.model.values, field, value, cell), {
        unread: unreadWith(this.model.unread, { field, cell }, unread),
      });
    },

    onField({ detail: { id, value, moved, unread } }: ChangeEvent) {
      const isPeriod = typeOf(this.model)?.form.some((field) => field.id === id && field.kind === 'period');
      this.setValue(id, isPeriod ? ordered(value as Period, moved) : value, { unread });
    },

    onUnit({ detail: { id, unit } }: WechatMiniprogram.CustomEvent<{ id: string; unit: Unit }>) {
      const period = this.model.values[id] as Period | undefined;
      const { plan } = this.model.start ?? {};
      if (period) this.setValue(id, inUnit(period, unit, plan?.next.hours ?? plan?.today));
    },

    onCell({ detail: { id, value, unread }, currentTarget }: ChangeEvent) {
      const { field, line } = currentTarget.dataset;
      this.setValue(field, value, { cell: { line, column: id }, unread });
    },

    onMore() {
      this.update({ unfolded: true });
    },

    onAddLine(event: WechatMiniprogram.TouchEvent<never, never, { field: string }>) {
      const { field } = event.currentTarget.dataset;
      const table = typeOf(this.model)?.form.find(({ id }) => id === field);
      if (table) this.setValues(withLine(this.model.values, table, this.model.today));
    },

    onRemoveLine(event: WechatMiniprogram.TouchEvent<never, never, { field: string; line: number }>) {
      const { field, line } = event.currentTarget.dataset;
      this.setValues(withoutLine(this.model.values, field, line), {
        uploads: withoutLineAt(this.model.uploads, field, line),
        unread: withoutLineAt(this.model.unread, field, line),
      });
    },

    onFile({ detail: { id } }: FileEvent) {
      void this.papers.add({ field: id });
    },

    onCellFile({ detail: { id }, currentTarget }: FileEvent) {
      const { field, line } = currentTarget.dataset;
      void this.papers.add({ field, cell: { line, column: id } });
    },

    onFileRemove({ detail: { id, file } }: FileEvent) {
      this.papers.remove({ field: id }, file);
    },

    onCellFileRemove({ detail: { id, file }, currentTarget }: FileEvent) {
      const { field, line } = currentTarget.dataset;
      this.papers.remove({ field, cell: { line, column: id } }, file);
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
      this.askOnce();
      this.update({ phase: 'sending', failure: null, attempted: true });
      try {
        const { values, key, again } = model;
        const { data: card } = again
          ? await cloud.requests.resubmit({ ...again, values })
          : await cloud.requests.submit({ key, typeId: type.id, version: type.version, values });
        this.sentId = card.id;
        this.update({ phase: 'sent' });
      } catch (thrown) {
        const failure = failureOf(thrown);
        this.update({ phase: 'filling', failure });
        if (failure.code === 'TYPE_CHANGED') await this.renew(failure);
      }
    },

    /** Asked for once a form, in the tap: not again with every try, and not where nothing can be sent. */
    askOnce() {
      if (this.consented || !isOnline()) return;
      this.consented = true;
      void askForMessages(['result']);
    },

    /** The form was edited meanwhile: what it still has a field for is kept. */
    async renew(failure: FormModel['failure']) {
      const answer = await cloud.requests.start({}).catch(() => null);
      if (!answer) return;
      this.update({ start: answer.data });
      const type = typeOf(this.model);
      if (type) this.setValues(keptValues(type, this.model.values), { failure });
    },

    onOpen() {
      wx.redirectTo({ url: `/features/requests/pages/detail/detail?id=${this.sentId}` });
    },

    onBack() {
      navigate.back();
    },
  },
});
