import { defineKind } from '../approvals/kind/registry';
import { findOwnRules } from '../company-rules/public';
import { type AttendanceSettings, attendanceSettings } from '../schedule/rules-time';
import { correctionRules } from './domain/correction-rules';
import { type CorrectionSettings, correctionSettings } from './domain/correction-settings';
import { correctionSection } from './rule-section';
import { correctionType } from './shipped-type';

/** 补卡 Correction of a punch. */
export const correction = defineKind<{ settings: CorrectionSettings & { attendance: AttendanceSettings } }>({
  name: 'correction',
  types: [correctionType],
  usesAccount: true,
  changesDays: true,
  companyRules: correctionSection,
  async load({ now }) {
    const own = await findOwnRules(now);
    return { settings: { ...correctionSettings(own), attendance: attendanceSettings(own) } };
  },
  decide: correctionRules,
});
