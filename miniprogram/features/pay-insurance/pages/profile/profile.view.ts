import type { ContributionKind, OwnAverage, RateRange } from '#contracts/insurance';
import type { InsuranceProfile, ProfileEffect, RuleInForce } from '#contracts/insurance-records';
import { errorText } from '../../../../locales/error-text';
import { moneyText } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { dayShort, dayText, instantText, monthText } from '../../../../utils/dates';
import {
  CITIES,
  kindsOf,
  type ProfileModel,
  problemOf,
  rateOf,
  type TypedNotice,
  withNotice,
} from './profile.model';

/** The rules of a city, what the company has entered of it, and what a change comes to. */
export function profileView(model: ProfileModel, t: Words) {
  const { city, data, choice, limits, rates, averages, notice, effect, changed, busy } = model;
  const { failure, utcOffset } = model;
  const refused = failure && rateOf(failure);
  const problem = problemOf(choice);
  const isReady =
    changed && !busy && problem === null && (notice === null || withNotice(model, notice) !== null);
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure && !refused ? errorText(failure, t) : '',
    // Said at its field.
    refused: failure && refused ? { [refused]: errorText(failure, t) } : {},
    cities: CITIES.map((id) => ({ id, name: t.t(`profile.cities.${id}`), isOn: id === city })),
    rules: (data?.inForce ?? []).map((rule) => ruleRow(rule, t)),
    note: data?.choices.length === 0 ? t.t('profile.notChosen') : '',
    choice: { ...choice, fromText: monthText(choice.from, t) },
    tiers: ([1, 2] as const).map((tier) => ({
      tier,
      name: t.t(tier === 1 ? 'profile.tiers.first' : 'profile.tiers.second'),
      isOn: choice.medicalTier === tier,
    })),
    hasTiers: city === 'shenzhen',
    ranges: rangesOf(data, t),
    problem: problem ? t.t(`profile.bad.${problem}`) : '',
    entered: [
      ...limits.map(({ kind, from, floor, cap, source }, at) => ({
        ...{ key: `limits-${at}`, what: 'limits' as const, at },
        text: t.t('profile.entered', {
          ...{ kind: nameOf(kind, t), from: dayText(from, t), source },
          what: t.t('profile.limits', { floor: moneyText(floor), cap: moneyText(cap) }),
        }),
      })),
      ...rates.map(({ kind, from, employer, employee, source }, at) => ({
        ...{ key: `rates-${at}`, what: 'rates' as const, at },
        text: t.t('profile.entered', {
          ...{ kind: nameOf(kind, t), from: dayText(from, t), source },
          what: t.t('profile.rates', { employer: employer.percent, employee: employee.percent }),
        }),
      })),
      ...averages.map(({ year, month, publishedOn, source }, at) => ({
        ...{ key: `averages-${at}`, what: 'averages' as const, at },
        text: averageText({ year, month, publishedOn, source }, t),
      })),
    ],
    averages: (data?.knownAverages ?? []).map(({ year, month, rule: { from, source, isUnverified } }) => ({
      year,
      text: averageText({ year, month, publishedOn: from, source }, t),
      tag: isUnverified ? t.t('profile.unverified') : '',
    })),
    noAverage: data?.knownAverages.length === 0 ? t.t('profile.noAverage') : '',
    notice: notice && noticeOf(notice, withNotice(model, notice) !== null, t),
    kinds: notice ? kindsOf(notice).map((kind) => nameOf(kind, t)) : [],
    effect: effect ? effectText(effect, t) : null,
    canPreview: isReady,
    canSave: isReady,
    history: (data?.history ?? []).map(({ at, byName, byNameEn, version }) => ({
      key: version,
      text: t.t('profile.changed', {
        version,
        name: t.language === 'en' ? byNameEn || byName : byName,
        time: instantText(at, utcOffset, t),
      }),
    })),
    text: textOf(t),
  };
}

/** What the city allows of the fund; the supplementary one empty where there is none. */
function rangesOf(data: InsuranceProfile | null, t: Words) {
  const ranges = data?.ranges;
  if (!ranges) return { fund: '', supplementary: '' };
  const extra = ranges.supplementaryFund;
  return {
    fund: rangeText(ranges.fund, t),
    supplementary: extra ? t.t('profile.supplementaryHint', { range: rangeText(extra, t) }) : '',
  };
}

const rangeText = ({ least, most, step }: RateRange, t: Words): string =>
  step === undefined
    ? t.t('profile.range', { least, most })
    : t.t('profile.rangeInSteps', { least, most, step });

const averageText = ({ year, month, publishedOn, source }: OwnAverage, t: Words): string =>
  t.t('profile.average', { year, source, amount: moneyText(month), day: dayShort(publishedOn, t) });

const FIELDS = {
  limits: ['profile.floor', 'profile.cap', 'profile.bad.notice'],
  rates: ['profile.employer', 'profile.employee', 'profile.bad.notice'],
  averages: ['profile.averageYear', 'profile.averageMonth', 'profile.bad.average'],
} as const;

function noticeOf(notice: TypedNotice, isComplete: boolean, t: Words) {
  const [first, second, missing] = FIELDS[notice.what];
  const isAverage = notice.what === 'averages';
  return {
    ...notice,
    fromText: dayText(notice.from, t),
    untilText: notice.until ? dayText(notice.until, t) : t.t('profile.noEnd'),
    kindAt: kindsOf(notice).indexOf(notice.kind),
    kindText: nameOf(notice.kind, t),
    ways: (['limits', 'rates', 'averages'] as const).map((what) => ({
      ...{ what, name: t.t(`profile.ways.${what}`), isOn: notice.what === what },
    })),
    isAverage,
    fromLabel: t.t(isAverage ? 'profile.averagePublished' : 'profile.noticeFrom'),
    firstLabel: t.t(first),
    secondLabel: t.t(second),
    problem: isComplete ? '' : t.t(missing),
  };
}

/** A name stands at the start of a line. */
function nameOf(kind: ContributionKind, t: Words): string {
  const name = t.t(`contributions.${kind}`);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function ruleRow({ kind, limits, employer, employee, rates, isEnded }: RuleInForce, t: Words) {
  const fixed = employee.fixed ? [t.t('profile.fixed', { amount: moneyText(employee.fixed) })] : [];
  const rate = t.t('profile.rates', { employer: employer.percent, employee: employee.percent });
  const isUnverified = rates.isUnverified || limits.rule.isUnverified;
  return {
    kind,
    name: nameOf(kind, t),
    limits: t.t('profile.limits', { floor: moneyText(limits.floor), cap: moneyText(limits.cap) }),
    rates: [rate, ...fixed].join(t.t('common.separator')),
    source: [...new Set([limits.rule.source, rates.source])].map((source) =>
      t.t('profile.source', { source }),
    ),
    tag: isEnded ? t.t('profile.ended') : isUnverified ? t.t('profile.unverified') : '',
  };
}

function effectText({ month, people, changed, before, after }: ProfileEffect, t: Words) {
  return {
    people: t.t('profile.effect', { month: monthText(month, t), people, changed }),
    sides: t.t('profile.sides', {
      employeeBefore: moneyText(before.employee),
      employeeAfter: moneyText(after.employee),
      employerBefore: moneyText(before.employer),
      employerAfter: moneyText(after.employer),
    }),
  };
}

const textOf = (t: Words) => ({
  loadFailed: t.t('profile.loadFailed'),
  retry: t.t('common.retry'),
  intro: t.t('profile.intro'),
  inForce: t.t('profile.inForce'),
  choice: t.t('profile.choice'),
  from: t.t('profile.from'),
  injury: t.t('profile.injury'),
  fundEmployer: t.t('profile.fundEmployer'),
  fundEmployee: t.t('profile.fundEmployee'),
  supplementaryEmployer: t.t('profile.supplementaryEmployer'),
  supplementaryEmployee: t.t('profile.supplementaryEmployee'),
  personal: t.t('profile.personal'),
  tier: t.t('profile.tier'),
  notice: t.t('profile.notice'),
  noticeHint: t.t('profile.noticeHint'),
  kind: t.t('profile.kind'),
  averages: t.t('profile.averages'),
  averagesHint: t.t('profile.averagesHint'),
  noticeUntil: t.t('profile.noticeUntil'),
  noticeSource: t.t('profile.noticeSource'),
  addNotice: t.t('profile.addNotice'),
  remove: t.t('profile.remove'),
  preview: t.t('profile.preview'),
  save: t.t('profile.save'),
  history: t.t('profile.history'),
});
