import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { dayText, instantText } from '../../../../utils/dates';
import { type BonusModel, problemOf, sourceIn, type TypedRule } from './bonus.model';

/** The rules of the bonus, each from a day on, and who changed them. */
export function bonusView(model: BonusModel, t: Words) {
  const { data, rules, failure, busy, changed, utcOffset } = model;
  const shown = rules.map((rule, at) => ruleOf(rule, at, t));
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    rules: shown,
    canSave: changed && !busy && shown.every(({ problem }) => problem === ''),
    history: (data?.history ?? []).map(({ at, byName, byNameEn, version }) => ({
      key: version,
      text: t.t('bonus.change', {
        version,
        name: t.language === 'en' ? byNameEn || byName : byName,
        time: instantText(at, utcOffset, t),
      }),
    })),
    text: textOf(t),
  };
}

function ruleOf(rule: TypedRule, at: number, t: Words) {
  const problem = problemOf(rule);
  return {
    key: rule.key,
    at,
    from: rule.from,
    fromText: dayText(rule.from, t),
    to: rule.to ?? '',
    toText: rule.to ? dayText(rule.to, t) : t.t('bonus.noEnd'),
    source: sourceIn(rule.source, t.language),
    problem: problem ? t.t('bonus.problem', { number: at + 1, text: t.t(`bonus.bad.${problem}`) }) : '',
    rates: rule.rates.map((rate, index) => ({
      ...rate,
      id: index,
      remove: t.t('bonus.removeGrade', { grade: rate.grade }),
    })),
  };
}

const textOf = (t: Words) => ({
  loadFailed: t.t('bonus.loadFailed'),
  retry: t.t('common.retry'),
  intro: t.t('bonus.intro'),
  from: t.t('bonus.from'),
  to: t.t('bonus.to'),
  clearEnd: t.t('bonus.clearEnd'),
  grade: t.t('bonus.grade'),
  percent: t.t('bonus.percent'),
  plan: t.t('bonus.plan'),
  source: t.t('bonus.source'),
  sourceHint: t.t('bonus.sourceHint'),
  addRule: t.t('bonus.addRule'),
  addGrade: t.t('bonus.addGrade'),
  removeRule: t.t('bonus.removeRule'),
  save: t.t('bonus.save'),
  history: t.t('bonus.history'),
});
