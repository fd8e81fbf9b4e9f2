import '../../words/words';
import { askOnTap } from '../../../../services/ask-on-tap';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { type Link, screen } from '../../../../services/screen';
import { prepareToAsk } from '../../../../services/subscribe';
import { appendSpeech } from '../../../../utils/append-speech';
import { fromLink } from '../../../../utils/from-link';
import { sheetIn } from '../../place-in';
import { begun, type ReviewModel, scoresOf } from './review.model';
import { reviewView } from './review.view';

/** Characters of a summary, and of a comment. */
const MAX_TEXT = { 'hand-in': 2_000, confirm: 1_000 } as const;

const startModel = ({ sheet = '' }: Link): ReviewModel => ({
  ...{ sheetId: fromLink(sheet), data: null, typed: {}, text: '' },
  ...{ changed: false, asking: false, busy: false, failure: null },
});

screen({
  title: 'titles.goalReview',
  start: startModel,
  view: reviewView,
  leaving: ({ changed }) => (changed ? 'goalReview.leaving' : null),
  async load({ sheetId }) {
    void prepareToAsk({});
    const { cycleId, owner } = sheetIn(sheetId);
    const employee = owner.kind === 'person' ? { employeeId: owner.id } : {};
    const { data } = await cloud.goals.review({ cycleId, ...employee });
    // What was typed stays unless there is another review to confirm now.
    return (model: ReviewModel) =>
      model.changed && model.data?.rev === data.rev ? { data } : { data, ...begun(data), changed: false };
  },

  on: {
    edit(change: Partial<ReviewModel>) {
      this.update({ ...change, changed: true, failure: null });
    },

    onScore({ currentTarget, detail }: WechatMiniprogram.Input) {
      const { id } = currentTarget.dataset as { readonly id: string };
      this.edit({ typed: { ...this.model.typed, [id]: detail.value } });
    },

    onText({ detail }: WechatMiniprogram.Input) {
      this.edit({ text: detail.value });
    },

    onSaid({ detail }: WechatMiniprogram.CustomEvent<{ text: string }>) {
      const max = MAX_TEXT[this.model.data?.may ?? 'hand-in'];
      this.edit({ text: appendSpeech(this.model.text, detail.text, max) });
    },

    /** A confirmed review stays as it is, so that is asked first. */
    async onSave() {
      const { data } = this.model;
      if (!data?.may || !this.data.ready) return;
      if (data.may === 'confirm') this.update({ asking: true });
      else await this.send();
    },

    onNotSure() {
      this.update({ asking: false });
    },

    async onSure() {
      this.update({ asking: false });
      await this.send();
    },

    /** In a tap. */
    async send() {
      const { data, busy } = this.model;
      const scores = scoresOf(this.model);
      if (!data?.may || !scores || busy) return;
      // Whoever hands in is answered, and whoever confirms has more to confirm.
      await askOnTap(data.may === 'hand-in' ? 'result' : 'waiting');
      const { text } = this.model;
      const common = { cycleId: data.cycle.id, rev: data.rev, scores };
      const failure = await this.save(async () => {
        if (data.may === 'hand-in') await cloud.goals.handInReview({ ...common, summary: text });
        else await cloud.goals.confirmReview({ ...common, employeeId: data.person.id, comment: text });
        wx.vibrateShort({ type: 'light', fail: () => undefined });
        wx.showToast({ title: words().t(`goalReview.saved.${data.may ?? 'hand-in'}`), icon: 'success' });
        return { changed: false };
      });
      if (!failure || failure.code === 'VERSION_CONFLICT') await this.reload(failure);
    },

    /** What is stored now; a failure stays in view. */
    async reload(failure: ReviewModel['failure']) {
      this.update({ changed: false });
      await this.load();
      if (failure) this.update({ failure });
    },
  },
});
