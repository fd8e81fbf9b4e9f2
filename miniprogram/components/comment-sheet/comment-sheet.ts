import { cleanText } from '../../common/clean-text';
import { appendSpeech } from '../../utils/append-speech';

/** Bottom sheet for a comment on a decision, typed or dictated; confirmed by the event `ok`. */
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
    /** Whether a comment is required. */
    required: { type: Boolean, value: false },
    first: { type: String, value: '' },
    /** Maximum length, characters. */
    most: { type: Number, value: 200 },
    /** Whether dictation is offered. */
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
      this.setData({ comment: appendSpeech(this.data.comment, event.detail.text, this.data.most) });
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
