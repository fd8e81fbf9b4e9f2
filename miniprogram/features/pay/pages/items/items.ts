import '../../words/words';
import type { Month } from '#contracts/common';
import type { PayItem, PayItemKind } from '#contracts/pay-item';
import type { PersonBrief } from '#contracts/person';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { companyOffset } from '../../../../services/today-data';
import { addMonths, dayOf, monthOf } from '../../../../utils/dates';
import { payScreen } from '../../pay-screen';
import {
  type FormulaField,
  firstDay,
  type ItemEdit,
  type ItemsDraft,
  type ItemsModel,
  isTried,
  isWhole,
  NEW_ITEM,
  plusEffect,
  shownItems,
} from './items.model';
import { itemsView } from './items.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;
type Flag = 'isTaxable' | 'isInsurable' | 'isInMinimum';

function startModel(): ItemsModel {
  const today = dayOf(serverNow(), companyOffset());
  const last = addMonths(monthOf(today), -1);
  return {
    ...{ data: null, shown: null, draft: null, edit: null, tried: null, isTrying: false },
    ...{ month: last, last, person: null, isPicking: false, today, busy: false, failure: null },
  };
}

payScreen({
  title: 'titles.payItems',
  start: startModel,
  view: itemsView,
  network: 'retry',
  leaving: ({ draft, edit }) => (draft || edit ? 'payItems.leave' : null),
  load: async () => ({ data: (await cloud.payroll.payItems({})).data }),

  on: {
    onVersion({ currentTarget }: Tapped<{ from: ItemsModel['shown'] }>) {
      if (!this.model.draft) this.update({ shown: currentTarget.dataset.from });
    },

    onItem({ currentTarget }: Tapped<{ at: number }>) {
      const { at } = currentTarget.dataset;
      const item = shownItems(this.model)[at];
      if (item) this.update({ edit: { at, item, field: 'formula', cursor: item.formula.length } });
    },

    onAdd() {
      this.update({ edit: { at: null, item: NEW_ITEM, field: 'formula', cursor: 0 }, failure: null });
    },

    onBack() {
      this.update({ edit: null });
    },

    type(change: Partial<PayItem>, more: Partial<ItemEdit> = {}) {
      const { edit } = this.model;
      if (edit) this.update({ edit: { ...edit, ...more, item: { ...edit.item, ...change } }, failure: null });
    },

    onName({ currentTarget, detail }: WechatMiniprogram.Input<never, { language: 'zh-CN' | 'en' }>) {
      const { edit } = this.model;
      if (edit) this.type({ name: { ...edit.item.name, [currentTarget.dataset.language]: detail.value } });
    },

    onCode({ detail }: WechatMiniprogram.Input) {
      this.type({ id: detail.value.trim() });
    },

    onKind({ currentTarget }: Tapped<{ kind: PayItemKind }>) {
      this.type({ kind: currentTarget.dataset.kind });
    },

    onFlag({ currentTarget }: Tapped<{ flag: Flag }>) {
      const { flag } = currentTarget.dataset;
      const { edit } = this.model;
      if (edit) this.type({ [flag]: !edit.item[flag] });
    },

    onFormula({ currentTarget, detail }: WechatMiniprogram.Input<never, { field: FormulaField }>) {
      const { field } = currentTarget.dataset;
      this.type({ [field]: detail.value }, { field, cursor: detail.cursor });
    },

    onFocus({ currentTarget }: WechatMiniprogram.CustomEvent<never, never, { field: FormulaField }>) {
      const { edit } = this.model;
      const { field } = currentTarget.dataset;
      if (edit && edit.field !== field)
        this.update({ edit: { ...edit, field, cursor: edit.item[field].length } });
    },

    /** Puts a name where the cursor was. */
    onOffered({ currentTarget }: Tapped<{ text: string }>) {
      const { edit } = this.model;
      if (!edit) return;
      const { field, cursor, item } = edit;
      const [head, tail] = [item[field].slice(0, cursor), item[field].slice(cursor)];
      const added = `${head === '' || /[\s(]$/.test(head) ? '' : ' '}${currentTarget.dataset.text}`;
      this.type({ [field]: `${head}${added}${tail}` }, { cursor: cursor + added.length });
    },

    /** The draft with other items; it holds from the month of the version that was chosen, or from this one on. */
    change(items: readonly PayItem[]) {
      const { draft, shown, today } = this.model;
      const from = draft?.from ?? monthOf(shown ?? today);
      this.update({ draft: { from, items }, edit: null, tried: null, failure: null });
    },

    onDone() {
      const { edit } = this.model;
      if (!edit || !isWhole(edit.item)) return;
      const items = shownItems(this.model);
      this.change(
        edit.at === null
          ? [...items, edit.item]
          : items.map((item, at) => (at === edit.at ? edit.item : item)),
      );
    },

    onRetire() {
      const { edit } = this.model;
      if (edit) this.change(shownItems(this.model).filter((_, at) => at !== edit.at));
    },

    onDiscard() {
      this.update({ draft: null, tried: null, failure: null });
    },

    onFrom({ detail }: WechatMiniprogram.PickerChange) {
      const { draft } = this.model;
      if (draft) this.update({ draft: { ...draft, from: detail.value as Month }, tried: null });
    },

    onMonth({ detail }: WechatMiniprogram.PickerChange) {
      this.update({ month: detail.value as Month, tried: null });
    },

    onEverybody() {
      this.update({ person: null, tried: null });
    },

    onChoose() {
      this.update({ isPicking: true });
    },

    onClosePicker() {
      this.update({ isPicking: false });
    },

    onPicked({ detail: { id, name, nameEn } }: WechatMiniprogram.CustomEvent<PersonBrief>) {
      this.update({ person: { id, name, nameEn }, isPicking: false, tried: null });
    },

    async onTry() {
      const { draft, isTrying } = this.model;
      if (!draft || isTrying) return;
      this.update({ isTrying: true, tried: null, failure: null });
      try {
        await this.tryOut(draft);
        this.update({ isTrying: false });
      } catch (thrown) {
        this.update({ isTrying: false, failure: failureOf(thrown) });
      }
    },

    /** Page after page, until everybody is worked out; another draft ends it. */
    async tryOut(draft: ItemsDraft) {
      const { month, person } = this.model;
      const input = { from: firstDay(draft.from), items: draft.items, month };
      const one = person && { employeeId: person.id };
      let cursor: string | null = '';
      while (cursor !== null) {
        const at = cursor === '' ? {} : { cursor };
        const { data: page } = await cloud.payroll.previewPayItems({ ...input, ...one, ...at });
        if (this.isUnloaded || this.model.draft !== draft) return;
        const before = this.model.tried;
        const effect = before ? plusEffect(before.effect, page) : page;
        this.update({ tried: { month, person, draft, effect } });
        cursor = page.next;
      }
    },

    async onSave() {
      const { draft, data } = this.model;
      if (!draft || !data || !isTried(this.model)) return;
      const from = firstDay(draft.from);
      await this.save(async () => {
        const input = { from, items: draft.items, expectedVersion: data.version };
        const saved = await cloud.payroll.savePayItems(input);
        wx.showToast({ icon: 'none', title: words().t('payItems.saved') });
        return { data: saved.data, draft: null, tried: null, shown: from };
      });
    },
  },
});
