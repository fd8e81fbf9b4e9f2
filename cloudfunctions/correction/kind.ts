import { defineKind } from '../approvals/kind/registry';
import { findOwnRules } from '../company-rules/public';
import { correctionRules } from './domain/correction-rules';
import { type CorrectionSettings, correctionSettings } from './domain/correction-settings';
import { correctionSection } from './rule-section';
import { correctionType } from './shipped-type';

/** 补卡 Correction of a punch. */
export const correction = defineKind<{ settings: CorrectionSettings }>({
  name: 'correction',
  types: [correctionType],
  usesAccount: true,
  changesDays: true,
  companyRules: correctionSection,
  load: async ({ now }) => ({ settings: correctionSettings(await findOwnRules(now)) }),
  decide: correctionRules,
});
