import type { DeductionKind } from '#contracts/tax';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { dayText, monthText } from '../../../../utils/dates';
import { detailOf, type FormModel, KINDS, SIZES } from './form.model';

/** The form of one tax deduction. */
export function formView(model: FormModel, words: Words) {
  const { id, isLoaded, kind, failure, busy, changed } = model;
  const named = { name: words.t(`deductions.kinds.${kind}`) };
  return {
    mode: isLoaded ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    isNew: id === '',
    changing: id === '' ? '' : words.t('deductionForm.changing', named),
    kinds: KINDS.map((each) => ({ id: each, on: each === kind, text: words.t(`deductions.kinds.${each}`) })),
    ...whoView(model, words),
    ...whenView(model, words),
    ...moneyView(model, words),
    ready: changed && !busy && detailOf(model) !== null,
    busy,
    text: labels(words),
  };
}

const NAMED: readonly DeductionKind[] = ['child', 'infant', 'elder', 'certificate'];
const BORN: readonly DeductionKind[] = ['child', 'infant', 'elder'];
const isNamed = (kind: DeductionKind): kind is 'child' | 'infant' | 'elder' | 'certificate' =>
  NAMED.includes(kind);

const whoView = ({ kind, name, born }: FormModel, words: Words) => ({
  name,
  nameLabel: isNamed(kind) ? words.t(`deductionForm.name.${kind}`) : '',
  bornLabel: BORN.includes(kind) ? words.t('deductionForm.born') : '',
  born: born ?? '',
  bornText: born ? dayText(born, words) : words.t('deductionForm.pick'),
});

const MONTH_LABELS = { mortgage: 'deductionForm.firstPaid', degree: 'deductionForm.enrolled' } as const;

const whenView = ({ kind, month, obtained, from, until }: FormModel, words: Words) => ({
  monthLabel: kind === 'mortgage' || kind === 'degree' ? words.t(MONTH_LABELS[kind]) : '',
  month: month ?? '',
  monthText: month ? monthText(month, words) : words.t('deductionForm.pick'),
  obtainedLabel: kind === 'certificate' ? words.t('deductionForm.obtained') : '',
  obtained: obtained ?? '',
  obtainedText: obtained ? dayText(obtained, words) : words.t('deductionForm.pick'),
  ...{ from, fromText: monthText(from, words) },
  until: until ?? from,
  untilText: until ? monthText(until, words) : words.t('deductionForm.noUntil'),
  hasUntil: until !== null,
});

function moneyView(model: FormModel, words: Words) {
  const { kind, city, size, isOnlyChild, amount } = model;
  const isElder = kind === 'elder';
  return {
    shares: sharesOf(model, words),
    isRent: kind === 'rent',
    city,
    sizes: SIZES.map((id) => ({ id, on: id === size, text: words.t(`deductionForm.sizes.${id}`) })),
    isElder,
    onlyChildren: (['yes', 'no'] as const).map((id) => ({
      ...{ id, on: (id === 'yes') === isOnlyChild, text: words.t(`deductionForm.onlyChildren.${id}`) },
    })),
    isShared: isElder && !isOnlyChild,
    amount,
  };
}

function sharesOf({ kind, share }: FormModel, words: Words) {
  if (kind !== 'child' && kind !== 'infant' && kind !== 'mortgage') return [];
  const group = kind === 'mortgage' ? 'mortgageShares' : 'shares';
  return ([100, 50] as const).map((id) => ({
    ...{ id, on: id === share, text: words.t(`deductionForm.${group}.${id === 100 ? 'full' : 'half'}`) },
  }));
}

const labels = (words: Words) => ({
  retry: words.t('common.retry'),
  loadFailed: words.t('deductions.loadFailed'),
  kind: words.t('deductionForm.kind'),
  share: words.t('deductionForm.share'),
  city: words.t('deductionForm.city'),
  cityHint: words.t('deductionForm.cityHint'),
  size: words.t('deductionForm.size'),
  onlyChild: words.t('deductionForm.onlyChild'),
  amount: words.t('deductionForm.amount'),
  amountHint: words.t('deductionForm.amountHint'),
  from: words.t('deductionForm.from'),
  until: words.t('deductionForm.until'),
  clear: words.t('deductionForm.clear'),
  note: words.t('deductionForm.note'),
  send: words.t('deductionForm.send'),
});
