import '../../words/words';
import type { Day, Month } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import type { AllowanceRule, TaxKind } from '#contracts/tax';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { screen } from '../../../../services/screen';
import { dayOf, monthOf } from '../../../../utils/dates';
import { type Amounts, blankYear, formOf, sentOf, type YearModel } from './year.model';
import { yearView } from './year.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = (): YearModel => blankYear(monthOf(dayOf(serverNow(), CHINA_UTC_OFFSET)));

screen({
  title: 'titles.taxYear',
  start: startModel,
  view: yearView,
  leaving: ({ changed }) => (changed ? 'taxYear.leaving' : null),
  subject: ({ person }) => person?.id,
  async load({ person, year }) {
    if (!person) return undefined;
    const { data } = await cloud.payroll.taxYear({ employeeId: person.id, year });
    return (model: YearModel) => formOf(data, model);
  },

  on: {
    edit(change: Partial<YearModel>) {
      this.update({ ...change, changed: true, failure: null });
    },

    onChoose() {
      this.update({ picking: true });
    },

    onPickClose() {
      this.update({ picking: false });
    },

    onPicked({ detail }: WechatMiniprogram.CustomEvent<PersonBrief>) {
      this.update({ picking: false, person: detail, found: null, changed: false, failure: null });
      void this.load();
    },

    onKind({ currentTarget }: Tapped<{ id: TaxKind }>) {
      const kind = currentTarget.dataset.id;
      this.edit(kind === 'resident' ? { kind } : { kind, allowance: 'monthly', source: 'none' });
    },

    onAllowance({ currentTarget }: Tapped<{ id: AllowanceRule }>) {
      this.edit({ allowance: currentTarget.dataset.id, isConfirmed: false });
    },

    onConfirm() {
      this.edit({ isConfirmed: !this.model.isConfirmed });
    },

    onIncomeBefore({ detail }: WechatMiniprogram.Input) {
      this.edit({ incomeBefore: detail.value });
    },

    onSource({ currentTarget }: Tapped<{ id: YearModel['source'] }>) {
      this.edit({ source: currentTarget.dataset.id });
    },

    onFrom({ detail }: WechatMiniprogram.PickerChange) {
      this.edit({ from: String(detail.value) as Month });
    },

    onUntil({ detail }: WechatMiniprogram.PickerChange) {
      this.edit({ until: String(detail.value) as Month });
    },

    onAmount({ currentTarget, detail }: WechatMiniprogram.Input) {
      const { id } = currentTarget.dataset as { readonly id: keyof Amounts };
      this.edit({ amounts: { ...this.model.amounts, [id]: detail.value } });
    },

    onPensionOpen() {
      this.update({ isPensionOpen: true });
    },

    onPension({ currentTarget, detail }: WechatMiniprogram.Input) {
      const { id } = currentTarget.dataset as { readonly id: number };
      this.edit({
        pension: this.model.pension.map((text, index) => (index === Number(id) ? detail.value : text)),
      });
    },

    onBonus({ detail }: WechatMiniprogram.PickerChange) {
      this.edit({ bonusTaxedOn: String(detail.value) as Day });
    },

    onBonusClear() {
      this.edit({ bonusTaxedOn: null });
    },

    async onSave() {
      const { person, year, found, busy } = this.model;
      const sent = sentOf(this.model);
      if (!person || !found || !sent || busy || !this.data.ready) return;
      const { version } = found;
      const failure = await this.save(async () => {
        const { data } = await cloud.payroll.saveTaxYear({ employeeId: person.id, year, version, ...sent });
        return formOf(data, this.model);
      });
      if (!failure) wx.showToast({ title: words().t('taxYear.saved'), icon: 'none' });
    },
  },
});
