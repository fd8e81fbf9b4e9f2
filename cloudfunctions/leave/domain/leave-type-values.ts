import type { ChangeEntry } from '#contracts/change';
import type { LeaveRule, LeaveTypeSettings } from '#contracts/leave-type';
import { changedValues } from '../../shared/history/changed-values';

type Parts = Pick<LeaveTypeSettings, 'name' | 'enabled' | 'rules'>;

/**
 * What differs between two versions of a leave type, for the history: rules by `region@from`, field by field; a rule
 * that is only in one of them is `+`.
 */
export function leaveTypeValues(before: Parts, after: Parts): Pick<ChangeEntry, 'values'> {
  const [old, updated] = [byKey(before.rules), byKey(after.rules)];
  const shared = (key: string) => old.has(key) && updated.has(key);
  const readable = (parts: Parts, rules: ReadonlyMap<string, LeaveRule>): object => ({
    ...parts,
    rules: Object.fromEntries([...rules].map(([key, rule]) => [key, shared(key) ? fieldsOf(rule) : '+'])),
  });
  return changedValues(readable(before, old), readable(after, updated));
}

const byKey = (rules: readonly LeaveRule[]): ReadonlyMap<string, LeaveRule> =>
  new Map(rules.map((rule) => [`${rule.region}@${rule.from}`, rule]));

const fieldsOf = ({ paidShares, ...rule }: LeaveRule): object => ({
  ...rule,
  paidShares: paidShares.map(({ years, share }) => `${years}:${share}`),
});
