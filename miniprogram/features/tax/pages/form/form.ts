import '../../words/words';
import type { Day, Month } from '#contracts/common';
import type { DeductionKind } from '#contracts/tax';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { dayOf, monthOf } from '../../../../utils/dates';
import { blankForm, detailOf, type FormModel, formOf, type Size } from './form.model';
import { formView } from './form.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = ({ id = '' }: Link): FormModel =>
  blankForm(id, monthOf(dayOf(serverNow(), CHINA_UTC_OFFSET)));

screen({
  title: 'titles.deductionForm',
  start: startModel,
  view: formView,
  leaving: ({ changed }) => (changed ? 'deductionForm.leaving' : null),
  async load({ id }) {
    if (id === '') return undefined;
    const { items } = (await cloud.payroll.deductions({})).data;
    const entry = items.find((each) => each.id === id);
    return entry ? formOf(entry) : { id: '', isLoaded: true };
  },

  on: {
    edit(change: Partial<FormModel>) {
      this.update({ ...change, changed: true, failure: null });
    },

    onKind({ currentTarget }: Tapped<{ id: DeductionKind }>) {
      this.edit({ kind: currentTarget.dataset.id });
    },

    onName({ detail }: WechatMiniprogram.Input) {
      this.edit({ name: detail.value });
    },

    onBorn({ detail }: WechatMiniprogram.PickerChange) {
      this.edit({ born: String(detail.value) as Day });
    },

    onShare({ currentTarget }: Tapped<{ id: 50 | 100 }>) {
      this.edit({ share: currentTarget.dataset.id });
    },

    onMonth({ detail }: WechatMiniprogram.PickerChange) {
      this.edit({ month: String(detail.value) as Month });
    },

    /** A certificate counts from its own month on. */
    onObtained({ detail }: WechatMiniprogram.PickerChange) {
      const obtained = String(detail.value) as Day;
      this.edit({ obtained, from: monthOf(obtained) });
    },

    onCity({ detail }: WechatMiniprogram.Input) {
      this.edit({ city: detail.value });
    },

    onSize({ currentTarget }: Tapped<{ id: Size }>) {
      this.edit({ size: currentTarget.dataset.id });
    },

    onOnlyChild({ currentTarget }: Tapped<{ id: 'yes' | 'no' }>) {
      this.edit({ isOnlyChild: currentTarget.dataset.id === 'yes' });
    },

    onAmount({ detail }: WechatMiniprogram.Input) {
      this.edit({ amount: detail.value });
    },

    onFrom({ detail }: WechatMiniprogram.PickerChange) {
      this.edit({ from: String(detail.value) as Month });
    },

    onUntil({ detail }: WechatMiniprogram.PickerChange) {
      this.edit({ until: String(detail.value) as Month });
    },

    onUntilClear() {
      this.edit({ until: null });
    },

    async onSend() {
      const { id, key, from, until, busy } = this.model;
      const detail = detailOf(this.model);
      if (!detail || busy || !this.data.ready) return;
      const replaces = id === '' ? null : id;
      const failure = await this.save(async () => {
        await cloud.payroll.declareDeduction({ key, replaces, detail, from, until });
        return { changed: false };
      });
      if (failure) return;
      wx.showToast({ title: words().t('deductionForm.sent'), icon: 'none' });
      navigate.back();
    },
  },
});
