import '../../words/words';
import type { BookAccountId, PayFileSettings } from '#contracts/pay-files';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { currentOpening } from '../../opening';
import { lockedScreen } from '../../pay-screen';
import { fileSettingsView, type SettingsModel } from './file-settings.view';

interface Typed<Data extends object> {
  readonly currentTarget: { readonly dataset: Data };
  readonly detail: { readonly value: string };
}
type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = (): SettingsModel => ({
  ...{ isLocked: currentOpening() === null, data: null, draft: null, busy: false, failure: null },
});

lockedScreen({
  title: 'titles.fileSettings',
  start: startModel,
  view: fileSettingsView,
  network: 'retry',
  leaving: ({ data, draft }) => (draft && draft !== data ? 'fileSettings.leaving' : null),
  async load(_, opening) {
    const { data } = await cloud.payroll.payFileSettings({ opening });
    return { data, draft: data };
  },
  // What was typed is nobody's pay: it stays for the next opening.
  closed: {},

  on: {
    onOpened() {
      this.update({ isLocked: false, failure: null });
      if (!this.model.data) void this.load();
    },

    change(change: Partial<PayFileSettings>) {
      const { draft } = this.model;
      if (draft) this.update({ draft: { ...draft, ...change }, failure: null });
    },

    onPayer({ currentTarget, detail }: Typed<{ field: keyof PayFileSettings['payer'] }>) {
      const { draft } = this.model;
      if (draft) this.change({ payer: { ...draft.payer, [currentTarget.dataset.field]: detail.value } });
    },

    onBook({ currentTarget, detail }: Typed<{ id: BookAccountId | 'expense'; field: 'code' | 'name' }>) {
      const { draft } = this.model;
      const { id, field } = currentTarget.dataset;
      if (!draft) return;
      if (id === 'expense') this.change({ expense: { ...draft.expense, [field]: detail.value } });
      else
        this.change({
          accounts: { ...draft.accounts, [id]: { ...draft.accounts[id], [field]: detail.value } },
        });
    },

    onCentre({ currentTarget, detail }: Typed<{ at: number; field: 'code' | 'name' }>) {
      const { draft } = this.model;
      const { at, field } = currentTarget.dataset;
      if (!draft) return;
      const centres = draft.centres.map((each, index) =>
        index === at ? { ...each, account: { ...each.account, [field]: detail.value } } : each,
      );
      this.change({ centres });
    },

    onAdd({ detail }: WechatMiniprogram.PickerChange) {
      const { draft } = this.model;
      const department = this.data.others[Number(detail.value)];
      if (!draft || !department) return;
      this.change({ centres: [...draft.centres, { departmentId: department.id, account: draft.expense }] });
    },

    onRemove({ currentTarget }: Tapped<{ at: number }>) {
      const { draft } = this.model;
      const { at } = currentTarget.dataset;
      if (draft) this.change({ centres: draft.centres.filter((_, index) => index !== at) });
    },

    async onSave() {
      const { draft, data } = this.model;
      const opening = currentOpening();
      if (!draft || !data || !this.data.canSave) return;
      if (opening === null) return this.update({ isLocked: true });
      const { payer, accounts, expense, centres } = draft;
      const settings = { payer, accounts, expense, centres };
      await this.save(async () => {
        const input = { settings, expectedVersion: data.version, opening };
        const saved = (await cloud.payroll.savePayFileSettings(input)).data;
        wx.showToast({ icon: 'none', title: words().t('fileSettings.saved') });
        return { data: saved, draft: saved };
      });
    },
  },
});
