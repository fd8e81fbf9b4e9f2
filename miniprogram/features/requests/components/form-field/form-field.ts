import type { Period } from '#contracts/form';
import { cleanLine } from '../../../../common/clean-text';
import { appendSpeech } from '../../../../utils/append-speech';
import { readFigure } from '../../figures.model';
import type { FieldView, PeriodView } from '../../form-fields.view';

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

/** The period as it stands in the view, before a part of it is changed. */
function periodOf(view: PeriodView): Period {
  const { unit, from, to } = view;
  if (unit === 'day') return { unit, from, to };
  if (unit === 'half') {
    return { unit, from, fromHalf: view.fromHalf === 0 ? 1 : 2, to, toHalf: view.toHalf === 0 ? 1 : 2 };
  }
  const end = minutesOf(view.end) + (view.nextDay ? 1_440 : 0);
  return { unit, from, start: minutesOf(view.start), end };
}

type PeriodPart = 'from' | 'to' | 'fromHalf' | 'toHalf' | 'start' | 'end';

/** One field of a request's form. Tells `change`, `unit`, `more`, `person`, `addfile`, `removefile`, `addline`, `removeline`. */
Component({
  properties: {
    field: { type: Object, value: {} },
  },
  methods: {
    view(): FieldView {
      return this.data.field as unknown as FieldView;
    },
    tell(value: unknown, moved: 'from' | 'to' = 'to') {
      this.triggerEvent('change', { id: this.view().id, value, moved });
    },
    onText(event: WechatMiniprogram.Input) {
      this.tell(event.detail.value);
    },
    onSaid(event: WechatMiniprogram.CustomEvent<{ text: string }>) {
      const { text, most } = this.view();
      this.tell(appendSpeech(text, event.detail.text, most));
    },
    onNumber(event: WechatMiniprogram.Input) {
      const { id, kind } = this.view();
      const text = event.detail.value;
      const read = readFigure(kind, cleanLine(text));
      const unread = read && 'problem' in read ? { text, problem: read.problem } : undefined;
      this.triggerEvent('change', { id, value: read && 'value' in read ? read.value : undefined, unread });
    },
    onOption(event: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      this.tell(event.currentTarget.dataset.id);
    },
    onDay(event: WechatMiniprogram.PickerChange) {
      this.tell(event.detail.value);
    },
    onUnit(event: WechatMiniprogram.TouchEvent<never, never, { unit: string }>) {
      this.triggerEvent('unit', { id: this.view().id, unit: event.currentTarget.dataset.unit });
    },
    onPeriod(event: WechatMiniprogram.PickerChange<WechatMiniprogram.IAnyObject, { part: PeriodPart }>) {
      const { period } = this.view();
      if (!period) return;
      const { part } = event.currentTarget.dataset;
      const value = String(event.detail.value);
      const now = periodOf(period);
      const change: Record<string, unknown> = {
        from: { from: value },
        to: { to: value },
        fromHalf: { fromHalf: Number(value) + 1 },
        toHalf: { toHalf: Number(value) + 1 },
        start: { start: minutesOf(value) },
        end: { end: minutesOf(value) + (minutesOf(value) <= minutesOf(period.start) ? 1_440 : 0) },
      }[part];
      this.tell(
        { ...now, ...change },
        part === 'from' || part === 'fromHalf' || part === 'start' ? 'from' : 'to',
      );
    },
    onMore() {
      this.triggerEvent('more');
    },
    onPerson() {
      this.triggerEvent('person', { id: this.view().id });
    },
    onAddFile() {
      this.triggerEvent('addfile', { id: this.view().id });
    },
    onRemoveFile(event: WechatMiniprogram.TouchEvent<never, never, { file: string }>) {
      this.triggerEvent('removefile', { id: this.view().id, file: event.currentTarget.dataset.file });
    },
  },
});
