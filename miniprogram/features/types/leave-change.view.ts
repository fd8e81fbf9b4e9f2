import type { Day } from '#contracts/common';
import type { ChangeWords } from '../../locales/change-text';
import { leaveText } from '../../locales/request-text';
import type { TextKey } from '../../locales/texts';
import type { Words } from '../../locales/words';
import { regionText } from './leave-words';

/** The words of a rule's fields, by the first part of their path that has some. */
const FIELDS: Readonly<Record<string, TextKey>> = {
  unit: 'leaveTypes.unit',
  step: 'leaveTypes.steps',
  counts: 'leaveTypes.counting',
  grant: 'leaveTypes.grant',
  'grant/minutes': 'leaveTypes.yearly',
  'grant/underYears': 'leaveTypes.childUnder',
  'grant/waitingMonths': 'leaveTypes.serviceWaiting',
  'grant/tiers': 'leaveTypes.serviceTier',
  lostBy: 'leaveTypes.lost',
  paidShares: 'leaveTypes.share',
  longPay: 'leaveTypes.longAfter',
  carry: 'leaveTypes.carry',
  'carry/most': 'leaveTypes.carryMost',
  'carry/until': 'leaveTypes.carryUntil',
  attachment: 'leaveTypes.attachment',
  'attachment/after': 'leaveTypes.attachmentAfter',
  mostPerRequest: 'leaveTypes.mostPerRequest',
  mostPerYear: 'leaveTypes.mostPerYear',
  waitingMonths: 'leaveTypes.waiting',
  notInProbation: 'leaveTypes.notInProbation',
  sex: 'leaveTypes.sex',
  blockable: 'leaveTypes.blockable',
  source: 'leaveTypes.source',
  verified: 'leaveTypes.verified',
};

const MINUTES: ReadonlySet<string> = new Set([
  ...['mostPerRequest', 'mostPerYear', 'grant/minutes', 'carry/most', 'attachment/after'],
]);

/** How changes of a leave type are said: 全国 · 2024-01-01 起 · 一次最多：5 天 → 10 天. */
export const leaveChangeWords = (words: Words): ChangeWords => ({
  nameOf: (path) => nameOf(path, words),
  sayValue: (path, value) => valueText(fieldOf(path), value, words),
});

/** `rules/china@2024-01-01/carry/most` is `carry/most`. */
const fieldOf = (path: string): string => path.split('/').slice(2).join('/');

function nameOf(path: string, words: Words): string {
  const [part = '', key] = path.split('/');
  if (part !== 'rules' || !key) return words.t(`leaveTypes.parts.${part}` as TextKey);
  const [region = '', day = ''] = key.split('@');
  const rule = words.t('leaveTypes.rule', { region: regionText(region, words), day: day as Day });
  const field = fieldOf(path);
  const known =
    FIELDS[field] ?? FIELDS[field.split('/').slice(0, 2).join('/')] ?? FIELDS[field.split('/')[0] ?? ''];
  return known ? [rule, words.t(known)].join(words.t('common.separator')) : rule;
}

function valueText(field: string, value: string, words: Words): string {
  const { t } = words;
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'edit.yes' : 'edit.no');
  if (value === '+') return t('edit.there');
  if (MINUTES.has(field)) return leaveText(Number(value), words);
  switch (field) {
    case 'unit':
      return t(`leaveTypes.units.${value}` as TextKey);
    case 'counts':
      return t(`leaveTypes.counts.${value}` as TextKey);
    case 'sex':
      return t(`leaveTypes.sexes.${value}` as TextKey);
    case 'step':
      return t('leaveTypes.step', { minutes: value });
    case 'grant/by':
      return t(`leaveTypes.grants.${value}` as TextKey);
    case 'paidShares':
      return sharesText(value, words);
    default:
      return value;
  }
}

/** `0:100, 5:80` is 工资 100%、司龄满 5 年起工资 80%. */
const sharesText = (value: string, words: Words): string =>
  value
    .split(', ')
    .map((tier) => {
      const [years = '', share = ''] = tier.split(':');
      const key = years === '0' ? 'leaveTypes.paid' : 'leaveTypes.paidFrom';
      return words.t(key, { years, share });
    })
    .join(words.t('common.listSeparator'));
