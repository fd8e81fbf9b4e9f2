import { completeStrict } from '../approvals/jobs/complete-follow-ups';
import { checkBaseEntries } from '../insurance/actions/check-base-entries';
import { listInsuranceBases } from '../insurance/actions/list-insurance-bases';
import { previewInsurance } from '../insurance/actions/preview-insurance';
import { saveBaseEntries } from '../insurance/actions/save-base-entries';
import { saveInsuranceProfile } from '../insurance/actions/save-insurance-profile';
import { viewInsuranceProfile } from '../insurance/actions/view-insurance-profile';
import { resealedBases, resealedContributions } from '../insurance/public';
import { exportPayFile } from '../pay-files/actions/export-pay-file';
import { listPayFiles } from '../pay-files/actions/list-pay-files';
import { listPayees } from '../pay-files/actions/list-payees';
import { saveFileSettings } from '../pay-files/actions/save-file-settings';
import { savePayees } from '../pay-files/actions/save-payees';
import { viewFileSettings } from '../pay-files/actions/view-file-settings';
import { removeOldFiles } from '../pay-files/jobs/remove-old-files';
import {
  findAccountsChanged,
  findFilesMade,
  resealedDetails,
  resealedExports,
  resealedSettings,
} from '../pay-files/public';
import { employeeOf } from '../people/data/employee-of';
import { savePayItems } from '../salaries/actions/save-pay-items';
import { viewPayItems } from '../salaries/actions/view-pay-items';
import { resealedSalaries } from '../salaries/public';
import { askSalaryChange } from '../salary-change/actions/ask-salary-change';
import { checkSalaryChange } from '../salary-change/actions/check-salary-change';
import { decideSalaryChange } from '../salary-change/actions/decide-salary-change';
import { viewSalary } from '../salary-change/actions/view-salary';
import { viewSalaryChange } from '../salary-change/actions/view-salary-change';
import { resealedChanges } from '../salary-change/services/sealed-change';
import { checkOpening } from '../second-check/actions/check-opening';
import { openPay } from '../second-check/actions/open-pay';
import { resetPass } from '../second-check/actions/reset-pass';
import { setPass } from '../second-check/actions/set-pass';
import { viewSecondCheck } from '../second-check/actions/view-second-check';
import { resealedPasses } from '../second-check/public';
import { serve } from '../shared/kernel/serve';
import { runFollowOns } from '../shared/outbox/run-follow-ons';
import { rotateKeys } from '../shared/privacy/rotate-keys';
import { removeOver } from '../shared/retention/remove-over';
import { confirmDeductions } from '../tax/actions/confirm-deductions';
import { decideDeduction } from '../tax/actions/decide-deduction';
import { declareDeduction } from '../tax/actions/declare-deduction';
import { dropDeduction } from '../tax/actions/drop-deduction';
import { endDeduction } from '../tax/actions/end-deduction';
import { listDeductionChecks } from '../tax/actions/list-deduction-checks';
import { saveTaxYear } from '../tax/actions/save-tax-year';
import { viewDeductions } from '../tax/actions/view-deductions';
import { viewDeductionsOf } from '../tax/actions/view-deductions-of';
import { viewTaxYear } from '../tax/actions/view-tax-year';
import { resealedFiles, resealedYears } from '../tax/public';
import { answerPayDispute } from './actions/answer-pay-dispute';
import { calculatePay } from './actions/calculate-pay';
import { checkProof } from './actions/check-proof';
import { confirmPayslip } from './actions/confirm-payslip';
import { disputePayslip } from './actions/dispute-payslip';
import { dropBonus } from './actions/drop-bonus';
import { listLeavers } from './actions/list-leavers';
import { listOwnContributions } from './actions/list-own-contributions';
import { listPayDisputes } from './actions/list-pay-disputes';
import { listPayslips } from './actions/list-payslips';
import { listYearBonuses } from './actions/list-year-bonuses';
import { lockPay } from './actions/lock-pay';
import { previewBonus } from './actions/preview-bonus';
import { previewPay } from './actions/preview-pay';
import { previewPayItems } from './actions/preview-pay-items';
import { provePayslip } from './actions/prove-payslip';
import { publishPay } from './actions/publish-pay';
import { recallPay } from './actions/recall-pay';
import { saveBonus } from './actions/save-bonus';
import { saveLeaving } from './actions/save-leaving';
import { settlePayDispute } from './actions/settle-pay-dispute';
import { viewPayMonth } from './actions/view-pay-month';
import { viewPayYear } from './actions/view-pay-year';
import { viewPayslip } from './actions/view-payslip';
import { resealedOneOffs } from './data/one-off-pay';
import { retainedProofs, retainedProofTries } from './data/pay-proofs';
import { outdateDrafts, resealedRuns } from './data/pay-runs';
import { resealedSlips } from './data/payslips';
import { continuePay } from './jobs/continue-pay';
import { tellPayslips } from './jobs/tell-payslips';
import './kinds';
import { findPayReach } from './services/pay-reach';

/** All that this function encrypts. */
const resealedTexts = [
  ...[resealedSlips, resealedRuns, resealedOneOffs, resealedSalaries, resealedChanges].flat(),
  ...[resealedBases, resealedContributions, resealedYears, resealedFiles].flat(),
  ...[resealedDetails, resealedExports, resealedSettings, resealedPasses].flat(),
];

const secondCheckActions = { secondCheck: viewSecondCheck, setPass, openPay, resetPass, checkOpening };
const insuranceActions = {
  insuranceProfile: viewInsuranceProfile,
  previewInsurance,
  saveInsuranceProfile: saveInsuranceProfile({ outdateDrafts }),
  insuranceBases: listInsuranceBases,
  checkBases: checkBaseEntries({ findPayReach }),
  saveBases: saveBaseEntries({ outdateDrafts, findPayReach }),
};
const salaryActions = {
  ...{ payItems: viewPayItems, savePayItems, previewPayItems },
  ...{ salary: viewSalary, checkSalaryChange, askSalaryChange },
  ...{ salaryChange: viewSalaryChange, decideSalaryChange },
};
const runActions = {
  payMonth: viewPayMonth({ findFilesMade, findAccountsChanged }),
  calculatePay,
  previewPay,
  lockPay,
  publishPay,
  recallPay,
  payDisputes: listPayDisputes,
  answerPayDispute,
  settlePayDispute,
};
const oneOffActions = {
  ...{ yearBonuses: listYearBonuses, previewBonus, saveBonus, dropBonus },
  ...{ leavers: listLeavers, saveLeaving },
};
const fileActions = {
  ...{ payFiles: listPayFiles, exportPayFile, payees: listPayees, savePayees },
  ...{ payFileSettings: viewFileSettings, savePayFileSettings: saveFileSettings },
};
const slipActions = {
  payslips: listPayslips,
  payslip: viewPayslip,
  payYear: viewPayYear,
  ownContributions: listOwnContributions,
  confirmPayslip,
  disputePayslip,
  provePayslip,
  checkProof,
};

const taxActions = {
  ...{ deductions: viewDeductions, declareDeduction, endDeduction, dropDeduction, confirmDeductions },
  ...{ deductionChecks: listDeductionChecks, deductionsOf: viewDeductionsOf, decideDeduction },
  ...{ taxYear: viewTaxYear, saveTaxYear },
};

export const main = serve(
  {
    ...secondCheckActions,
    ...insuranceActions,
    ...salaryActions,
    ...runActions,
    ...oneOffActions,
    ...fileActions,
    ...slipActions,
    ...taxActions,
  },
  { employeeOf },
  {
    jobs: [
      completeStrict,
      continuePay,
      tellPayslips,
      removeOldFiles,
      removeOver([retainedProofs, retainedProofTries]),
      rotateKeys(resealedTexts),
    ],
    after: runFollowOns,
  },
);
