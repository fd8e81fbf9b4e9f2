import type { Day } from '#contracts/common';
import type { GrantRule, LeaveRule } from '#contracts/leave-type';
import { rewritten } from '../../common/local-text';
import { LEAVE_DAY_MINUTES } from '../../common/units';
import { figure, figureOf } from './edit-row';
import { changedLongPay, changedLoss } from './rule-terms.model';

/** Regions that the product knows the law of, and their cities. */
const REGIONS = [
  ...['china', 'beijing', 'shanghai', 'guangdong', 'zhejiang', 'sichuan'],
  ...['guangzhou', 'shenzhen', 'dongguan', 'foshan', 'zhuhai'],
  ...['hangzhou', 'ningbo', 'wenzhou', 'chengdu', 'mianyang'],
] as const;

/** The known regions, and the region of the rule if it is another one. */
export const regionsFor = (rule: LeaveRule): readonly string[] =>
  (REGIONS as readonly string[]).includes(rule.region) ? REGIONS : [...REGIONS, rule.region];

/** Leave minutes of written days; null for an empty line. */
const minutesOf = (value: string): number | null => {
  const days = figureOf(value);
  return days === null ? null : Math.round(days * LEAVE_DAY_MINUTES);
};
const someMinutes = (value: string): number => minutesOf(value) ?? Number.NaN;

const STEPS: Readonly<Record<LeaveRule['unit'], number>> = {
  day: LEAVE_DAY_MINUTES,
  half: LEAVE_DAY_MINUTES / 2,
  hour: 30,
};

function grantOf(by: string, before: GrantRule | null): GrantRule | null {
  if (by === before?.by) return before;
  if (by === 'service') return { by, waitingMonths: 12, tiers: [{ years: 1, days: 5 }] };
  if (by === 'year') return { by, minutes: LEAVE_DAY_MINUTES };
  return by === 'child' ? { by, minutes: 5 * LEAVE_DAY_MINUTES, underYears: 3 } : null;
}

/** One written or chosen value of a rule. */
export function changedRule(rule: LeaveRule, id: string, value: string): LeaveRule {
  const [name = '', part] = id.split('.');
  switch (name) {
    case 'from':
      return { ...rule, from: value as Day };
    case 'region':
      return { ...rule, region: regionsFor(rule)[Number(value)] ?? rule.region };
    case 'unit':
      return { ...rule, unit: value as LeaveRule['unit'], step: STEPS[value as LeaveRule['unit']] };
    case 'step':
      return { ...rule, step: Number(value) };
    case 'counts':
      return { ...rule, counts: value as LeaveRule['counts'] };
    case 'grant':
      return changedGrant(rule, part, value);
    case 'lostBy':
      return changedLoss(rule, part, value);
    case 'longPay':
      return changedLongPay(rule, part, value);
    case 'carry':
      return changedCarry(rule, part, value);
    case 'attachment':
      return changedAttachment(rule, part, value);
    case 'mostPerRequest':
    case 'mostPerYear':
      return { ...rule, [name]: minutesOf(value) };
    case 'waitingMonths':
      return { ...rule, waitingMonths: figure(value) };
    case 'notInProbation':
    case 'blockable':
    case 'verified':
      return { ...rule, [name]: value === 'yes' };
    case 'sex':
      return { ...rule, sex: value === 'any' ? null : (value as 'female') };
    case 'source':
      return { ...rule, source: rewritten(rule.source, part === 'en' ? 'en' : 'zh-CN', value) };
    default:
      return rule;
  }
}

function changedGrant(rule: LeaveRule, part: string | undefined, value: string): LeaveRule {
  const { grant } = rule;
  if (part === undefined) {
    const after = grantOf(value, grant);
    return { ...rule, grant: after, carry: after === null ? null : rule.carry };
  }
  if (grant?.by === 'service') return { ...rule, grant: { ...grant, waitingMonths: figure(value) } };
  if (grant?.by !== 'year' && grant?.by !== 'child') return rule;
  if (part === 'under' && grant.by === 'child')
    return { ...rule, grant: { ...grant, underYears: figure(value) } };
  return { ...rule, grant: { ...grant, minutes: someMinutes(value) } };
}

function changedCarry(rule: LeaveRule, part: string | undefined, value: string): LeaveRule {
  if (part === undefined)
    return { ...rule, carry: value === 'yes' ? (rule.carry ?? { most: null, until: '12-31' }) : null };
  if (!rule.carry) return rule;
  const carry =
    part === 'most' ? { ...rule.carry, most: minutesOf(value) } : { ...rule.carry, until: value.slice(5) };
  return { ...rule, carry };
}

function changedAttachment(rule: LeaveRule, part: string | undefined, value: string): LeaveRule {
  const after = rule.attachment?.after ?? 0;
  if (part === undefined)
    return { ...rule, attachment: value === 'none' ? null : { after, later: value === 'later' } };
  return rule.attachment ? { ...rule, attachment: { ...rule.attachment, after: someMinutes(value) } } : rule;
}
