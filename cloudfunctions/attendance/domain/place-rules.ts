import type { Metres } from '#contracts/common';

/**
 * Thresholds for flagging a place, as data. These are company rules, not figures of a law. A flag neither
 * refuses nor decides anything; a person does (个人信息保护法 24).
 */
export const PLACE_RULES = {
  id: 'honest-places',
  version: 1,
  source: { 'zh-CN': '公司考勤真实性核查规则', en: 'Company rule on honest attendance' },
  /** km/h; faster than an airliner. */
  maxSpeed: 900,
  /** Trips shorter than this are not flights, so the limit is just above the fastest train, km/h. */
  shortWayHours: 2,
  shortWaySpeed: 300,
  /** Below this distance, the inaccuracy of the two fixes dominates. */
  leastDistance: 2_000 as Metres,
  /** Real fixes never repeat to the last digit day after day. */
  sameCoordinatesDays: 3,
  /** No phone is that accurate; a single occurrence may be a fault of the phone. */
  leastAccuracy: 1 as Metres,
  implausibleTimes: 2,
  /** Days before the punch that are checked. */
  lookBackDays: 5,
  /** Two people using one phone within this many days. */
  sharedPhoneDays: 7,
} as const;
