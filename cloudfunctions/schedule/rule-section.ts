import { strictObject } from 'valibot';
import type { RuleSection } from '../company-rules/section';
import { integerBetween } from '../shared/inputs';
import { attendanceSettings, SHIPPED_ATTENDANCE } from './domain/attendance-settings';

/** The company's rules about attendance days. */
export const attendanceSection: RuleSection = {
  input: {
    attendance: strictObject({
      latestEnd: integerBetween(0, 960),
      trustMinutes: integerBetween(0, 720),
    }),
  },
  sources: { attendance: SHIPPED_ATTENDANCE.source },
  settingsFrom(own) {
    const { source: _, ...settings } = attendanceSettings(own);
    return { attendance: settings };
  },
  ownFrom: ({ attendance }) => ({ attendance }),
  warningsOf: () => [],
};
