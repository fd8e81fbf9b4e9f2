import { array, check, maxLength, pipe, strictObject } from 'valibot';
import type { RuleSection } from '../company-rules/section';

import { daysBetween } from '../shared/calendar/company-time';
import { day, integerBetween, localText } from '../shared/inputs';
import { leaveSettings } from './domain/leave-settings';

const MAX_STRETCHES = 40;
const MAX_DAYS = 62;

const stretch = pipe(
  strictObject({ from: day, to: day, name: localText(30) }),
  // The order first: counting the days of a thousand years takes long.
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
  input: { expiryNoticeDays: integerBetween(0, 90), blocked: pipe(array(stretch), maxLength(MAX_STRETCHES)) },
  sources: {},
  settingsFrom: leaveSettings,
  ownFrom: ({ expiryNoticeDays, blocked }) => ({ expiryNoticeDays, blocked }),
  warningsOf: () => [],
};
