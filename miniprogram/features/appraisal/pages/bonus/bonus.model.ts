import type { BonusRule } from '#contracts/appraisal';
import type { BonusRulesView } from '#contracts/appraisal-results';
import type { Day, Language, LocalText, Minutes } from '#contracts/common';
import { cleanLine } from '../../../../common/clean-text';
import { completeText, ownEnglish, rewritten } from '../../../../common/local-text';
import type { Failure } from '../../../../services/client-error';

/** A rate as it is typed. */
export interface TypedRate {
  readonly grade: string;
  readonly percent: string;
  readonly opensPlan: boolean;
}

export interface TypedRule {
  readonly key: number;
  readonly from: Day;
  readonly to: Day | null;
  readonly source: LocalText;
  readonly rates: readonly TypedRate[];
}

export interface BonusModel {
  readonly data: BonusRulesView | null;
  readonly rules: readonly TypedRule[];
  readonly today: Day;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly utcOffset: Minutes;
}

export const typedRules = (rules: readonly BonusRule[]): TypedRule[] =>
  rules.map(({ from, to, source, rates }, key) => ({
    ...{ key, from, to, source },
    rates: rates.map(({ grade, percent, opensPlan }) => ({ grade, percent: String(percent), opensPlan })),
  }));

/** The basis in the reader's language; the Chinese one where there is no other. */
export const sourceIn = (source: LocalText, language: Language): string =>
  language === 'en' ? ownEnglish(source) || source['zh-CN'] : source['zh-CN'];

/** The basis rewritten in the reader's language; the first one is that of both. */
export const withSource = (source: LocalText, language: Language, value: string): LocalText =>
  language === 'en' && ownEnglish(source) === ''
    ? { 'zh-CN': value, en: value }
    : rewritten(source, language, value);

export type Problem = 'percent' | 'grade' | 'source';

/** What is wrong with a rule as it is typed; null if it can be saved. */
export function problemOf({ rates, source }: TypedRule): Problem | null {
  const grades = rates.map(({ grade }) => grade.trim());
  if (!grades.every((grade) => /^[A-Za-z0-9+-]{1,8}$/.test(grade)) || new Set(grades).size < grades.length)
    return 'grade';
  if (!rates.every(({ percent }) => isPercent(percent))) return 'percent';
  return cleanLine(source['zh-CN']) === '' ? 'source' : null;
}

const isPercent = (text: string): boolean => /^\d{1,4}(\.\d{1,2})?$/.test(text.trim()) && Number(text) <= 100;

/** The rules as they are sent, in the order of their days. */
export const savedRules = (rules: readonly TypedRule[]): BonusRule[] =>
  rules
    .map(({ from, to, source, rates }) => ({
      ...{ from, to, source: completeText(source) },
      rates: rates.map(({ grade, percent, opensPlan }) => ({
        ...{ grade: grade.trim(), percent: Number(percent), opensPlan },
      })),
    }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
