import '../../words/words';
import type { FeedbackScope } from '#contracts/feedback';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { dayOf } from '../../../../utils/dates';
import { type FeedbackModel, feedbackView } from './feedback.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = ({ employee = '', scope = 'received' }: Link): FeedbackModel => ({
  ...{ scope: employee === '' ? (scope as FeedbackScope) : 'about', employeeId: employee },
  ...{ notes: null, next: null, waiting: 0, today: dayOf(serverNow(), CHINA_UTC_OFFSET), failure: null },
});

const inputOf = ({ scope, employeeId }: FeedbackModel) => ({ scope, ...(employeeId && { employeeId }) });

screen({
  title: 'titles.feedback',
  start: startModel,
  view: feedbackView,
  load: async (model) => (await cloud.appraisal.feedback(inputOf(model))).data,
  loadOn: 'show',
  subject: ({ scope }) => scope,

  on: {
    onSegment({ currentTarget }: Tapped<{ id: FeedbackScope }>) {
      const { id } = currentTarget.dataset;
      if (id === this.model.scope) return;
      this.update({ scope: id, notes: null, next: null, failure: null });
      void this.load();
    },

    async onMore() {
      const { next } = this.model;
      if (next === null) return;
      await this.attempt(async (model) => {
        const { data } = await cloud.appraisal.feedback({ ...inputOf(model), cursor: next });
        return ({ notes }) => ({ ...data, notes: [...(notes ?? []), ...data.notes] });
      });
    },

    onNote({ currentTarget }: Tapped<{ id: string }>) {
      navigate.feedbackNote(currentTarget.dataset.id);
    },

    onGive() {
      navigate.giveFeedback('give');
    },

    onAsk() {
      navigate.giveFeedback('ask');
    },
  },
});
