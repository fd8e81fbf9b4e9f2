import type { LocalText } from '#contracts/common';
import type { Over } from '#contracts/company-rules';
import { groupFrom, type OwnRules } from '../../company-rules/section';
import { SHIPPED_WINDOW_DAYS } from '../../schedule/rules-time';

export interface CorrectionSettings {
  readonly monthlyQuota: number;
  readonly overQuota: Exclude<Over, 'allow'>;
  /** How many workdays of the person after the day it can be requested. */
  readonly windowDays: number;
  readonly source: LocalText;
}

/** The defaults. */
export const SHIPPED_CORRECTION: CorrectionSettings = {
  monthlyQuota: 3,
  overQuota: 'refuse',
  windowDays: SHIPPED_WINDOW_DAYS,
  source: { 'zh-CN': '公司制度', en: 'Company rules' },
};

/** The company's settings merged over the defaults. */
export const correctionSettings = (own: OwnRules): CorrectionSettings =>
  groupFrom(own, 'correction', SHIPPED_CORRECTION);
