import { allKinds, registerKinds } from '../approvals/kind/registry';
import { correction } from '../correction/kind';
import { custom } from '../custom/kind';
import { expense } from '../expense/kind';
import { fieldPunch } from '../field-punch/kind';
import { leave } from '../leave/kind';
import { onboarding } from '../onboarding/kind';
import { overtime } from '../overtime/kind';
import { payslipSection } from '../payroll/rule-section';
import { profile } from '../profile/kind';
import { resignation } from '../resignation/kind';
import { salaryChange } from '../salary-change/kind';
import { attendanceSection } from '../schedule/rule-section';
import { seal } from '../seal/kind';
import { trip } from '../trip/kind';

/** Every kind of request, in the order in which the shipped types are offered. Add new kinds here. */
registerKinds([
  leave,
  overtime,
  correction,
  trip,
  fieldPunch,
  expense,
  resignation,
  onboarding,
  profile,
  seal,
  salaryChange,
  custom,
]);

/** The sections of the company's rules: of attendance, of payslips, and of the kinds. */
export const ruleSections = [
  attendanceSection,
  payslipSection,
  ...allKinds().flatMap(({ companyRules }) => companyRules ?? []),
];
