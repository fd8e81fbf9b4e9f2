import '../../words/words';
import { personName } from '../../../../locales/request-text';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { customerPath } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { newKey } from '../../../../utils/new-key';
import { type CustomersModel, customersView } from './customers.view';

function startModel({ cycle = '', id = '' }: Link): CustomersModel {
  return {
    ...{ cycleId: cycle, employeeId: id, data: null, note: '', made: null, key: newKey() },
    ...{ busy: false, failure: null },
  };
}

screen({
  title: 'titles.reviewCustomers',
  start: startModel,
  view: customersView,
  load: async ({ cycleId, employeeId }) => ({
    data: (await cloud.appraisal.customers({ cycleId, employeeId })).data,
  }),

  on: {
    onNote({ detail }: WechatMiniprogram.Input) {
      this.update({ note: detail.value, failure: null });
    },

    async onInvite() {
      const { cycleId, employeeId, note, key, data } = this.model;
      if (!data || !this.data.ready) return;
      await this.save(async () => {
        const made = (await cloud.appraisal.inviteCustomer({ cycleId, employeeId, note: note.trim(), key }))
          .data;
        const others = data.invitations.filter(({ number }) => number !== made.number);
        const invitations = data.role === 'self' ? [...others, made] : [];
        return { data: { ...data, invitations, given: data.given + 1 }, made, note: '', key: newKey() };
      });
    },

    /** What a customer gets in a chat: a card that opens the page with their code. */
    onShareAppMessage({ target }: WechatMiniprogram.Page.IShareAppMessageOption) {
      const { code = this.model.made?.code ?? '' } = (target?.dataset ?? {}) as { readonly code?: string };
      const person = this.model.data?.person;
      const name = person ? personName(person, words()) : '';
      return { title: words().t('reviewCustomers.shareTitle', { name }), path: customerPath(code) };
    },
  },
});
