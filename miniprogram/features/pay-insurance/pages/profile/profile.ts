import '../../words/words';
import type { Day, Month } from '#contracts/common';
import type { InsuranceCity } from '#contracts/insurance';
import type { InsuranceProfile } from '#contracts/insurance-records';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { screen } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { dayOf, monthOf } from '../../../../utils/dates';
import {
  kindsOf,
  type ProfileModel,
  rateOf,
  settingsOf,
  type TypedChoice,
  type TypedNotice,
  typedChoice,
  withNotice,
} from './profile.model';
import { profileView } from './profile.view';

function startModel(): ProfileModel {
  const today = dayOf(serverNow(), CHINA_UTC_OFFSET);
  return {
    ...{ city: 'shanghai', data: null, choice: typedChoice([], monthOf(today)), limits: [], rates: [] },
    ...{ averages: [], notice: null },
    ...{ effect: null, changed: false, today, busy: false, failure: null, utcOffset: companyOffset() },
  };
}

const shown = (data: InsuranceProfile, today: Day): Partial<ProfileModel> => ({
  ...{ data, limits: data.limits, rates: data.rates, choice: typedChoice(data.choices, monthOf(today)) },
  ...{ averages: data.averages, notice: null, effect: null, changed: false },
});

screen({
  title: 'titles.insuranceProfile',
  start: startModel,
  view: profileView,
  network: 'retry',
  subject: ({ city }) => city,
  leaving: ({ changed }) => (changed ? 'profile.leaving' : null),
  async load({ city }) {
    const { data } = await cloud.payroll.insuranceProfile({ city });
    return (model) => (model.changed ? { data } : shown(data, model.today));
  },

  on: {
    async onCity({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: InsuranceCity }>) {
      const { id } = currentTarget.dataset;
      const { city, changed, busy } = this.model;
      if (id === city || busy) return;
      if (changed && !(await this.mayDiscard())) return;
      this.update({ city: id, data: null, notice: null, changed: false, failure: null });
      await this.load();
    },

    /** Another city would show something else in place of what is typed. */
    async mayDiscard(): Promise<boolean> {
      const { t } = words();
      const { confirm } = await wx.showModal({
        content: t('profile.discard', { city: t(`profile.cities.${this.model.city}`) }),
        confirmText: t('profile.discardYes'),
        cancelText: t('common.cancel'),
      });
      return confirm;
    },

    edit(change: Partial<TypedChoice>) {
      const choice = { ...this.model.choice, ...change };
      this.update({ choice, changed: true, effect: null, failure: null });
    },

    onFrom({ detail }: WechatMiniprogram.PickerChange) {
      this.edit({ from: String(detail.value).slice(0, 7) as Month });
    },

    onRate({ currentTarget, detail }: WechatMiniprogram.Input) {
      this.edit({ [currentTarget.dataset.field as 'injury']: detail.value });
    },

    onTier({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { tier: 1 | 2 }>) {
      this.edit({ medicalTier: currentTarget.dataset.tier });
    },

    editNotice(change: Partial<TypedNotice>) {
      const { notice } = this.model;
      if (notice) this.update({ notice: { ...notice, ...change }, changed: true, effect: null });
    },

    /** Opens the form of a notice, or takes what is typed there among the others. */
    onAddNotice() {
      const { notice, today } = this.model;
      if (notice) return this.takeNotice();
      const from = `${monthOf(today)}-01` as Day;
      const blank = { kind: 'pension', from, until: null, first: '', second: '', source: '' } as const;
      this.update({ notice: { what: 'limits', ...blank } });
    },

    onRemove({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { what: string; at: number }>) {
      const { what, at } = currentTarget.dataset;
      const { limits, rates, averages } = this.model;
      this.update({
        limits: what === 'limits' ? limits.filter((_, index) => index !== at) : limits,
        rates: what === 'rates' ? rates.filter((_, index) => index !== at) : rates,
        averages: what === 'averages' ? averages.filter((_, index) => index !== at) : averages,
        ...{ changed: true, effect: null },
      });
    },

    onWay({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { what: TypedNotice['what'] }>) {
      const { what } = currentTarget.dataset;
      const { today } = this.model;
      const isAverage = what === 'averages';
      const from = isAverage ? today : (`${monthOf(today)}-01` as Day);
      const first = isAverage ? String(Number(today.slice(0, 4)) - 1) : '';
      this.editNotice({ what, kind: 'pension', from, until: null, first, second: '' });
    },

    onKind({ detail }: WechatMiniprogram.PickerChange) {
      const { notice } = this.model;
      if (notice) this.editNotice({ kind: kindsOf(notice)[Number(detail.value)] ?? 'pension' });
    },

    onNoticeFrom({ detail }: WechatMiniprogram.PickerChange) {
      this.editNotice({ from: String(detail.value) as Day });
    },

    onNoticeUntil({ detail }: WechatMiniprogram.PickerChange) {
      this.editNotice({ until: String(detail.value) as Day });
    },

    onNotice({ currentTarget, detail }: WechatMiniprogram.Input) {
      this.editNotice({ [currentTarget.dataset.field as 'first']: detail.value });
    },

    async onPreview() {
      if (!this.data.canPreview) return;
      this.takeNotice();
      const { city, choice, today } = this.model;
      const settings = settingsOf(this.model);
      const isAhead = choice.from > monthOf(today);
      const month = isAhead ? choice.from : monthOf(today);
      await this.sendRates(async () => ({
        effect: (await cloud.payroll.previewInsurance({ city, settings, month })).data,
      }));
    },

    async onSave() {
      if (!this.data.canSave) return;
      this.takeNotice();
      const { city, data } = this.model;
      const input = { city, settings: settingsOf(this.model), expectedVersion: data?.version ?? 0 };
      await this.sendRates(async () => {
        const saved = (await cloud.payroll.saveInsuranceProfile(input)).data;
        wx.showToast({ icon: 'none', title: words().t('profile.saved') });
        return shown(saved, this.model.today);
      });
    },

    /** A rate that is refused is said at its field, which may be far from the button. */
    async sendRates(send: () => Promise<Partial<ProfileModel>>) {
      const failure = await this.save(send);
      if (failure && rateOf(failure))
        wx.nextTick(() => wx.pageScrollTo({ selector: '.rate-refused', offsetTop: -160 }));
    },

    /** A notice that is complete counts, though nobody has tapped "add". */
    takeNotice() {
      const { notice } = this.model;
      const entered = notice && withNotice(this.model, notice);
      if (entered) this.update({ ...entered, notice: null, changed: true, effect: null });
    },
  },
});
