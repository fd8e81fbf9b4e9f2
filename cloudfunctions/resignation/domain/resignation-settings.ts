import type { LocalText } from '#contracts/common';

import { groupFrom, type OwnRules } from '../../company-rules/section';

/** Limits and options of the kind. */
export interface ResignationSettings {
  readonly noticeDays: number;
  readonly probationNoticeDays: number;
  readonly source: LocalText;
}

/** What holds where the company has said nothing. */
export const SHIPPED_RESIGNATION: ResignationSettings = {
  noticeDays: 30,
  probationNoticeDays: 3,
  source: { 'zh-CN': '《劳动合同法》第三十七条', en: 'Labour Contract Law, art. 37' },
};

/** The company's settings over the shipped ones. */
export const resignationSettings = (own: OwnRules): ResignationSettings =>
  groupFrom(own, 'resignation', SHIPPED_RESIGNATION);
