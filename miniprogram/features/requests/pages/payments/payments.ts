import '../../words/words';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { noPayments, paymentsView } from '../../payments.view';

type PaymentEvent = WechatMiniprogram.TouchEvent<never, never, { id: string }>;

screen({
  title: 'titles.payments',
  start: () => noPayments,
  view: paymentsView,

  async load() {
    const { data } = await cloud.requests.payments({});
    return { due: data.due, own: data.own, isPayroll: data.pays };
  },
  loadOn: 'show',

  on: {
    async loadPaid() {
      try {
        const { data } = await cloud.requests.payments({ paid: true });
        this.update({ paid: data.paid, own: data.own });
      } catch (thrown) {
        this.update({ failure: failureOf(thrown) });
      }
    },

    onEmpty() {
      navigate.requestForm('expense');
    },

    onPaid() {
      void this.loadPaid();
    },

    onCorrect(event: PaymentEvent) {
      this.update({ correcting: { id: event.currentTarget.dataset.id, reference: null } });
    },

    onReference({ detail }: WechatMiniprogram.CustomEvent<{ comment: string }>) {
      const { correcting, paid } = this.model;
      if (!correcting) return;
      const isSame = paid?.find(({ id }) => id === correcting.id)?.reference === detail.comment;
      this.update({ correcting: isSame ? null : { ...correcting, reference: detail.comment } });
    },

    onCorrectClose() {
      this.update({ correcting: null });
    },

    async onReason({ detail }: WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>) {
      const { correcting, paid, busy } = this.model;
      const payment = paid?.find(({ id }) => id === correcting?.id);
      const reference = correcting?.reference;
      if (!payment || !reference || busy) return;
      const { id, rev } = payment;
      await this.saveSheet(detail, {
        async send() {
          await cloud.requests.correctPayment({ id, rev, reference, reason: detail.comment });
          wx.vibrateShort({ type: 'light', fail: () => undefined });
          return {};
        },
        closed: { correcting: null },
        reload: () => this.loadPaid(),
      });
    },

    onMark(event: PaymentEvent) {
      this.update({ marking: event.currentTarget.dataset.id });
    },

    onMarkClose() {
      this.update({ marking: null });
    },

    async onMarkOk({ detail }: WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>) {
      const { due, marking, busy } = this.model;
      const payment = due?.find(({ id }) => id === marking);
      if (!payment || busy) return;
      const reference = detail.comment;
      await this.saveSheet(detail, {
        async send() {
          await cloud.requests.markPaid({ id: payment.id, rev: payment.rev, reference });
          wx.vibrateShort({ type: 'light', fail: () => undefined });
          // The list of paid items is out of date: it is loaded again when it is opened.
          return { paid: null, reference };
        },
        closed: { marking: null },
      });
    },

    onOpen(event: PaymentEvent) {
      navigate.request(event.currentTarget.dataset.id);
    },
  },
});
