import { addSigner } from '../approvals/actions/add-signer';
import { cancel } from '../approvals/actions/cancel-approved';
import { companyRules, saveCompanyRules } from '../approvals/actions/company-rules';
import { decideMany } from '../approvals/actions/decide-many';
import { decide } from '../approvals/actions/decide-request';
import { finish } from '../approvals/actions/finish-follow-ups';
import { fileLinks } from '../approvals/actions/link-files';
import { cc } from '../approvals/actions/list-copied';
import { done } from '../approvals/actions/list-decided';
import { mine } from '../approvals/actions/list-own';
import { pending } from '../approvals/actions/list-pending';
import { preview } from '../approvals/actions/preview-request';
import { resubmit } from '../approvals/actions/resubmit-request';
import { delegate } from '../approvals/actions/set-delegate';
import { start } from '../approvals/actions/start-request';
import { submit } from '../approvals/actions/submit-request';
import { transfer } from '../approvals/actions/transfer-step';
import { urge } from '../approvals/actions/urge-approvers';
import { detail } from '../approvals/actions/view-request';
import { withdraw } from '../approvals/actions/withdraw-request';
import { escalateDue } from '../approvals/jobs/escalate-due';
import { settleEffects, settleSendings } from '../approvals/jobs/recover-interrupted';
import { runFollowOns } from '../approvals/services/follow-ons';
import { checkReceipt } from '../expense/actions/check-receipt';
import { correctPayment } from '../expense/actions/correct-payment';
import { payments } from '../expense/actions/list-payments';
import { markPaid } from '../expense/actions/mark-paid';
import { submitQueued } from '../field-punch/actions/submit-queued';
import { turnWishes } from '../field-punch/jobs/submit-queued';
import { adjustBalance } from '../leave/actions/adjust-balance';
import { saveLeaveType } from '../leave/actions/save-leave-type';
import { balances } from '../leave/actions/view-balances';
import { leaveType, leaveTypes } from '../leave/actions/view-leave-types';
import { leaveLedgerJob } from '../leave/jobs/book-leave-ledger';
import { employeeOf } from '../people/data/employee-of';
import { listTypes } from '../request-types/actions/list-types';
import { saveType } from '../request-types/actions/save-type';
import { requestType } from '../request-types/actions/view-type';
import { decideHandover } from '../resignation/actions/decide-handover';
import { handover } from '../resignation/actions/list-handover';
import { serve } from '../shared/kernel/serve';

export const main = serve(
  {
    start,
    preview,
    submit,
    resubmit,
    pending,
    mine,
    done,
    cc,
    detail,
    fileLinks,
    decide,
    decideMany,
    transfer,
    addSigner,
    withdraw,
    cancel,
    urge,
    delegate,
    listTypes,
    requestType,
    saveType,
    leaveTypes,
    leaveType,
    saveLeaveType,
    companyRules,
    saveCompanyRules,
    balances,
    adjustBalance,
    checkReceipt,
    handover,
    decideHandover,
    payments,
    markPaid,
    correctPayment,
    finish,
    submitQueued,
  },
  { employeeOf },
  {
    jobs: [settleSendings, settleEffects, turnWishes, escalateDue, leaveLedgerJob],
    after: runFollowOns,
  },
);
