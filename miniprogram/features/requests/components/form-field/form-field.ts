import { cleanLine } from '../../../../common/clean-text';
import { appendSpeech } from '../../../../utils/append-speech';
import { readFigure } from '../../figures.model';
import type { FieldView } from '../../form-fields.view';

/** One field of a request's form. Tells `change`, `more`, `person`, `addfile`, `removefile`, `addline`, `removeline`. */
Component({
  properties: {
    field: { type: Object, value: {} },
  },
  methods: {
    view(): FieldView {
      return this.data.field as unknown as FieldView;
    },
    tell(value: unknown) {
      this.triggerEvent('change', { id: this.view().id, value });
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
    onMore() {
      this.triggerEvent('more');
    },
    onPerson() {
      this.triggerEvent('person', { id: this.view().id });
    },
    onAddFile() {
      this.triggerEvent('addfile', { id: this.view().id });
    },
    onPicture(event: WechatMiniprogram.TouchEvent<never, never, { picture: string }>) {
      wx.previewImage({ urls: [event.currentTarget.dataset.picture] });
    },
    onRemoveFile(event: WechatMiniprogram.TouchEvent<never, never, { file: string }>) {
      this.triggerEvent('removefile', { id: this.view().id, file: event.currentTarget.dataset.file });
    },
  },
});
