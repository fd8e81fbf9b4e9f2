import { employeeOf } from '../people/data/employee-of';
import { serve } from '../shared/kernel/serve';
import { addSigner } from './actions/add-signer';
import { adjustBalance } from './actions/adjust-balance';
import { balances } from './actions/balances';
import { cancel } from './actions/cancel';
import { cc } from './actions/cc';
import { checkReceipt } from './actions/check-receipt';
import { companyRules, saveCompanyRules } from './actions/company-rules';
import { correctPayment } from './actions/correct-payment';
import { decide } from './actions/decide';
import { decideHandover } from './actions/decide-handover';
import { decideMany } from './actions/decide-many';
import { delegate } from './actions/delegate';
import { detail } from './actions/detail';
import { done } from './actions/done';
import { fileLinks } from './actions/file-links';
import { finish } from './actions/finish';
import { runFollowOns } from './actions/follow-ons';
import { handover } from './actions/handover';
import { escalateDue } from './actions/job-escalate';
import { settleEffects, settleSendings } from './actions/job-settle';
import { turnWishes } from './actions/job-wishes';
import { leaveLedgerJob } from './actions/leave-ledger-job';
import { leaveType, leaveTypes } from './actions/leave-types';
import { listTypes } from './actions/list-types';
import { markPaid } from './actions/mark-paid';
import { mine } from './actions/mine';
import { payments } from './actions/payments';
import { pending } from './actions/pending';
import { preview } from './actions/preview';
import { requestType } from './actions/request-type';
import { resubmit } from './actions/resubmit';
import { saveLeaveType } from './actions/save-leave-type';
import { saveType } from './actions/save-type';
import { start } from './actions/start';
import { submit } from './actions/submit';
import { submitQueued } from './actions/submit-queued';
import { transfer } from './actions/transfer';
import { urge } from './actions/urge';
import { withdraw } from './actions/withdraw';

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
