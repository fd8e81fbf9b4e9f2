import '../../words/words';
import { ClientError } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { type Link, screen } from '../../../../services/screen';
import { emptyFailure, levelIn, rated, written } from '../../questions.view';
import { type CustomerModel, customerView } from './customer.view';

/** How a code is written. */
const CODE = /^[A-Za-z0-9_-]{22}$/;

function startModel({ code = '' }: Link): CustomerModel {
  return {
    ...{ code, data: null, draft: { ratings: {}, texts: {} } },
    ...{ isSent: false, asking: false, busy: false, failure: null },
  };
}

type Rated = WechatMiniprogram.CustomEvent<{ readonly id: string; readonly value: number }>;
type Written = WechatMiniprogram.CustomEvent<{ readonly id: string; readonly text: string }>;

screen({
  title: 'titles.customerReview',
  start: startModel,
  view: customerView,
  network: 'retry',
  async load({ code }) {
    // A link that was cut off is no invitation, which the server would say of the field.
    if (!CODE.test(code)) throw new ClientError('CUSTOMER_CODE_INVALID', {});
    return { data: (await cloud.appraisal.customerForm({ code })).data };
  },

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

    /** An answer cannot be changed, so that is asked first. */
    onSend() {
      const { draft, data, busy } = this.model;
      if (!data || busy) return;
      const empty = emptyFailure(data, draft);
      this.update(empty ? { failure: empty } : { asking: true });
    },

    onNotSure() {
      this.update({ asking: false });
    },

    async onSure() {
      const { code, draft, busy } = this.model;
      if (busy) return;
      this.update({ asking: false });
      await this.save(async () => {
        await cloud.appraisal.answerAsCustomer({ code, ...draft });
        return { isSent: true };
      });
    },
  },
});
