import type { LocalText, Minutes } from '#contracts/common';
import { groupFrom, type OwnRules } from '../../company-rules/section';

export interface AttendanceSettings {
  /** Minutes after the end of a shift in which somebody without a clock-out still clocks out on its day. */
  readonly latestEnd: Minutes;
  /**
   * The time of a tap counts for a punch that waited this long for the network at most; one that waited longer
   * has to be confirmed.
   */
  readonly trustMinutes: Minutes;
  readonly source: LocalText;
}

/** The defaults: for a shift until 18:00, until 05:00 on the next day. */
export const SHIPPED_ATTENDANCE: AttendanceSettings = {
  latestEnd: 660,
  trustMinutes: 30,
  source: { 'zh-CN': '公司制度', en: 'Company rules' },
};

/** The company's settings merged over the defaults. */
export const attendanceSettings = (own: OwnRules): AttendanceSettings =>
  groupFrom(own, 'attendance', SHIPPED_ATTENDANCE);
