import { dayIn } from '../approvals/kind/form-values';
import { defineKind } from '../approvals/kind/registry';
import { findPunchedDay, type PunchedTimes } from '../attendance/public';
import { findOwnRules } from '../company-rules/public';
import { type AttendanceSettings, attendanceSettings } from '../schedule/rules-time';
import { isDay } from '../shared/calendar/company-time';
import { correctionRules } from './domain/correction-rules';
import { type CorrectionSettings, correctionSettings } from './domain/correction-settings';
import { correctionSection } from './rule-section';
import { correctionType } from './shipped-type';

/** 补卡 Correction of a punch. */
export const correction = defineKind<{
  settings: CorrectionSettings & { attendance: AttendanceSettings };
  punched: PunchedTimes;
}>({
  name: 'correction',
  types: [correctionType],
  usesAccount: true,
  changesDays: true,
  companyRules: correctionSection,
  async load({ now, values, applicant }) {
    const day = dayIn(values, 'day');
    const [own, punched] = await Promise.all([
      findOwnRules(now),
      isDay(day) ? findPunchedDay(applicant._id, day) : { claims: [], booked: [] },
    ]);
    return { settings: { ...correctionSettings(own), attendance: attendanceSettings(own) }, punched };
  },
  decide: correctionRules,
});
