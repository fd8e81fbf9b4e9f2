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
import { type FormModel, keptValues, typeOf, withLine, withoutLine } from '../../form.model';
import { formView } from '../../form.view';
import { namesOf, peopleIn } from '../../people-in';
import { movePeriod, type PeriodMove, startPicker } from '../../period.model';
import { shiftOf } from '../../period.view';
import { isAskedFirst } from '../../sent.view';
import { type Place, withoutLineAt } from '../../uploads.model';
import { withValue } from '../../with-value';
import { createDraft } from './form-draft';
import { createPapers } from './form-papers';
import { createPreview } from './form-preview';
import { askForForm, startModel } from './form-start';

type Any = WechatMiniprogram.IAnyObject;
type Line = { field: string; line: number };
type FieldEvent<Detail extends object> = WechatMiniprogram.CustomEvent<Detail, Any, Any, Line>;
type ChangeEvent = FieldEvent<{
  id: string;
  value: FormValue | undefined;
  unread?: Pick<Unread, 'text' | 'problem'>;
}>;
type FileEvent = FieldEvent<{ id: string; file: string }>;

screen({
  title: (model, { pick }) => pick(typeOf(model)?.name ?? { 'zh-CN': '', en: '' }),
  start: ({ type = '' }: Link) => startModel(type),
  view: formView,
  data: { picking: false, pickTitle: '' },
  fields: () => ({
    papers: null as unknown as ReturnType<typeof createPapers>,
    effect: null as unknown as ReturnType<typeof createPreview>,
    draft: null as unknown as ReturnType<typeof createDraft>,
    /** Resolves when the message templates are known, which the tap that sends asks for. */
    prepared: Promise.resolve(),
    /** Whether the person was asked about messages. */
    consented: false,
    pickFor: '',
    /** What led here: it is needed again when the page has to load again. */
    link: {} as Link,
  }),

  on: {
    onLoad(link: Link) {
      this.link = link;
      this.draft = createDraft(() => this.model, link);
      const own = {
        model: () => this.model,
        update: (change: Partial<FormModel>) => this.update(change),
        setValues: (values: FormModel['values']) => this.setValues(values),
        prepared: () => this.prepared,
      };
      this.effect = createPreview(own);
      this.papers = createPapers(own);
    },

    onNetwork(online: boolean) {
      if (online && this.model.failure && !this.model.attempted) this.setValues(this.model.values);
    },

    onHide() {
      this.draft.keep();
    },

    onUnload() {
      this.effect.stop();
      this.draft.keep();
    },

    onUpdate() {
      this.draft.keepSoon();
    },

    onStartOver() {
      const first = this.draft.first();
      if (first === null) return;
      this.update({ draftAt: null, pickers: {}, unread: [] });
      this.setValues(first);
    },

    async load() {
      await this.attempt(async () => {
        const { start, typeId, values, again } = await askForForm(this.link, this.model);
        this.prepared = prepareToAsk(start.templates);
        this.model = { ...this.model, start, typeId };
        const type = typeOf(this.model);
        if (!type) return {};
        const begun = this.draft.restore(type, values(type));
        this.model = { ...this.model, draftAt: begun.draftAt };
        await this.effect.begin(type, begun.values, again);
        const ids = peopleIn(type.form, this.model.values);
        if (ids.length > 0) this.update({ names: await namesOf(ids) });
        return undefined;
      });
    },

    setValues(values: FormModel['values'], more?: Partial<FormModel>) {
      this.effect.setValues(values, more);
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

    onField({ detail: { id, value, unread } }: ChangeEvent) {
      this.setValue(id, value, { unread });
    },

    onPeriod({ detail: { id, move } }: WechatMiniprogram.CustomEvent<{ id: string; move: PeriodMove }>) {
      const { model } = this;
      const period = model.values[id] as Period | undefined;
      if (!period || !model.start) return;
      const picker = model.pickers[id] ?? startPicker(period);
      const { last } = model.start.calendar;
      const moved = movePeriod(period, picker, move, { last, shift: shiftOf(model) });
      this.update({ pickers: { ...model.pickers, [id]: moved.picker } });
      if (moved.period !== period) this.setValue(id, moved.period);
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

    onSubmit() {
      if (!this.data.ready) return;
      if (isAskedFirst(this.model)) this.update({ asking: true });
      else void this.send();
    },

    onAgree() {
      this.update({ asking: false });
      void this.send();
    },

    onDisagree() {
      this.update({ asking: false });
    },

    /** In the last tap before sending, which may open WeChat's sheet about messages. */
    async send() {
      const { model } = this;
      const type = typeOf(model);
      if (!type) return;
      void this.askOnce();
      this.update({ phase: 'sending', failure: null, attempted: true });
      try {
        const { values, key, again } = model;
        const { data: card } = again
          ? await cloud.requests.resubmit({ ...again, values })
          : await cloud.requests.submit({ key, typeId: type.id, version: type.version, values });
        this.draft.drop();
        this.update({ phase: 'sent', sent: card });
      } catch (thrown) {
        const failure = failureOf(thrown);
        this.update({ phase: 'filling', failure });
        if (failure.code === 'TYPE_CHANGED') await this.renew(failure);
      }
    },

    /** Asked for once a form, in the tap: not again with every try, and not where nothing can be sent. */
    async askOnce() {
      if (this.consented || !isOnline()) return;
      this.consented = true;
      await askForMessages(['result']);
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
      wx.redirectTo({ url: `/features/requests/pages/detail/detail?id=${this.model.sent?.id ?? ''}` });
    },

    onBack() {
      navigate.back();
    },
  },
});
