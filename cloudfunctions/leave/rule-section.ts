import { array, boolean, check, maxLength, pipe, strictObject } from 'valibot';
import type { RuleSection } from '../company-rules/section';

import { daysBetween } from '../shared/calendar/company-time';
import { day, integerBetween, localText } from '../shared/inputs';
import { leaveSettings } from './domain/leave-settings';

const MAX_PERIODS = 40;
const MAX_DAYS = 62;

const blockedPeriod = pipe(
  strictObject({ from: day, to: day, name: localText(30) }),
  // Order and length first, because counting the days of an extreme range is slow.
  check(({ from, to }) => from <= to && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) < 2, 'bounds'),
  check(
    ({ from, to }) =>
      from <= to &&
      Number(to.slice(0, 4)) - Number(from.slice(0, 4)) < 2 &&
      daysBetween(from, to).length <= MAX_DAYS,
    'too-long',
  ),
);

export const leaveSection: RuleSection = {
  input: {
    expiryNoticeDays: integerBetween(0, 90),
    blocked: pipe(array(blockedPeriod), maxLength(MAX_PERIODS)),
    lapsedPaid: strictObject({ annual: boolean(), compTime: boolean() }),
  },
  sources: {},
  settingsFrom: leaveSettings,
  ownFrom: ({ expiryNoticeDays, blocked, lapsedPaid }) => ({ expiryNoticeDays, blocked, lapsedPaid }),
  warningsOf: () => [],
};
