import { cleanText } from '../../common/clean-text';
import { withSaid } from '../../utils/with-said';

/** A sheet in which something is said about a decision, typed or spoken, before it is sent as `ok`. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    /** Part of the ids of the field and the button. */
    name: { type: String, value: '' },
    title: { type: String, value: '' },
    note: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    ok: { type: String, value: '' },
    cancel: { type: String, value: '' },
    /** primary, danger */
    tone: { type: String, value: 'primary' },
    /** Whether it can be sent without a word. */
    required: { type: Boolean, value: false },
    first: { type: String, value: '' },
    /** Longest text, characters. */
    most: { type: Number, value: 200 },
    /** Whether it can be spoken. */
    spoken: { type: Boolean, value: true },
  },
  data: { comment: '' },
  observers: {
    show(show: boolean) {
      if (show) this.setData({ comment: this.data.first });
    },
  },
  methods: {
    onType(event: WechatMiniprogram.TextareaInput) {
      this.setData({ comment: event.detail.value });
    },
    onSaid(event: WechatMiniprogram.CustomEvent<{ text: string }>) {
      this.setData({ comment: withSaid(this.data.comment, event.detail.text, this.data.most) });
    },
    onOk() {
      const comment = cleanText(this.data.comment);
      if (comment !== '' || !this.data.required) this.triggerEvent('ok', { comment });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
