import type { BonusItem, BonusPreview, BonusWay } from '#contracts/one-off-pay';
import type { Fen } from '#contracts/pay';
import { errorText } from '../../../../locales/error-text';
import { moneyText, personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { dayText, monthText } from '../../../../utils/dates';
import { type BonusesModel, type BonusForm, entryOf } from './bonuses.model';

const WAYS = ['separate', 'merged'] as const satisfies readonly BonusWay[];

/** The yearly bonuses that are paid with the wages of a month, and another one with both ways to tax it. */
export function bonusesView(model: BonusesModel, t: Words) {
  const { month, current, paidOn, items, next, isFinal, form, isPicking, busy, failure } = model;
  return {
    mode: items ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    month: monthText(month, t),
    canLater: month < current,
    isEmpty: items?.length === 0,
    rows: (items ?? []).map((each, at) => rowOf(each, at, t)),
    hasMore: next !== null,
    isFinal,
    final: items && isFinal ? t.t('yearBonus.final') : '',
    form: form ? formOf(form, t) : null,
    ...{ paidOn, paidOnText: dayText(paidOn, t) },
    isPicking,
    busy,
    canCheck: form !== null && entryOf(form) !== null && !form.preview && !busy,
    canSave: form?.preview != null && form.way !== null && !busy,
    text: {
      loadFailed: t.t('yearBonus.loadFailed'),
      retry: t.t('common.retry'),
      cancel: t.t('common.cancel'),
      earlier: t.t('payRun.earlier'),
      later: t.t('payRun.later'),
      none: t.t('yearBonus.none'),
      noneText: t.t('yearBonus.noneText'),
      add: t.t('yearBonus.add'),
      more: t.t('payChanges.more'),
      drop: t.t('yearBonus.drop'),
      paid: t.t('yearBonus.paid'),
      choose: t.t('salary.choose'),
      kind: t.t('yearBonus.kind'),
      period: t.t('yearBonus.period'),
      paidOn: t.t('payRun.paidOn'),
      way: t.t('yearBonus.way'),
      check: t.t('yearBonus.check'),
      save: t.t('yearBonus.save'),
    },
  };
}

const rowOf = ({ person, bonus }: BonusItem, at: number, t: Words) => ({
  at,
  key: person.id,
  name: personName(person, t),
  number: t.t('me.employeeId', { id: person.id }),
  amount: moneyText(bonus.amount),
  way: t.t(`yearBonus.ways.${bonus.way}`),
  basis: basisText(bonus.basis, t),
});

function basisText(basis: BonusItem['bonus']['basis'], t: Words): string {
  if (!basis) return '';
  const { base, percent, grade, period } = basis;
  return t.t('yearBonus.basis', {
    ...{ base: moneyText(base), percent, grade },
    period: monthText(period, t),
  });
}

function formOf(form: BonusForm, t: Words) {
  const { person, kind, amount, period, way, preview } = form;
  const isWrong = amount.trim() !== '' && entryOf(form) === null;
  return {
    name: personName(person, t),
    number: t.t('me.employeeId', { id: person.id }),
    kinds: (['amount', 'grade'] as const).map((id) => ({
      ...{ id, on: id === kind, name: t.t(`yearBonus.kinds.${id}`) },
    })),
    amountLabel: t.t(`yearBonus.amounts.${kind}`),
    amount,
    problem: isWrong ? t.t('salary.wrong') : '',
    isGrade: kind === 'grade',
    ...{ period, periodText: monthText(period, t) },
    preview: preview ? previewOf(preview, way, t) : null,
  };
}

function previewOf(preview: BonusPreview, way: BonusWay | null, t: Words) {
  const { amount, basis, choice, taxedOn, base } = preview;
  const { lossZone, refused, cheaper, saves } = choice;
  const taxes: Readonly<Record<BonusWay, Fen | null>> = { separate: choice.separate, merged: choice.merged };
  return {
    amount: moneyText(amount),
    basis: basisText(basis, t),
    ways: WAYS.filter((id) => id === 'separate' || choice.merged !== null || refused !== null).map((id) => ({
      id,
      name: t.t(`yearBonus.ways.${id}`),
      tax: taxes[id] === null ? '' : t.t('yearBonus.tax', { amount: moneyText(taxes[id]) }),
      net: taxes[id] === null ? '' : t.t('yearBonus.net', { amount: moneyText(amount - taxes[id]) }),
      on: way === id,
      isOff: id === 'separate' && taxes[id] === null,
      tag: cheaper === id && saves > 0 ? t.t('yearBonus.cheaper', { amount: moneyText(saves) }) : '',
    })),
    refused: refused ? t.t(`yearBonus.refused.${refused}`, { day: taxedOn ? dayText(taxedOn, t) : '' }) : '',
    zone: lossZone
      ? t.t('yearBonus.lossZone', { from: moneyText(lossZone.from), until: moneyText(lossZone.until) })
      : '',
    base:
      base === null
        ? t.t('yearBonus.noBase')
        : t.t('yearBonus.base', { amount: moneyText(Math.max(0, base)) }),
  };
}
