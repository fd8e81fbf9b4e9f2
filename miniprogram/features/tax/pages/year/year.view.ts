import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { errorText } from '../../../../locales/error-text';
import { moneyText, personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { dayOf, dayText, monthText } from '../../../../utils/dates';
import {
  ALLOWANCES,
  AMOUNTS,
  KINDS,
  monthOfYear,
  pensionOf,
  SOURCES,
  sentOf,
  type YearModel,
} from './year.model';

/** How a person is taxed in a year, for payroll. */
export function yearView(model: YearModel, words: Words) {
  const { person, picking, year, found, failure, busy, changed, allowance, source, bonusTaxedOn } = model;
  const last = found?.changes[found.changes.length - 1];
  return {
    mode: found ? 'ready' : person === null ? 'none' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    picking,
    name: person ? personName(person, words) : '',
    yearText: words.t('taxYear.year', { year }),
    last: last
      ? words.t('taxYear.last', {
          name: personName(last.by, words),
          day: dayText(dayOf(last.at, CHINA_UTC_OFFSET), words),
        })
      : '',
    kinds: KINDS.map((id) => ({ id, on: id === model.kind, text: words.t(`taxYear.kinds.${id}`) })),
    isResident: model.kind === 'resident',
    allowances: ALLOWANCES.map((id) => ({
      id,
      on: id === allowance,
      text: words.t(`taxYear.allowances.${id}`),
    })),
    confirmText: allowance === 'monthly' ? '' : words.t(`taxYear.confirms.${allowance}`),
    isConfirmed: model.isConfirmed,
    asksIncome: allowance === 'sixty-thousand',
    incomeBefore: model.incomeBefore,
    sources: SOURCES.map((id) => ({ id, on: id === source, text: words.t(`taxYear.sources.${id}`) })),
    hasCarryIn: source !== 'none',
    ...{ from: model.from, fromText: monthText(model.from, words) },
    ...{ until: model.until, untilText: monthText(model.until, words) },
    amounts: AMOUNTS.map((id) => ({ id, value: model.amounts[id], label: words.t(`taxYear.amounts.${id}`) })),
    isPensionOpen: model.isPensionOpen,
    pension: model.pension.map((value, index) => ({
      ...{ id: index, value, label: monthText(monthOfYear(year, index), words) },
    })),
    pensionSum: pensionSumOf(model, words),
    bonus: bonusTaxedOn ?? '',
    bonusText: bonusTaxedOn ? dayText(bonusTaxedOn, words) : words.t('taxYear.noBonus'),
    hasBonus: bonusTaxedOn !== null,
    ready: changed && !busy && sentOf(model) !== null,
    busy,
    text: labels(words),
  };
}

function pensionSumOf(model: YearModel, words: Words): string {
  const payments = pensionOf(model);
  if (!payments) return '';
  const sum = payments.reduce((total, { amount }) => total + amount, 0);
  return words.t('taxYear.pensionSum', { amount: moneyText(sum) });
}

const labels = (words: Words) => ({
  retry: words.t('common.retry'),
  loadFailed: words.t('taxYear.loadFailed'),
  choose: words.t('taxYear.choose'),
  chooseText: words.t('taxYear.chooseText'),
  other: words.t('taxYear.other'),
  kind: words.t('taxYear.kind'),
  allowance: words.t('taxYear.allowance'),
  incomeBefore: words.t('taxYear.incomeBefore'),
  carryIn: words.t('taxYear.carryIn'),
  carryInNote: words.t('taxYear.carryInNote'),
  from: words.t('taxYear.from'),
  until: words.t('taxYear.until'),
  pension: words.t('taxYear.pension'),
  pensionNote: words.t('taxYear.pensionNote'),
  pensionOpen: words.t('taxYear.pensionOpen'),
  bonus: words.t('taxYear.bonus'),
  clear: words.t('deductionForm.clear'),
  who: words.t('deductionChecks.who'),
  save: words.t('deductions.save'),
});
