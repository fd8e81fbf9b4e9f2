import { cleanText } from '../../../../common/clean-text';
import '../../words/words';
import type { PersonBrief } from '#contracts/person';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { screen } from '../../../../services/screen';
import { newKey } from '../../../../utils/new-key';
import { adjustedMinutes, type BalanceModel, balanceView, changeAdjustment } from '../../balance.view';

type Told = WechatMiniprogram.CustomEvent<{ id: string; value: string }>;
type Tap = WechatMiniprogram.TouchEvent<never, never, { id: string }>;

const start: BalanceModel = {
  person: null,
  data: null,
  open: null,
  sheet: null,
  done: null,
  busy: false,
  failure: null,
  loadFailure: null,
};

/** HR: the leave balances of one person, how they came about, and a correction by hand. */
screen({
  title: 'titles.personBalance',
  start: () => start,
  view: balanceView,
  data: { picking: false },

  async load({ person }) {
    if (!person) return undefined;
    const { data } = await cloud.requests.balances({ employeeId: person.id });
    return { data };
  },
  subject: ({ person }) => person?.id,
  failed: (loadFailure) => ({ loadFailure }),

  on: {
    onFind() {
      this.setData({ picking: true });
    },

    onPickClose() {
      this.setData({ picking: false });
    },

    onPicked({ detail }: WechatMiniprogram.CustomEvent<PersonBrief>) {
      this.setData({ picking: false });
      this.update({ ...start, person: { id: detail.id, name: detail.name, nameEn: detail.nameEn } });
      void this.load();
    },

    onOpen({ currentTarget }: Tap) {
      const { id } = currentTarget.dataset;
      this.update({ open: this.model.open === id ? null : id });
    },

    onAdjust({ currentTarget }: Tap) {
      const typeId = currentTarget.dataset.id;
      const sheet = {
        key: newKey(),
        typeId,
        way: 'more',
        days: '',
        hours: '',
        expiresOn: null,
        reason: '',
      } as const;
      this.update({ sheet, failure: null });
    },

    onChange({ detail: { id, value } }: Told) {
      const { sheet } = this.model;
      if (sheet) this.update({ sheet: changeAdjustment(sheet, id, value) });
    },

    onClose() {
      if (!this.model.busy) this.update({ sheet: null });
    },

    async onSave() {
      const { sheet, person, data: before, busy } = this.model;
      const minutes = sheet && adjustedMinutes(sheet);
      if (!sheet || !person || !minutes || busy) return;
      this.update({ busy: true, failure: null });
      const { key, typeId, way, expiresOn, reason } = sheet;
      const expiry = way === 'more' && expiresOn ? { expiresOn } : {};
      const asked = { key, employeeId: person.id, typeId, minutes, reason: cleanText(reason), ...expiry };
      try {
        const { data } = await cloud.requests.adjustBalance(asked);
        const leftIn = (balances: typeof data.balances) =>
          balances.find(({ type }) => type.id === typeId)?.left ?? 0;
        const done = { typeId, before: leftIn(before?.balances ?? []), after: leftIn(data.balances) };
        this.update({
          busy: false,
          sheet: null,
          done,
          data: { ledger: before?.ledger ?? [], balances: data.balances },
        });
        void this.load();
      } catch (thrown) {
        this.update({ busy: false, failure: failureOf(thrown) });
      }
    },
  },
});
