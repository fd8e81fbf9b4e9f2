import '../../words/words';
import type { ReviewChange } from '#contracts/reviews';
import { askOnTap } from '../../../../services/ask-on-tap';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { prepareToAsk } from '../../../../services/subscribe';
import { findKeptAnswers, keepAnswers } from '../../kept-answers';
import { emptyFailure, levelIn, rated, withKept, written } from '../../questions.view';
import { hasFacts } from './facts.view';
import { type FormModel, formView } from './form.view';

/** Answers are kept this long after the last tap or letter, ms. */
const PAUSE_MS = 800;
const NOTHING = { ratings: {}, texts: {} };

function startModel({ cycle = '', id = '' }: Link): FormModel {
  return {
    ...{ cycleId: cycle, subjectId: id, data: null, draft: NOTHING, unsaved: [] },
    ...{
      restored: 0,
      keeping: 'no',
      busy: false,
      failure: null,
      facts: null,
      isFactsOpen: false,
      asking: false,
    },
  };
}

type Rated = WechatMiniprogram.CustomEvent<{ readonly id: string; readonly value: number }>;
type Written = WechatMiniprogram.CustomEvent<{ readonly id: string; readonly text: string }>;

screen({
  title: 'titles.review',
  start: startModel,
  view: formView,
  leaving: ({ unsaved }) => (unsaved.length > 0 ? 'reviewForm.leaving' : null),
  async load({ cycleId, subjectId }) {
    void prepareToAsk({});
    const about = { cycleId, subjectId };
    const [{ data }, kept] = await Promise.all([
      cloud.appraisal.reviewForm(about),
      findKeptAnswers(about, serverNow()),
    ]);
    return (model: FormModel) => (model.unsaved.length === 0 ? { data, ...withKept(data, kept) } : { data });
  },
  fields: () => ({ timer: 0 }),

  on: {
    edit(id: string, draft: FormModel['draft']) {
      const { unsaved } = this.model;
      this.update({ draft, unsaved: unsaved.includes(id) ? unsaved : [...unsaved, id], failure: null });
      void this.keepHere();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.keep(), PAUSE_MS);
    },

    onRate({ detail: { id, value } }: Rated) {
      this.edit(id, rated(this.model.draft, id, value));
    },

    onNumber({ detail: { id, text } }: Written) {
      const { data, draft } = this.model;
      if (data) this.edit(id, rated(rated(draft, id, null), id, levelIn(text, data.scale)));
    },

    onWrite({ detail: { id, text } }: Written) {
      this.edit(id, written(this.model.draft, id, text));
    },

    /** What there is about the person is asked for when somebody wants to see it, once. */
    async onFacts() {
      const { isFactsOpen, facts } = this.model;
      this.update({ isFactsOpen: !isFactsOpen });
      if (!isFactsOpen && !hasFacts(facts)) await this.readFacts();
    },

    async readFacts() {
      const { cycleId, subjectId, facts } = this.model;
      if (facts === 'loading') return;
      this.update({ facts: 'loading' });
      try {
        const { data } = await cloud.appraisal.reviewEvidence({ cycleId, subjectId });
        this.update({ facts: data });
      } catch (thrown) {
        this.update({ facts: failureOf(thrown) });
      }
    },

    async onFactsAgain() {
      await this.readFacts();
    },

    changed(): ReviewChange {
      const { draft, unsaved, data } = this.model;
      const items = (data?.sections ?? []).flatMap((section) => section.items);
      const of = (kind: 'rating' | 'text') =>
        items.filter((item) => item.kind === kind && unsaved.includes(item.id)).map(({ id }) => id);
      return {
        ratings: Object.fromEntries(of('rating').map((id) => [id, draft.ratings[id] ?? null])),
        texts: Object.fromEntries(of('text').map((id) => [id, draft.texts[id] ?? ''])),
      };
    },

    /** The app may be closed before the server has it. Without room on the phone the server has it a moment later. */
    async keepHere() {
      const { cycleId, subjectId } = this.model;
      try {
        await keepAnswers({ cycleId, subjectId }, this.changed(), serverNow());
      } catch (thrown) {
        if (failureOf(thrown).code !== 'STORAGE_FULL') throw thrown;
      }
    },

    /** Sends what the server does not have; what fails is tried again with the next change, or once online. */
    async keep() {
      const { cycleId, subjectId, unsaved, draft, busy } = this.model;
      if (unsaved.length === 0 || busy) return;
      this.update({ keeping: 'saving' });
      try {
        await cloud.appraisal.saveReview({ cycleId, subjectId, ...this.changed() });
        // What was changed meanwhile is sent with its own pause.
        const { draft: now } = this.model;
        const left = this.model.unsaved.filter(
          (id) =>
            now.ratings[id] !== draft.ratings[id] ||
            now.texts[id] !== draft.texts[id] ||
            !unsaved.includes(id),
        );
        this.update({ unsaved: left, restored: 0, keeping: 'kept' });
        await this.keepHere();
      } catch (thrown) {
        const failure = failureOf(thrown);
        const isOffline = failure.code === 'OFFLINE' || failure.code === 'TIMEOUT';
        this.update({ keeping: 'failed', ...(!isOffline && { failure }) });
      }
    },

    onNetwork(online: boolean) {
      if (!online) return;
      if (this.model.data) void this.keep();
      else this.onRetry();
    },

    onSend() {
      const { data, draft, busy } = this.model;
      if (!data || busy) return;
      const empty = emptyFailure(data, draft);
      this.update(empty ? { failure: empty } : { asking: true });
    },

    onNotSure() {
      this.update({ asking: false });
    },

    async onSure() {
      const { data, cycleId, subjectId, busy } = this.model;
      if (!data || busy) return;
      this.update({ asking: false });
      // The own result comes after the own review, other reviews after another one.
      await askOnTap(data.relation === 'self' ? 'result' : 'waiting');
      clearTimeout(this.timer);
      const failure = await this.save(async () => {
        await cloud.appraisal.sendReview({ cycleId, subjectId, ...this.changed() });
        return { unsaved: [], restored: 0, keeping: 'no' };
      });
      if (failure) return;
      await this.keepHere();
      wx.showToast({ title: words().t('reviewForm.sent'), icon: 'success' });
      navigate.back();
    },
  },
});
