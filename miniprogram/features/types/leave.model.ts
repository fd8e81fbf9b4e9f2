import type { Day } from '../../../typings/contracts/common';
import type { GrantRule, LeaveRule, LeaveTypeSettings } from '../../../typings/contracts/request-rules';
import { completeText, figureOf } from './edit-row';
import { changedLongPay, changedLoss } from './rule-terms.model';
import { arranged, type Path, replaced } from './type.model';
import { closed } from './type-change';

/** A leave type while it is edited. Figures that are no figures yet are NaN. */
export type LeaveDraft = Omit<LeaveTypeSettings, 'version'>;

/** Leave minutes of one day. */
export const DAY_MINUTES = 480;
const COMP_TIME = 'comp-time';

/** Regions that the product knows the law of, and their cities. */
const REGIONS = [
  ...['china', 'beijing', 'shanghai', 'guangdong', 'zhejiang', 'sichuan'],
  ...['guangzhou', 'shenzhen', 'dongguan', 'foshan', 'zhuhai'],
  ...['hangzhou', 'ningbo', 'wenzhou', 'chengdu', 'mianyang'],
] as const;

/** Those, and the one that a rule stands for already. */
export const regionsFor = (rule: LeaveRule): readonly string[] =>
  (REGIONS as readonly string[]).includes(rule.region) ? REGIONS : [...REGIONS, rule.region];

export const newLeaveType = (id: string, today: Day): LeaveDraft => ({
  id,
  name: { 'zh-CN': '', en: '' },
  enabled: true,
  rules: [
    {
      from: today,
      region: 'china',
      unit: 'day',
      step: DAY_MINUTES,
      paidShares: [{ years: 0, share: 100 }],
      counts: 'working-days',
      grant: null,
      carry: null,
      attachment: null,
      mostPerRequest: null,
      mostPerYear: null,
      waitingMonths: 0,
      notInProbation: false,
      sex: null,
      blockable: true,
      source: { 'zh-CN': '公司制度', en: 'Company rules' },
      verified: true,
    },
  ],
});

const figure = (value: string): number => figureOf(value) ?? Number.NaN;
/** Leave minutes of written days; null for an empty line. */
const minutesOf = (value: string): number | null => {
  const days = figureOf(value);
  return days === null ? null : Math.round(days * DAY_MINUTES);
};
const someMinutes = (value: string): number => minutesOf(value) ?? Number.NaN;

const STEPS: Readonly<Record<LeaveRule['unit'], number>> = {
  day: DAY_MINUTES,
  half: DAY_MINUTES / 2,
  hour: 30,
};

function grantOf(by: string, before: GrantRule | null): GrantRule | null {
  if (by === before?.by) return before;
  if (by === 'service') return { by, waitingMonths: 12, tiers: [{ years: 1, days: 5 }] };
  if (by === 'year') return { by, minutes: DAY_MINUTES };
  return by === 'child' ? { by, minutes: 5 * DAY_MINUTES, underYears: 3 } : null;
}

/** One written or chosen value of a rule. */
function changedRule(rule: LeaveRule, id: string, value: string): LeaveRule {
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
      return { ...rule, source: { ...rule.source, [part === 'en' ? 'en' : 'zh-CN']: value } };
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

/** A value of the row `id` in the sheet at `path`, or on the page where no sheet is open. */
export function changeLeave(draft: LeaveDraft, path: Path, id: string, value: string): LeaveDraft {
  if (path[0] === 'rule')
    return {
      ...draft,
      rules: replaced(draft.rules, Number(path[1]), (rule) => changeInRule(rule, path, id, value)),
    };
  if (id === 'name.zh-CN') return { ...draft, name: { ...draft.name, 'zh-CN': value } };
  if (id === 'name.en') return { ...draft, name: { ...draft.name, en: value } };
  return id === 'enabled' ? { ...draft, enabled: value === 'yes' } : draft;
}

function changeInRule(rule: LeaveRule, path: Path, id: string, value: string): LeaveRule {
  const [, , inner, index] = path;
  const at = Number(index);
  const set = <T>(tier: T): T => ({ ...tier, [id]: figure(value) });
  if (inner === 'share') return { ...rule, paidShares: replaced(rule.paidShares, at, set) };
  if (inner !== 'tier') return changedRule(rule, id, value);
  return rule.grant?.by === 'service'
    ? { ...rule, grant: { ...rule.grant, tiers: replaced(rule.grant.tiers, at, set) } }
    : rule;
}

/** A row that leads on, adds something or takes it away. */
export function openLeave(
  draft: LeaveDraft,
  path: Path,
  id: string,
  today: Day,
): { draft: LeaveDraft; path: Path } {
  if (id === 'add-rule') {
    const like = draft.rules[draft.rules.length - 1];
    if (!like) return { draft, path };
    const rules = [...draft.rules, { ...like, from: today }];
    return { draft: { ...draft, rules }, path: ['rule', String(draft.rules.length)] };
  }
  if (path[0] !== 'rule' || (id !== 'remove' && !id.startsWith('add-')))
    return { draft, path: [...path, ...id.split(':')] };
  const at = Number(path[1]);
  if (id === 'remove' && path.length === 2)
    return { draft: { ...draft, rules: arranged(draft.rules, at, 'remove') }, path: [] };
  const rule = draft.rules[at];
  if (!rule) return { draft, path };
  const after = tiersChanged(rule, path, id);
  const list = id === 'add-share' ? rule.paidShares : rule.grant?.by === 'service' ? rule.grant.tiers : [];
  const next = id === 'remove' ? closed(path) : [...path, id.slice(4), String(list.length)];
  return { draft: { ...draft, rules: replaced(draft.rules, at, () => after) }, path: next };
}

function tiersChanged(rule: LeaveRule, path: Path, id: string): LeaveRule {
  const { grant, paidShares } = rule;
  const isShare = id === 'add-share' || path[2] === 'share';
  const at = Number(path[3]);
  if (isShare) {
    const added = [...paidShares, { years: Number.NaN, share: Number.NaN }];
    return { ...rule, paidShares: id === 'remove' ? arranged(paidShares, at, 'remove') : added };
  }
  if (grant?.by !== 'service') return rule;
  const added = [...grant.tiers, { years: Number.NaN, days: Number.NaN }];
  return {
    ...rule,
    grant: { ...grant, tiers: id === 'remove' ? arranged(grant.tiers, at, 'remove') : added },
  };
}

const byYears = <T extends { readonly years: number }>(tiers: readonly T[]): T[] =>
  [...tiers].sort((a, b) => a.years - b.years);

/** The draft as it is saved: English where it was left out, tiers in their order. */
export const completeLeave = (draft: LeaveDraft): LeaveDraft => ({
  ...draft,
  name: completeText(draft.name),
  rules: draft.rules.map((rule) => ({
    ...rule,
    source: completeText(rule.source),
    paidShares: byYears(rule.paidShares),
    grant: rule.grant?.by === 'service' ? { ...rule.grant, tiers: byYears(rule.grant.tiers) } : rule.grant,
  })),
});

/** Overtime credits comp time, and nothing else. */
export const isCompTime = ({ id }: Pick<LeaveDraft, 'id'>): boolean => id === COMP_TIME;
