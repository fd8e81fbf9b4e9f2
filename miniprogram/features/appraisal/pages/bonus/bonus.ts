import '../../words/words';
import type { Day, Month } from '#contracts/common';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { monthsText } from '../../../../locales/error-text';
import type { Failure } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { screen } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { dayOf } from '../../../../utils/dates';
import {
  type BonusModel,
  savedRules,
  type TypedRate,
  type TypedRule,
  typedRules,
  withSource,
} from './bonus.model';
import { bonusView } from './bonus.view';

type At = { readonly at: number; readonly index: number; readonly field: 'grade' | 'percent' };
type Tapped = WechatMiniprogram.TouchEvent<never, never, At>;

const startModel = (): BonusModel => ({
  ...{ data: null, rules: [], today: dayOf(serverNow(), CHINA_UTC_OFFSET), changed: false },
  ...{ busy: false, failure: null, utcOffset: companyOffset() },
});

screen({
  title: 'titles.bonusRules',
  start: startModel,
  view: bonusView,
  network: 'retry',
  leaving: ({ changed }) => (changed ? 'bonus.leaving' : null),
  async load() {
    const { data } = await cloud.appraisal.bonusRules({});
    return (model) => (model.changed ? { data } : { data, rules: typedRules(data.rules) });
  },

  on: {
    edit(rules: readonly TypedRule[]) {
      this.update({ rules, changed: true, failure: null });
    },

    editRule(at: number, change: Partial<TypedRule>) {
      this.edit(this.model.rules.map((rule, index) => (index === at ? { ...rule, ...change } : rule)));
    },

    editRate(at: number, index: number, change: Partial<TypedRate>) {
      const rates = this.model.rules[at]?.rates ?? [];
      this.editRule(at, {
        rates: rates.map((rate, each) => (each === index ? { ...rate, ...change } : rate)),
      });
    },

    onFrom({ currentTarget, detail }: WechatMiniprogram.PickerChange) {
      this.editRule(Number(currentTarget.dataset.at), { from: String(detail.value) as Day });
    },

    onTo({ currentTarget, detail }: WechatMiniprogram.PickerChange) {
      this.editRule(Number(currentTarget.dataset.at), { to: String(detail.value) as Day });
    },

    onClearEnd({ currentTarget }: Tapped) {
      this.editRule(currentTarget.dataset.at, { to: null });
    },

    onSource({ currentTarget, detail }: WechatMiniprogram.Input) {
      const at = Number(currentTarget.dataset.at);
      const rule = this.model.rules[at];
      if (rule) this.editRule(at, { source: withSource(rule.source, words().language, detail.value) });
    },

    onRate({ currentTarget, detail }: WechatMiniprogram.Input) {
      const { at, index, field } = currentTarget.dataset as unknown as At;
      this.editRate(at, index, { [field]: detail.value });
    },

    onPlan({ currentTarget }: Tapped) {
      const { at, index } = currentTarget.dataset;
      const rate = this.model.rules[at]?.rates[index];
      if (rate) this.editRate(at, index, { opensPlan: !rate.opensPlan });
    },

    onAddGrade({ currentTarget }: Tapped) {
      const { at } = currentTarget.dataset;
      const rates = this.model.rules[at]?.rates ?? [];
      this.editRule(at, { rates: [...rates, { grade: '', percent: '', opensPlan: false }] });
    },

    onRemoveGrade({ currentTarget }: Tapped) {
      const { at, index } = currentTarget.dataset;
      const rates = this.model.rules[at]?.rates ?? [];
      this.editRule(at, { rates: rates.filter((_, each) => each !== index) });
    },

    /** A new rule begins today with the rates of the last one; an open one ends where it begins. */
    onAddRule() {
      const { rules, today } = this.model;
      const last = rules[rules.length - 1];
      const key = Math.max(-1, ...rules.map((rule) => rule.key)) + 1;
      const rates = last?.rates ?? [{ grade: 'A', percent: '', opensPlan: false }];
      this.edit([...rules, { key, from: today, to: null, source: { 'zh-CN': '', en: '' }, rates }]);
    },

    onRemoveRule({ currentTarget }: Tapped) {
      this.edit(this.model.rules.filter((_, index) => index !== currentTarget.dataset.at));
    },

    async onSave() {
      if (!this.data.canSave) return;
      const failure = await this.send([]);
      if (failure?.code === 'BONUS_RULES_PAID') await this.askPaid(String(failure.data.months));
    },

    /** Months that are paid: what differs in them is paid as well, if it is meant so. */
    async askPaid(months: string) {
      const { t } = words();
      const { confirm } = await wx.showModal({
        content: t('bonus.paidAsk', { months: monthsText(months, words()) }),
        confirmText: t('bonus.paidOk'),
        cancelText: t('common.cancel'),
      });
      if (confirm) await this.send(months.split(',') as Month[]);
    },

    /** @param paid months of which it is confirmed that they get a difference */
    async send(paid: readonly Month[]): Promise<Failure | null> {
      const { data, rules } = this.model;
      if (!data) return null;
      const failure = await this.save(async () => {
        const order = { rules: savedRules(rules), expectedVersion: data.version };
        const input = paid.length > 0 ? { ...order, paid } : order;
        const saved = (await cloud.appraisal.saveBonusRules(input)).data;
        wx.showToast({ icon: 'none', title: words().t('bonus.saved') });
        return { data: saved, rules: typedRules(saved.rules), changed: false };
      });
      if (failure?.code === 'VERSION_CONFLICT') {
        await this.load();
        this.update({ failure });
      }
      return failure;
    },
  },
});
