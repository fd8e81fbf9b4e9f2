import type { LocalText } from '#contracts/common';
import type { LeaveRule, RuleWarning } from '#contracts/leave-type';
import { spanText } from '../../common/attendance-text';
import { leaveText } from '../../locales/request-text';
import type { TextKey } from '../../locales/texts';
import type { TextData, Words } from '../../locales/words';

/** The name of a region; one that the product has no name for is shown as it is written. */
export function regionText(region: string, words: Words): string {
  const key = `regions.${region}` as TextKey;
  const name = words.t(key);
  return name === key ? region : name;
}

/** How people come by it: 按工龄 5–15 天, 每年 5 天. */
export function grantText({ grant }: LeaveRule, words: Words): string {
  switch (grant?.by) {
    case 'service': {
      const days = grant.tiers.map((tier) => tier.days).filter((each) => !Number.isNaN(each));
      const range = days.length > 1 ? `${Math.min(...days)}–${Math.max(...days)}` : String(days[0] ?? 0);
      return words.t('leaveTypes.grants.serviceDays', { days: range });
    }
    case 'year':
      return words.t('leaveTypes.grants.yearDays', { amount: leaveText(grant.minutes, words) });
    case 'child':
      return words.t('leaveTypes.grants.childDays', {
        amount: leaveText(grant.minutes, words),
        years: grant.underYears,
      });
    case 'overtime':
      return words.t('leaveTypes.grants.overtime');
    default:
      return words.t('leaveTypes.grants.none');
  }
}

export function payText({ paidShares }: LeaveRule, words: Words): string {
  const shares = paidShares.map(({ share }) => share).filter((share) => !Number.isNaN(share));
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  if (shares.length === 0) return '';
  if (most === 0) return words.t('leaveTypes.unpaid');
  return words.t('leaveTypes.paid', { share: least === most ? String(most) : `${least}–${most}` });
}

/** A rule in one line. */
export function ruleText(rule: LeaveRule, words: Words): string {
  const most = rule.mostPerRequest;
  return [
    grantText(rule, words),
    words.t(`leaveTypes.units.${rule.unit}`),
    words.t(`leaveTypes.counts.${rule.counts}`),
    payText(rule, words),
    most === null ? '' : words.t('leaveTypes.mostShort', { amount: leaveText(most, words) }),
    rule.verified ? '' : words.t('leaveTypes.unverified'),
  ]
    .filter(Boolean)
    .join(words.t('common.separator'));
}

/** Codes whose figures are leave minutes. */
const LEAVE_MINUTES: readonly string[] = ['LEAVE_GRANT_DAYS', 'LEAVE_GRANT', 'LEAVE_MOST'];
const WORK_MINUTES: readonly string[] = ['OVERTIME_DAY', 'OVERTIME_MONTH'];

function spoken({ code, data }: RuleWarning, words: Words): TextData {
  const said = Object.entries(data).map(([name, value]): [string, string | number] => {
    if (name === 'region') return [name, regionText(String(value), words)];
    if (LEAVE_MINUTES.includes(code) && name !== 'years') return [name, leaveText(Number(value), words)];
    return [name, WORK_MINUTES.includes(code) ? spanText(Number(value), words) : value];
  });
  return Object.fromEntries(said);
}

/** What a company's rule gives less than the law, with the law's text; the same law is named once. */
export function warningsView(warnings: readonly RuleWarning[], words: Words) {
  const bySource = new Map<string, { source: LocalText; lines: string[] }>();
  for (const warning of warnings) {
    const known = bySource.get(warning.source['zh-CN']) ?? { source: warning.source, lines: [] };
    known.lines.push(words.t(`ruleWarnings.${warning.code}`, spoken(warning, words)));
    bySource.set(warning.source['zh-CN'], known);
  }
  return [...bySource.values()].map(({ source, lines }, index) => ({
    id: String(index),
    lines,
    source: words.t('ruleWarnings.source', { source: words.pick(source) }),
  }));
}
