import type { Day } from '#contracts/common';
import type { PayRule, PayWarning } from '#contracts/pay';
import { AppError } from '../../shared/errors/app-error';

interface Dated {
  readonly rule: PayRule;
}

/**
 * The version of a rule that holds on a day: the latest that has begun. One whose end has passed is still the best that
 * is known; `warningsOf` says so.
 * @param id names the rule where there is no version at all
 * @throws AppError PAY_RULE_MISSING if none has begun
 */
export function versionOn<Version extends Dated>(
  versions: readonly Version[],
  day: Day,
  id: string,
): Version {
  const version = versions.findLast(({ rule }) => rule.from <= day);
  if (!version) throw new AppError('PAY_RULE_MISSING', { id, from: versions[0]?.rule.from ?? '' });
  return version;
}

/** What has to be said of a rule that is applied to a day: its end has passed, or nobody has read its text. */
export function warningsOf(rule: PayRule, day: Day): PayWarning[] {
  const ended: PayWarning[] =
    rule.until !== null && rule.until < day
      ? [{ code: 'rule-ended', inputs: [{ name: 'until', kind: 'day', value: rule.until }], rule }]
      : [];
  return rule.isUnverified ? [...ended, { code: 'rule-unverified', inputs: [], rule }] : ended;
}

/** Every warning once: several insurances share one rule. */
export function withoutRepeats(warnings: readonly PayWarning[]): PayWarning[] {
  const seen = new Set<string>();
  return warnings.filter(({ code, rule }) => {
    const key = `${code} ${rule?.id} ${rule?.from}`;
    return !seen.has(key) && seen.add(key);
  });
}
