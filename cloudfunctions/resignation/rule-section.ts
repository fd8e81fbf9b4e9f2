import { strictObject } from 'valibot';
import { aboveLawWarning, type RuleSection } from '../company-rules/section';
import { integerBetween } from '../shared/inputs';
import { resignationSettings, SHIPPED_RESIGNATION } from './domain/resignation-settings';

export const resignationSection: RuleSection = {
  input: {
    resignation: strictObject({
      noticeDays: integerBetween(0, 365),
      probationNoticeDays: integerBetween(0, 90),
    }),
  },
  sources: { resignation: SHIPPED_RESIGNATION.source },
  settingsFrom(own) {
    const { source: _, ...settings } = resignationSettings(own);
    return { resignation: settings };
  },
  ownFrom: ({ resignation }) => ({ resignation }),
  warningsOf({ resignation: { noticeDays, probationNoticeDays } }) {
    const { source, ...law } = SHIPPED_RESIGNATION;
    return [
      ...aboveLawWarning('NOTICE', ['days', noticeDays, law.noticeDays], source),
      ...aboveLawWarning('PROBATION_NOTICE', ['days', probationNoticeDays, law.probationNoticeDays], source),
    ];
  },
};
