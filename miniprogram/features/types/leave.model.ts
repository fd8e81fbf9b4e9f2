import type { Day } from '#contracts/common';
import type { LeaveRule, LeaveTypeSettings } from '#contracts/leave-type';
import { completeText, rewritten } from '../../common/local-text';
import { LEAVE_DAY_MINUTES } from '../../common/units';
import { figure } from './edit-row';
import { changedRule } from './leave-rule.model';
import { arranged, type Path, replaced } from './type.model';
import { closed } from './type-change';

/** A leave type while it is edited. Figures that are no figures yet are NaN. */
export type LeaveDraft = Omit<LeaveTypeSettings, 'version'>;

const COMP_TIME = 'comp-time';

export const newLeaveType = (id: string, today: Day): LeaveDraft => ({
  id,
  name: { 'zh-CN': '', en: '' },
  enabled: true,
  rules: [
    {
      from: today,
      region: 'china',
      unit: 'day',
      step: LEAVE_DAY_MINUTES,
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

/** A value of the row `id` in the sheet at `path`, or on the page where no sheet is open. */
export function changeLeave(draft: LeaveDraft, path: Path, id: string, value: string): LeaveDraft {
  if (path[0] === 'rule')
    return {
      ...draft,
      rules: replaced(draft.rules, Number(path[1]), (rule) => changeInRule(rule, path, id, value)),
    };
  if (id === 'name.zh-CN') return { ...draft, name: rewritten(draft.name, 'zh-CN', value) };
  if (id === 'name.en') return { ...draft, name: rewritten(draft.name, 'en', value) };
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
