import type { ChangeWords } from '../../locales/change-text';
import type { TextKey } from '../../locales/texts';
import type { Words } from '../../locales/words';
import { FIGURES, type Group } from './rules.model';

/** How changes of the company's rules are said: 加班 · 每天超过时提醒：3 小时 → 2 小时. */
export const ruleChangeWords = (words: Words): ChangeWords => ({
  nameOf: (path) => nameOf(path.split(/[./]/), words),
  sayValue: (path, value) => valueText(path.split('/'), value, words),
});

function nameOf([group = '', name, kind]: readonly string[], words: Words): string {
  const groupName = words.t(`companyRules.groups.${group}` as TextKey);
  if (name === undefined) return groupName;
  const key = kind ? `companyRules.${name}.${kind}` : `companyRules.fields.${group}.${name}`;
  return [groupName, words.t(key as TextKey)].join(words.t('common.separator'));
}

function valueText([group = '', name = '', kind]: readonly string[], value: string, words: Words): string {
  const figure = FIGURES[group as Group]?.find(({ id }) => id === name);
  if (figure) return withUnit(Number(value) / figure.size, figure.unit, words);
  if (group === 'lapsedPaid') return words.t(`companyRules.lapsed.${value === 'true' ? 'paid' : 'kept'}`);
  if (group === 'expiryNoticeDays') return withUnit(Number(value), 'days', words);
  if (kind || name === 'overQuota') return words.t(`companyRules.over.${value}` as TextKey);
  return name === 'credit' ? words.t(`companyRules.credit.${value}` as TextKey) : value;
}

const withUnit = (figure: number, unit: string, words: Words): string =>
  `${figure} ${words.t(`companyRules.units.${unit}` as TextKey)}`;
