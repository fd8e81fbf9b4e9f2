import { defineKind } from '../approvals/kind/registry';
import { dropClaims } from './data/salary-claims';
import { type SalaryEffect, salaryChangeRules } from './domain/salary-change-rules';
import { applyChange } from './services/apply-change';
import { claimPeople } from './services/claims';
import { salaryChangeType } from './shipped-type';

/** 调薪 Salary change: asked for by one of payroll, decided by another one behind the second check. */
export const salaryChange = defineKind<object, SalaryEffect>({
  name: 'salary-change',
  types: [salaryChangeType],
  isTimeless: true,
  decide: salaryChangeRules,
  sideEffects: {
    claim: ({ employeeIds }, { requestId, now }) => claimPeople(employeeIds, requestId, now),
    apply: (_, { requestId }) => applyChange(requestId),
    release: (_, { requestId }) => dropClaims(requestId),
  },
});
