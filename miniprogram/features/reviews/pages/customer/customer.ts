import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { type Link, screen } from '../../../../services/screen';
import { emptyFailure, levelIn, rated, written } from '../../questions.view';
import { type CustomerModel, customerView } from './customer.view';

function startModel({ code = '' }: Link): CustomerModel {
  return {
    ...{ code, data: null, draft: { ratings: {}, texts: {} } },
    ...{ isSent: false, busy: false, failure: null },
  };
}

type Rated = WechatMiniprogram.CustomEvent<{ readonly id: string; readonly value: number }>;
type Written = WechatMiniprogram.CustomEvent<{ readonly id: string; readonly text: string }>;

screen({
  title: 'titles.customerReview',
  start: startModel,
  view: customerView,
  network: 'retry',
  load: async ({ code }) => ({ data: (await cloud.appraisal.customerForm({ code })).data }),

  on: {
    onRate({ detail: { id, value } }: Rated) {
      this.update({ draft: rated(this.model.draft, id, value), failure: null });
    },

    onNumber({ detail: { id, text } }: Written) {
      const { data, draft } = this.model;
      if (data)
        this.update({ draft: rated(rated(draft, id, null), id, levelIn(text, data.scale)), failure: null });
    },

    onWrite({ detail: { id, text } }: Written) {
      this.update({ draft: written(this.model.draft, id, text), failure: null });
    },

    async onSend() {
      const { code, draft, data, busy } = this.model;
      if (!data || busy) return;
      const empty = emptyFailure(data, draft);
      if (empty) {
        this.update({ failure: empty });
        return;
      }
      await this.save(async () => {
        await cloud.appraisal.answerAsCustomer({ code, ...draft });
        return { isSent: true };
      });
    },
  },
});
