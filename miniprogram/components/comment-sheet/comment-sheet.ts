import { cleanText } from '../../common/clean-text';
import type { sheetState } from '../../services/sheet-sending';
import { appendSpeech } from '../../utils/append-speech';

type State = ReturnType<typeof sheetState>;

const NOTHING: State = { subject: '', isBusy: false, isSent: false, error: '' };

type Drafts = Readonly<Record<string, string>>;

function withDraft(drafts: Drafts, subject: string, comment: string): Drafts {
  const { [subject]: _before, ...others } = drafts;
  return comment === '' ? others : { ...others, [subject]: comment };
}

/**
 * Bottom sheet for a text, typed or dictated; confirmed by the event `ok`, which carries the subject for `saveSheet`. What is
 * typed about a subject is offered again until it was sent, also after the sheet was closed.
 */
Component({
  options: { pureDataPattern: /^drafts$/ },
  properties: {
    show: { type: Boolean, value: false },
    /** Part of the ids of the field and the button. */
    name: { type: String, value: '' },
    /** What the text is about; unique among the sheets of the page. */
    subject: { type: String, value: '' },
    /** `sheetState` of the page: what became of what was sent. */
    state: { type: Object, value: NOTHING },
    title: { type: String, value: '' },
    note: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    ok: { type: String, value: '' },
    cancel: { type: String, value: '' },
    /** primary, danger */
    tone: { type: String, value: 'primary' },
    /** Whether a comment is required. */
    required: { type: Boolean, value: false },
    /** Whether something else in the sheet, which then says so, is still to be chosen or entered. */
    blocked: { type: Boolean, value: false },
    first: { type: String, value: '' },
    /** Maximum length, characters. */
    most: { type: Number, value: 200 },
    /** Whether dictation is offered. */
    spoken: { type: Boolean, value: true },
  },
  data: {
    comment: '',
    isBusy: false,
    error: '',
    /** Texts that are not sent, by their subject; not drawn. */
    drafts: {} as Drafts,
  },
  observers: {
    show(show: boolean) {
      const { drafts, subject, first } = this.data;
      if (show) this.setData({ comment: drafts[subject] ?? first });
    },
    state({ subject, isSent }: State) {
      if (isSent) this.setData({ drafts: withDraft(this.data.drafts, subject, '') });
    },
    'state, subject'(state: State, subject: string) {
      const isOurs = state.subject === subject;
      this.setData({ isBusy: isOurs && state.isBusy, error: isOurs ? state.error : '' });
    },
  },
  methods: {
    write(comment: string) {
      const { drafts, subject } = this.data;
      this.setData({ comment, drafts: withDraft(drafts, subject, comment) });
    },
    onType(event: WechatMiniprogram.TextareaInput) {
      this.write(event.detail.value);
    },
    onSaid(event: WechatMiniprogram.CustomEvent<{ text: string }>) {
      this.write(appendSpeech(this.data.comment, event.detail.text, this.data.most));
    },
    onOk() {
      const { isBusy, required, subject } = this.data;
      const comment = cleanText(this.data.comment);
      if (!isBusy && (comment !== '' || !required)) this.triggerEvent('ok', { comment, subject });
    },
    /** What is being sent cannot be taken back. */
    onClose() {
      if (!this.data.isBusy) this.triggerEvent('close');
    },
  },
});
