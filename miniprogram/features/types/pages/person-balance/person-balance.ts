import { cleanText } from '../../../../common/clean-text';
import '../../words/words';
import type { PersonBrief } from '#contracts/person';
import { cloud } from '../../../../services/cloud';
import { screen } from '../../../../services/screen';
import { newKey } from '../../../../utils/new-key';
import { adjustedMinutes, balanceView, changeAdjustment, noBalances } from '../../balance.view';
import type { RowEvent } from '../../edit-row';

type Tap = WechatMiniprogram.TouchEvent<never, never, { id: string }>;

/** HR: the leave balances of one person, how they came about, and a correction by hand. */
screen({
  title: 'titles.personBalance',
  start: () => noBalances,
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
      this.update({ ...noBalances, person: { id: detail.id, name: detail.name, nameEn: detail.nameEn } });
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

    onChange({ detail: { id, value } }: RowEvent) {
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
      const { key, typeId, way, expiresOn, reason } = sheet;
      const expiry = way === 'more' && expiresOn ? { expiresOn } : {};
      const asked = { key, employeeId: person.id, typeId, minutes, reason: cleanText(reason), ...expiry };
      const failure = await this.save(async () => {
        const { data } = await cloud.requests.adjustBalance(asked);
        const leftIn = (balances: typeof data.balances) =>
          balances.find(({ type }) => type.id === typeId)?.left ?? 0;
        const done = { typeId, before: leftIn(before?.balances ?? []), after: leftIn(data.balances) };
        return { sheet: null, done, data: { ledger: before?.ledger ?? [], balances: data.balances } };
      });
      if (!failure) void this.load();
    },
  },
});
