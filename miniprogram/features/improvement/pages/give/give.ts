import '../../words/words';
import type { Day } from '#contracts/common';
import type { FeedbackKind, FeedbackVisibility } from '#contracts/feedback';
import type { PersonBrief } from '#contracts/person';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { cachedProfile } from '../../../../services/profile-data';
import { type Link, screen } from '../../../../services/screen';
import { addDays, dayOf } from '../../../../utils/dates';
import { fromLink } from '../../../../utils/from-link';
import { newKey } from '../../../../utils/new-key';
import { goalsOf } from '../../goal-options';
import { type GiveModel, inputOf, type TopicKind, visibilitiesOf } from './give.model';
import { giveView } from './give.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

/** Days that somebody is given to answer, unless another day is chosen. */
const ANSWER_DAYS = 7;

function startModel({ intent, to = '', name = '', nameEn = '' }: Link): GiveModel {
  const today = dayOf(serverNow(), CHINA_UTC_OFFSET);
  const known = { id: to, name: fromLink(name), nameEn: fromLink(nameEn) };
  return {
    ...{ intent: intent === 'ask' ? 'ask' : 'give', key: newKey(), person: to === '' ? null : known },
    ...{ picking: false, kind: 'feedback', text: '', visibility: 'receiver' },
    ...{ dueOn: addDays(today, ANSWER_DAYS), today, topicKind: 'none', project: '' },
    ...{ goals: null, goal: null, choosing: false, changed: false, busy: false, failure: null },
  };
}

screen({
  title: ({ intent }, t) => t.t(intent === 'ask' ? 'titles.askFeedback' : 'titles.giveFeedback'),
  start: startModel,
  view: giveView,
  leaving: ({ changed }) => (changed ? 'feedbackForm.leaving' : null),

  on: {
    edit(change: Partial<GiveModel>) {
      this.update({ ...change, changed: true, failure: null });
    },

    onPerson() {
      this.update({ picking: true });
    },

    onPersonClose() {
      this.update({ picking: false });
    },

    /** Goals are those of another person now. */
    onPicked({ detail }: WechatMiniprogram.CustomEvent<PersonBrief>) {
      const isSame = detail.id === this.model.person?.id || this.model.intent === 'ask';
      this.edit({ person: detail, picking: false, ...(!isSame && { goals: null, goal: null }) });
    },

    onKind({ currentTarget }: Tapped<{ id: FeedbackKind }>) {
      const kind = currentTarget.dataset.id;
      const { visibility } = this.model;
      const stays = visibilitiesOf(kind).includes(visibility);
      this.edit({ kind, visibility: stays ? visibility : 'receiver' });
    },

    onText({ detail }: WechatMiniprogram.Input) {
      this.edit({ text: detail.value });
    },

    onVisibility({ currentTarget }: Tapped<{ id: FeedbackVisibility }>) {
      this.edit({ visibility: currentTarget.dataset.id });
    },

    onDue({ detail }: WechatMiniprogram.PickerChange) {
      this.edit({ dueOn: String(detail.value) as Day });
    },

    onTopic({ currentTarget }: Tapped<{ id: TopicKind }>) {
      this.edit({ topicKind: currentTarget.dataset.id });
      if (currentTarget.dataset.id === 'goal' && !this.model.goal) void this.onGoal();
    },

    onProject({ detail }: WechatMiniprogram.Input) {
      this.edit({ project: detail.value });
    },

    /** The goals of the receiver: the colleague's, or one's own. */
    async onGoal() {
      const { intent, person, goals } = this.model;
      const receiver = intent === 'ask' ? (cachedProfile()?.employeeId ?? '') : (person?.id ?? '');
      if (receiver === '') {
        this.update({ picking: intent === 'give' });
        return;
      }
      this.update({ choosing: true });
      if (goals) return;
      try {
        this.update({ goals: await goalsOf(receiver) });
      } catch (thrown) {
        this.update({ choosing: false, failure: failureOf(thrown) });
      }
    },

    onGoalClose() {
      this.update({ choosing: false });
    },

    onGoalPicked({ currentTarget }: Tapped<{ key: string }>) {
      const goal = this.model.goals?.find(({ key }) => key === currentTarget.dataset.key) ?? null;
      this.edit({ goal, choosing: false });
    },

    async onSend() {
      const { intent, busy } = this.model;
      const input = inputOf(this.model);
      if (!input || busy) return;
      const failure = await this.save(async () => {
        if (intent === 'give') await cloud.appraisal.giveFeedback(input.give);
        else await cloud.appraisal.askFeedback(input.ask);
        return { changed: false };
      });
      if (failure) return;
      wx.showToast({ title: words().t(`feedbackForm.sent.${intent}`), icon: 'none' });
      navigate.back();
    },
  },
});
