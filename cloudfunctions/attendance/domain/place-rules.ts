import type { Metres } from '#contracts/common';

/**
 * When a place is worth a second look, as data. The company's own rule: the figures are not from a law. A flag
 * refuses nothing and decides nothing; a person does (个人信息保护法 24).
 */
export const PLACE_RULES = {
  id: 'honest-places',
  version: 1,
  source: { 'zh-CN': '公司考勤真实性核查规则', en: 'Company rule on honest attendance' },
  /** Faster than an airliner flies. */
  maxSpeed: 900,
  /** On a way this short in time nobody takes a plane: faster than the fastest train. */
  shortWayHours: 2,
  shortWaySpeed: 300,
  /** Nearer than this the inaccuracy of two fixes says more than the way. */
  leastDistance: 2_000 as Metres,
  /** A fix never repeats itself to the last digit, day after day. */
  sameCoordinatesDays: 3,
  /** No phone knows its place to a metre; once may be a fault of the phone. */
  leastAccuracy: 1 as Metres,
  implausibleTimes: 2,
  /** Days before the punch that are looked at. */
  lookBackDays: 5,
  /** Two people with one phone within this many days. */
  sharedPhoneDays: 7,
} as const;
