import '../../words/words';
import { personName } from '../../../../locales/request-text';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { companyOffset } from '../../../../services/today-data';
import { dayOf } from '../../../../utils/dates';
import { payScreen } from '../../pay-screen';
import { type DisputesModel, disputesView } from './disputes.view';

const startModel = (): DisputesModel => ({
  ...{ disputes: null, next: null, answering: null, busy: false, failure: null },
  utcOffset: companyOffset(),
  today: dayOf(serverNow(), companyOffset()),
});

payScreen({
  title: 'titles.payDisputes',
  start: startModel,
  view: disputesView,
  network: 'retry',
  async load() {
    const { items, next } = (await cloud.payroll.payDisputes({})).data;
    return { disputes: items, next };
  },

  on: {
    onAnswer({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { at: number }>) {
      this.update({ answering: this.model.disputes?.[currentTarget.dataset.at] ?? null });
    },

    /** It was paid outside of a run, or agreed otherwise. */
    async onSettle({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { at: number }>) {
      const owed = this.model.disputes?.[currentTarget.dataset.at];
      if (!owed || this.model.busy) return;
      const { t } = words();
      const { confirm } = await wx.showModal({
        content: t('payDisputes.settleAsk', { name: personName(owed.person, words()) }),
        confirmText: t('payDisputes.settleOk'),
        cancelText: t('common.cancel'),
      });
      if (!confirm) return;
      const { person, month, rev, dispute } = owed;
      await this.save(
        async () => {
          await cloud.payroll.settlePayDispute({ employeeId: person.id, month, rev, id: dispute.id });
          wx.showToast({ icon: 'none', title: t('payDisputes.settled') });
          return {};
        },
        () => this.load(),
      );
    },

    onClose() {
      this.update({ answering: null });
    },

    async onSend({ detail }: WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>) {
      const { answering, busy } = this.model;
      if (!answering || busy) return;
      const { person, month, rev, dispute } = answering;
      const answer = { employeeId: person.id, month, rev, id: dispute.id, text: detail.comment };
      await this.saveSheet(detail, {
        async send() {
          await cloud.payroll.answerPayDispute(answer);
          wx.showToast({ icon: 'none', title: words().t('payDisputes.sent') });
          return {};
        },
        closed: { answering: null },
      });
    },

    onMore() {
      const { next: cursor } = this.model;
      if (cursor === null) return;
      void this.attempt(async () => {
        const { items, next } = (await cloud.payroll.payDisputes({ cursor })).data;
        return ({ disputes }) => ({ disputes: [...(disputes ?? []), ...items], next });
      });
    },
  },
});
