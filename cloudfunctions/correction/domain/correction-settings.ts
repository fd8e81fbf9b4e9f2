import type { LocalText } from '#contracts/common';
import type { Over } from '#contracts/company-rules';
import { groupFrom, type OwnRules } from '../../company-rules/section';

/** Limits and options of the kind. */
export interface CorrectionSettings {
  readonly monthlyQuota: number;
  readonly overQuota: Exclude<Over, 'allow'>;
  /** Days after the day in question until which it can be asked for. */
  readonly windowDays: number;
  readonly source: LocalText;
}

/** What holds where the company has said nothing. */
export const SHIPPED_CORRECTION: CorrectionSettings = {
  monthlyQuota: 3,
  overQuota: 'refuse',
  windowDays: 7,
  source: { 'zh-CN': '公司制度', en: 'Company rules' },
};

/** The company's settings over the shipped ones. */
export const correctionSettings = (own: OwnRules): CorrectionSettings =>
  groupFrom(own, 'correction', SHIPPED_CORRECTION);
