import type { Day, Minutes, Month } from '#contracts/common';
import type { PlanField } from '#contracts/errors';
import type { ContributionKind, FundRate } from '#contracts/insurance';
import type { Role } from '#contracts/person';
import { spanText } from '../common/attendance-text';
import { CHINA_UTC_OFFSET } from '../common/units';
import type { Failure } from '../services/client-error';
import { dayOf, dayText, instantText, monthText, timeOf } from '../utils/dates';
import { daysText, leaveText, moneyText } from './request-text';
import type { TextKey } from './texts';
import type { TextData, Words } from './words';
import { zhCN } from './zh-CN';

/** The message of a failure with its data, in the person's language. */
export function errorText(failure: Failure, words: Words, utcOffset: Minutes = CHINA_UTC_OFFSET): string {
  const facts: Record<string, string | number> = { requestId: failure.requestId };
  for (const [name, value] of Object.entries(failure.data)) {
    if (typeof value === 'string' || typeof value === 'number') facts[name] = value;
  }
  return words.t(keyOf(failure), {
    ...facts,
    ...whatOf(failure, words),
    ...spoken(failure, words, utcOffset),
  });
}

/** Data fields that select a more specific message of a code. */
const VARIANT_KEYS = ['rule', 'where', 'per'] as const;

/** Key of the message for the rule if there is one, else for the code. */
function keyOf({ code, data }: Failure): TextKey {
  const sentences: object = (zhCN.errorRules as Readonly<Record<string, object>>)[code] ?? {};
  const rule = VARIANT_KEYS.map((name) => String(data[name])).find((each) => each in sentences);
  return rule === undefined ? `errors.${code}` : (`errorRules.${code}.${rule}` as TextKey);
}

/** 人事和管理员 */
function rolesText(roles: string, words: Words): string {
  const names = roles.split(',').map((role) => words.t(`whoMay.roles.${role as Role}`));
  const [last = '', ...others] = names.reverse();
  if (others.length === 0) return last;
  return words.t('whoMay.and', { others: others.reverse().join(words.t('common.listSeparator')), last });
}

/** 2026年9月、2026年10月, of months with commas. */
export const monthsText = (months: string, words: Words): string =>
  months
    .split(',')
    .map((month) => monthText(month as Month, words))
    .join(words.t('common.listSeparator'));

/** The month, and whom it would pay twice, where that is why. */
const runFacts = ({ month, namesZh, namesEn }: Failure['data'], words: Words): TextData => ({
  month: monthText(month as Month, words),
  names: String((words.language === 'en' ? namesEn : namesZh) ?? ''),
});

/** Of a rule of a paid month: which, and what is possible; other refusals have no days. */
const bonusRuleFacts = ({ month, first }: Failure['data'], words: Words): TextData =>
  month === undefined ? {} : { month: monthText(month as Month, words), first: dayText(first as Day, words) };

/** The bounds of an average wage; other refusals have no figures. */
function averageFacts({ least, most }: Failure['data']): TextData {
  return least === undefined ? {} : { least: moneyText(Number(least)), most: moneyText(Number(most)) };
}

function rateFacts({ kind, side }: Failure['data'], words: Words): TextData {
  return {
    kind: words.t(`contributions.${kind as ContributionKind}`),
    side: side ? words.t(`rateSides.${side as keyof FundRate}`) : '',
  };
}

/** What a rule such as `cn.shanghai.pension` is about. */
function ruleName(id: string, words: Words): string {
  const [, place, what = ''] = id.split('.');
  if (place === 'tax') return words.t('payRules.tax');
  return what in zhCN.payRules
    ? words.t(`payRules.${what as keyof typeof zhCN.payRules}`)
    : words.t(`contributions.${what as ContributionKind}`);
}

const LAST_PARTS = 2;

type FieldNames = Readonly<Record<string, string>>;
const FIELDS_OF: Readonly<Record<string, FieldNames>> = zhCN.inputFieldsOf;

/** What a person calls a field that an error of the code names; undefined if it has no name. */
function fieldName(code: string, field: string, words: Words): string | undefined {
  if (Object.keys(FIELDS_OF[code] ?? {}).includes(field))
    return words.t(`inputFieldsOf.${code}.${field}` as TextKey);
  return Object.keys(zhCN.inputFields).includes(field)
    ? words.t(`inputFields.${field}` as TextKey)
    : undefined;
}

/**
 * 规则 2 · 开始日期: what has a position, and the end of the path. Names of an action's input mean nothing to a person:
 * what has no name of its own is one of the entries.
 */
function fieldText(code: string, path: string, words: Words): string {
  const parts: { readonly name: string; readonly position: string }[] = [];
  for (const field of path.split('.')) {
    const last = parts[parts.length - 1];
    if (/^\d+$/.test(field) && last) parts[parts.length - 1] = { ...last, position: ` ${Number(field) + 1}` };
    const name = fieldName(code, field, words);
    if (name !== undefined && name !== last?.name) parts.push({ name, position: '' });
  }
  const shown = parts.filter(({ position }, at) => position !== '' || at >= parts.length - LAST_PARTS);
  const text = shown.map(({ name, position }) => name + position).join(words.t('common.separator'));
  return text || words.t('inputFields.other');
}

/** What an error is about: as the page calls it if it knows better, else by its path. */
function whatOf({ code, data }: Failure, words: Words): TextData {
  const { label, path, field } = data;
  if (label !== undefined) return { what: String(label) };
  const named = path ?? field;
  return typeof named === 'string' ? { what: fieldText(code, named, words) } : {};
}

/** Of a base of paid months: what is possible, or since when nobody is paid any more; other refusals have no days. */
const baseFacts = ({ first, day }: Failure['data'], words: Words): TextData => ({
  ...(first !== undefined && { first: monthText(first as Month, words) }),
  ...(day !== undefined && { day: dayText(day as Day, words) }),
});

/** Formats data that is not shown as sent: instants, days, site names. */
function spoken({ code, data }: Failure, words: Words, utcOffset: Minutes): TextData {
  switch (code) {
    case 'FORBIDDEN':
      return data.rule === 'role' ? { who: rolesText(String(data.roles), words) } : {};
    case 'BIOMETRIC_REQUIRED':
      return { site: String(words.language === 'en' ? data.siteEn : data.siteZh) };
    case 'OUTSIDE_FENCE':
      return {
        site: String(words.language === 'en' ? data.siteEn : data.siteZh),
        beyond: Math.ceil(Number(data.beyond)),
      };
    case 'REVIEW_EMPTY':
      return { item: String(words.language === 'en' ? data.itemEn : data.itemZh) };
    case 'SITE_CODE_INVALID':
      return { why: words.t(`doors.code.${data.reason as 'expired' | 'used' | 'unknown'}`) };
    case 'LOCATION_IMPRECISE':
      return { accuracy: Math.round(Number(data.accuracy)) };
    case 'BIND_LIMIT':
      return { retryAt: timeOf(Number(data.retryAt), utcOffset) };
    case 'PASS_LOCKED':
    case 'PROOF_LIMIT':
    case 'RATE_LIMITED':
      return { retryAt: instantText(Number(data.retryAt), utcOffset, words) };
    case 'PUNCH_TOO_LATE':
      return {
        tappedAt: instantText(Number(data.tappedAt), utcOffset, words),
        day: dayText(data.day as Day, words),
      };
    case 'EVENT_TOO_LARGE':
      return { limitKb: Math.floor(Number(data.limit) / 1024) };
    case 'INVITE_INVALID':
    case 'PASS_WRONG':
      return { count: Number(data.left) };
    case 'PAY_RUN_REFUSED':
      return runFacts(data, words);
    case 'PAY_FILE_REFUSED':
    case 'MONTH_LOCKED':
    case 'MONTH_NOT_OVER':
      return { month: monthText(data.month as Month, words) };
    case 'ONE_OFF_REFUSED':
      return averageFacts(data);
    case 'PAY_FILE_ACCOUNTS':
    case 'PAY_FILE_EXPORTED':
      return { at: instantText(Number(data.at), utcOffset, words) };
    case 'PAY_FILE_UNBALANCED':
      return data.rule === 'people'
        ? {}
        : { file: moneyText(Number(data.file)), run: moneyText(Number(data.run)) };
    case 'LEAVE_BALANCE_SHORT':
      return {
        wanted: leaveText(Number(data.wanted), words, unitOf(data)),
        left: leaveText(Number(data.left), words, unitOf(data)),
      };
    case 'LEAVE_TOO_LONG':
      return { limit: leaveText(Number(data.limit), words, unitOf(data)) };
    case 'PERIOD_OVERLAPS':
      return {
        name: String(words.language === 'en' ? data.nameEn : data.nameZh),
        time: daysText(dayOf(Number(data.from), utcOffset), dayOf(Number(data.to), utcOffset), words),
      };
    case 'OBJECTIVE_AGREED':
      return { name: String(words.language === 'en' ? data.nameEn : data.nameZh) };
    case 'OVERTIME_LIMIT':
      return {
        minutes: spanText(Number(data.minutes), words),
        limit: spanText(Number(data.limit), words),
      };
    case 'BLOCKED_DAY':
      return {
        day: dayText(data.day as Day, words),
        name: String(words.language === 'en' ? data.nameEn : data.nameZh),
      };
    case 'CORRECTION_TOO_LATE':
      return {
        day: dayText(data.day as Day, words),
        lastDay: dayText(data.lastDay as Day, words),
      };
    case 'DEDUCTION_INVALID':
      return deductionFacts(data, words);
    case 'BONUS_RULE_INVALID':
      return bonusRuleFacts(data, words);
    case 'BONUS_RULES_PAID':
      return { months: monthsText(String(data.months), words) };
    case 'BONUS_SEPARATE_USED':
      return { day: dayText(data.day as Day, words) };
    case 'BASES_INVALID':
      return baseFacts(data, words);
    case 'BASE_INVALID':
      return { kind: words.t(`contributions.${data.field as ContributionKind | 'insurance'}`) };
    case 'RATE_OUT_OF_RANGE':
    case 'RATE_NOT_IN_STEPS':
      return rateFacts(data, words);
    case 'PAY_RULE_MISSING':
      return { what: ruleName(String(data.id), words) };
    case 'PAY_RULE_ENDED':
      return { until: dayText(data.until as Day, words) };
    case 'SALARY_INVALID':
      return data.day ? { day: dayText(data.day as Day, words) } : {};
    case 'PLAN_REFUSED':
      return planFacts(data, words);
    case 'APPEAL_TOO_LATE':
      return { lastDay: dayText(data.lastDay as Day, words) };
    case 'CORRECTION_NOT_NEEDED':
      return { day: dayText(data.day as Day, words) };
    case 'REPORT_DAY_INVALID':
    case 'REVIEW_NOT_OPEN':
      return { from: dayText(data.from as Day, words), to: dayText(data.to as Day, words) };
    case 'URGE_TOO_SOON':
      return { nextAt: timeOf(Number(data.nextAt), utcOffset) };
    case 'EXPENSE_PAID':
      return { day: dayText(dayOf(Number(data.paidAt), utcOffset), words) };
    case 'MONTH_OUT_OF_RANGE':
      return { from: monthText(data.from as Month, words), to: monthText(data.to as Month, words) };
    default:
      return {};
  }
}

/** The share of an elder is an amount in fen; what is declared is counted. */
const deductionFacts = ({ rule, month, max }: Failure['data'], words: Words): TextData => ({
  ...(month === undefined ? {} : { month: monthText(month as Month, words) }),
  ...(rule === 'share' ? { max: moneyText(Number(max)) } : {}),
});

/** What of a plan is not right, where it can be put right at a field. */
const planFacts = ({ field }: Failure['data'], words: Words): TextData =>
  field === undefined ? {} : { what: words.t(`planFields.${field as PlanField}`) };

/** Of leave that is counted in hours. */
const unitOf = ({ unit }: Failure['data']): 'hour' | undefined => (unit === 'hour' ? unit : undefined);
