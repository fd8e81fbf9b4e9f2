import { defineKind } from '../approvals/kind/registry';
import { enteredByHrRules } from '../custom/rules';
import { onboardingType } from './shipped-type';

/** 入职资料 Data that a new employee submits. HR enters the approved data. */
export const onboarding = defineKind({
  name: 'onboarding',
  types: [onboardingType],
  decide: enteredByHrRules,
});
