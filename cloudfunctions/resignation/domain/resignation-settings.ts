import type { LocalText } from '#contracts/common';

import { groupFrom, type OwnRules } from '../../company-rules/section';

export interface ResignationSettings {
  readonly noticeDays: number;
  readonly probationNoticeDays: number;
  readonly source: LocalText;
}

/** The defaults. */
export const SHIPPED_RESIGNATION: ResignationSettings = {
  noticeDays: 30,
  probationNoticeDays: 3,
  source: { 'zh-CN': '《劳动合同法》第三十七条', en: 'Labour Contract Law, art. 37' },
};

/** The company's settings merged over the defaults. */
export const resignationSettings = (own: OwnRules): ResignationSettings =>
  groupFrom(own, 'resignation', SHIPPED_RESIGNATION);
