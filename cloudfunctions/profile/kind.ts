import { defineKind } from '../approvals/kind/registry';
import { enteredByHrRules } from '../custom/rules';
import { profileType } from './shipped-type';

/** 资料变更 A change of personal data. HR enters the approved data. */
export const profile = defineKind({ name: 'profile', types: [profileType], decide: enteredByHrRules });
