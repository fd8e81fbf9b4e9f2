import { defineKind } from '../approvals/kind/define-kind';
import { enteredByHrRules } from '../custom/rules';
import { onboardingType } from './shipped-type';

/** 入职资料 What a newcomer tells HR. HR enters what was approved. */
export const onboarding = defineKind({
  name: 'onboarding',
  types: [onboardingType],
  decide: enteredByHrRules,
});
