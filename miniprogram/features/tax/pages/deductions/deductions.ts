import '../../words/words';
import type { Month } from '#contracts/common';
import type { DeductionsView } from '#contracts/tax';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { dayOf, monthOf } from '../../../../utils/dates';
import { type DeductionsModel, deductionsView } from './deductions.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const thisMonth = (): Month => monthOf(dayOf(serverNow(), CHINA_UTC_OFFSET));
const startModel = (): DeductionsModel => ({
  ...{ found: null, ending: null, until: thisMonth(), busy: false, failure: null },
});

screen({
  title: 'titles.deductions',
  start: startModel,
  view: deductionsView,
  load: async () => ({ found: (await cloud.payroll.deductions({})).data }),
  loadOn: 'show',

  on: {
    onAdd() {
      navigate.deductionForm();
    },

    onChange({ currentTarget }: Tapped<{ id: string }>) {
      navigate.deductionForm(currentTarget.dataset.id);
    },

    onEnd({ currentTarget }: Tapped<{ id: string }>) {
      this.update({ ending: currentTarget.dataset.id, until: thisMonth(), failure: null });
    },

    onEndClose() {
      this.update({ ending: null });
    },

    onUntil({ detail }: WechatMiniprogram.PickerChange) {
      this.update({ until: String(detail.value) as Month });
    },

    async onEndSave() {
      const { ending: id, until } = this.model;
      if (id === null) return;
      await this.change(() => cloud.payroll.endDeduction({ id, until }), words().t('deductions.endSaved'));
    },

    async onDrop({ currentTarget }: Tapped<{ id: string }>) {
      const { id } = currentTarget.dataset;
      await this.change(() => cloud.payroll.dropDeduction({ id }), words().t('deductions.dropped'));
    },

    async onConfirm() {
      const year = this.model.found?.toConfirm ?? null;
      if (year === null) return;
      const done = words().t('deductions.confirmed', { year });
      await this.change(() => cloud.payroll.confirmDeductions({ year }), done);
    },

    async change(send: () => Promise<{ readonly data: DeductionsView }>, done: string) {
      if (this.model.busy) return;
      const failure = await this.save(async () => ({ found: (await send()).data, ending: null }));
      if (!failure) wx.showToast({ title: done, icon: 'none' });
    },
  },
});
