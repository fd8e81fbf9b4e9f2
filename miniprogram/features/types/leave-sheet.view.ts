import type { Day } from '#contracts/common';
import type { LeaveRule } from '#contracts/leave-type';
import type { Words } from '../../locales/words';
import { type EditRow, type EditSheet, NO_SHEET, rows } from './edit-row';
import { isCompTime, type LeaveDraft } from './leave.model';
import { days, limitRows, timeRows, yesNo } from './leave-limits.view';
import { regionsFor } from './leave-rule.model';
import { regionText } from './leave-words';
import { longPayRows, lossRows } from './rule-terms.view';
import type { Path } from './type.model';

/** The sheet at `path`: a rule, or a tier of it. */
export function leaveSheet(draft: LeaveDraft, path: Path, words: Words): EditSheet {
  const rule = draft.rules[Number(path[1])];
  if (!rule) return NO_SHEET;
  const [, , inner, index] = path;
  const sheet = (title: string, found: EditRow[]) => ({
    show: true,
    title,
    inner: inner !== undefined,
    rows: found,
  });
  if (inner === 'share') return sheet(words.t('leaveTypes.payTier'), shareRows(rule, Number(index), words));
  if (inner === 'tier') return sheet(words.t('leaveTypes.serviceTier'), tierRows(rule, Number(index), words));
  const title = words.t('leaveTypes.rule', { region: regionText(rule.region, words), day: rule.from });
  return sheet(title, ruleRows(draft, rule, words));
}

function ruleRows(draft: LeaveDraft, rule: LeaveRule, words: Words): EditRow[] {
  const { t } = words;
  const regions = regionsFor(rule);
  return [
    rows.pick(
      'region',
      t('leaveTypes.region'),
      regions.map((region) => regionText(region, words)),
      regions.indexOf(rule.region),
    ),
    rows.day('from', t('leaveTypes.from'), rule.from, rule.from),
    ...grantRows(draft, rule, words),
    ...timeRows(rule, words),
    ...payRows(rule, words),
    ...longPayRows(rule, words),
    ...limitRows(rule, words),
    rows.area('source.zh-CN', t('leaveTypes.source'), rule.source['zh-CN'], { maxLength: 300 }),
    rows.area('source.en', t('leaveTypes.sourceEn'), rule.source.en, {
      maxLength: 300,
      placeholder: t('edit.nameEnHint'),
    }),
    rows.choice('verified', t('leaveTypes.verified'), rule.verified ? 'yes' : 'no', yesNo(words)),
    ...(draft.rules.length > 1
      ? [rows.button('remove', t('leaveTypes.removeRule'), { tone: 'bad' as const })]
      : []),
  ];
}

function grantRows(draft: LeaveDraft, rule: LeaveRule, words: Words): EditRow[] {
  const { t } = words;
  const { grant } = rule;
  if (isCompTime(draft)) return [rows.note('grant-note', t('leaveTypes.grants.overtime'))];
  return [
    rows.choice('grant', t('leaveTypes.grant'), grant?.by ?? 'none', [
      ['none', t('leaveTypes.grants.none')],
      ['service', t('leaveTypes.grants.service')],
      ['year', t('leaveTypes.grants.year')],
      ['child', t('leaveTypes.grants.child')],
    ]),
    ...grantDetails(rule, words),
    ...lossRows(rule, words),
    ...(grant ? carryRows(rule, words) : []),
  ];
}

function grantDetails({ grant }: LeaveRule, words: Words): EditRow[] {
  const { t } = words;
  const unit = t('approval.units.days');
  switch (grant?.by) {
    case 'service':
      return [
        ...grant.tiers.map((tier, index) =>
          rows.link(
            `tier:${index}`,
            t('leaveTypes.tier', { years: shown(tier.years), days: shown(tier.days) }),
          ),
        ),
        rows.button('add-tier', t('leaveTypes.addTier')),
        rows.number('grant.waiting', t('leaveTypes.serviceWaiting'), grant.waitingMonths, {
          unit: t('edit.months'),
        }),
      ];
    case 'year':
      return [rows.number('grant.days', t('leaveTypes.yearly'), days(grant.minutes), { unit })];
    case 'child':
      return [
        rows.number('grant.days', t('leaveTypes.perChild'), days(grant.minutes), { unit }),
        rows.number('grant.under', t('leaveTypes.childUnder'), grant.underYears, { unit: t('edit.years') }),
      ];
    default:
      return [];
  }
}

const shown = (figure: number): string => (Number.isNaN(figure) ? '…' : String(figure));

function carryRows({ carry }: LeaveRule, words: Words): EditRow[] {
  const { t } = words;
  const choice = rows.choice('carry', t('leaveTypes.carry'), carry ? 'yes' : 'no', yesNo(words));
  if (!carry) return [choice];
  const until = `2025-${carry.until}`;
  return [
    choice,
    rows.number('carry.most', t('leaveTypes.carryMost'), days(carry.most), {
      unit: t('approval.units.days'),
      placeholder: t('leaveTypes.all'),
    }),
    rows.day('carry.until', t('leaveTypes.carryUntil'), until, monthDay(until as Day, words)),
  ];
}

/** 3月31日 of every year. */
const monthDay = (day: Day, words: Words): string =>
  words.t('leaveTypes.monthDay', {
    month: words.t(`date.months.${Number(day.slice(5, 7)) as 1}`),
    date: Number(day.slice(8)),
  });

function payRows({ paidShares }: LeaveRule, words: Words): EditRow[] {
  return [
    ...paidShares.map(({ years, share }, index) =>
      rows.link(
        `share:${index}`,
        years === 0 && paidShares.length === 1
          ? words.t('leaveTypes.paid', { share: shown(share) })
          : words.t('leaveTypes.paidFrom', { years: shown(years), share: shown(share) }),
      ),
    ),
    rows.button('add-share', words.t('leaveTypes.addShare')),
  ];
}

function shareRows({ paidShares }: LeaveRule, index: number, words: Words): EditRow[] {
  const tier = paidShares[index];
  if (!tier) return [];
  return [
    rows.number('years', words.t('leaveTypes.companyYears'), tier.years, { unit: words.t('edit.years') }),
    rows.number('share', words.t('leaveTypes.share'), tier.share, { unit: '%' }),
    ...(paidShares.length > 1
      ? [rows.button('remove', words.t('edit.remove'), { tone: 'bad' as const })]
      : []),
  ];
}

function tierRows({ grant }: LeaveRule, index: number, words: Words): EditRow[] {
  const tier = grant?.by === 'service' ? grant.tiers[index] : undefined;
  if (grant?.by !== 'service' || !tier) return [];
  return [
    rows.number('years', words.t('leaveTypes.serviceYears'), tier.years, { unit: words.t('edit.years') }),
    rows.number('days', words.t('leaveTypes.yearly'), tier.days, { unit: words.t('approval.units.days') }),
    ...(grant.tiers.length > 1
      ? [rows.button('remove', words.t('edit.remove'), { tone: 'bad' as const })]
      : []),
  ];
}
