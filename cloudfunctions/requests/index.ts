import { addSigner } from '../approvals/actions/add-signer';
import { cancelApproved } from '../approvals/actions/cancel-approved';
import { completeNow } from '../approvals/actions/complete-now';
import { decideMany } from '../approvals/actions/decide-many';
import { decideStep } from '../approvals/actions/decide-step';
import { keepUpload } from '../approvals/actions/keep-upload';
import { linkFiles } from '../approvals/actions/link-files';
import { listCopied } from '../approvals/actions/list-copied';
import { listDecided } from '../approvals/actions/list-decided';
import { listOwn } from '../approvals/actions/list-own';
import { listPending } from '../approvals/actions/list-pending';
import { previewRequest } from '../approvals/actions/preview-request';
import { resubmitRequest } from '../approvals/actions/resubmit-request';
import { setDelegate } from '../approvals/actions/set-delegate';
import { shortenApproved } from '../approvals/actions/shorten-approved';
import { startRequest } from '../approvals/actions/start-request';
import { submitRequest } from '../approvals/actions/submit-request';
import { transferStep } from '../approvals/actions/transfer-step';
import { urgeApprovers } from '../approvals/actions/urge-approvers';
import { viewRequest } from '../approvals/actions/view-request';
import { withdrawOwn } from '../approvals/actions/withdraw-own';
import { completeFollowUps } from '../approvals/jobs/complete-follow-ups';
import { escalateDue } from '../approvals/jobs/escalate-due';
import { recoverStagedRequests } from '../approvals/jobs/recover-staged-requests';
import { keptPictures } from '../approvals/public';
import { hidePicture } from '../approvals/services/hide-picture';
import { receiveVerdict } from '../approvals/services/receive-verdict';
import { plansPending } from '../improvement/public-today';
// Their documents are checked by the page of data to mend, and read by other functions.
import '../appraisal-cycles/data/cycles';
import '../appraisal-cycles/data/people';
import '../appraisal/data/boards';
import '../appraisal/data/bonus-rules';
import '../appraisal/data/results';
import '../attendance/data/settled-months';
import '../goals/data/check-in-pages';
import '../goals/data/cycles';
import '../goals/data/sheets';
import '../notices/data/inboxes';
import '../people/data/leavings';
import '../reviews/data/customer-codes';
import '../reviews/data/review-people';
import '../reviews/data/runs';
import '../reviews/data/units';
import { compTimeCredits } from '../attendance/public';
import { saveCompanyRules } from '../company-rules/actions/save-company-rules';
import { viewCompanyRules } from '../company-rules/actions/view-company-rules';
import { applyChanges } from '../consequences/actions/apply-changes';
import { previewChange } from '../consequences/actions/preview-change';
import { applySavedChanges } from '../consequences/jobs/apply-saved-changes';
import { checkReceipt } from '../expense/actions/check-receipt';
import { correctPayment } from '../expense/actions/correct-payment';
import { listPayments } from '../expense/actions/list-payments';
import { markPaid } from '../expense/actions/mark-paid';
import { receiptPictures } from '../expense/public';
import { submitQueued } from '../field-punch/actions/submit-queued';
import { submitQueuedRequests } from '../field-punch/jobs/submit-queued';
import { adjustBalance } from '../leave/actions/adjust-balance';
import { listLeaveTypes } from '../leave/actions/list-leave-types';
import { saveLeaveType } from '../leave/actions/save-leave-type';
import { viewBalances } from '../leave/actions/view-balances';
import { viewLeaveType } from '../leave/actions/view-leave-type';
import { bookLeaveLedger } from '../leave/jobs/book-leave-ledger';
import { balancesByUse } from '../leave/services/balances-by-use';
import { listFaults } from '../mending/actions/list-faults';
import { tellFaults } from '../mending/jobs/tell-faults';
import { employeeOf } from '../people/data/employee-of';
import { officeBeside } from '../people/public';
import { listTypes } from '../request-types/actions/list-types';
import { saveType } from '../request-types/actions/save-type';
import { viewType } from '../request-types/actions/view-type';
import { decideHandover } from '../resignation/actions/decide-handover';
import { listHandover } from '../resignation/actions/list-handover';
import { checkPictures } from '../shared/files/check-pictures';
import { serve } from '../shared/kernel/serve';
import { runFollowOns } from '../shared/outbox/run-follow-ons';
import { ruleSections } from './kinds';

/** Copies of pictures that others see. */
const pictures = [keptPictures, receiptPictures];

export const main = serve(
  {
    start: startRequest(async (me, account, now) => ({ balances: await balancesByUse(me, account, now) })),
    preview: previewRequest,
    submit: submitRequest,
    resubmit: resubmitRequest,
    pending: listPending(plansPending),
    mine: listOwn(plansPending),
    done: listDecided,
    cc: listCopied,
    detail: viewRequest,
    fileLinks: linkFiles,
    decide: decideStep,
    decideMany,
    transfer: transferStep,
    addSigner,
    withdraw: withdrawOwn,
    cancel: cancelApproved,
    shorten: shortenApproved,
    urge: urgeApprovers,
    delegate: setDelegate,
    listTypes,
    requestType: viewType,
    saveType,
    dataFaults: listFaults,
    leaveTypes: listLeaveTypes,
    leaveType: viewLeaveType,
    saveLeaveType,
    companyRules: viewCompanyRules(ruleSections),
    saveCompanyRules: saveCompanyRules(ruleSections),
    balances: viewBalances,
    adjustBalance,
    checkReceipt,
    keepFile: keepUpload,
    handover: listHandover,
    decideHandover,
    payments: listPayments,
    markPaid,
    correctPayment,
    previewChange,
    complete: completeNow,
    applyChanges,
    submitQueued,
  },
  { employeeOf },
  {
    jobs: [
      recoverStagedRequests,
      completeFollowUps,
      submitQueuedRequests,
      escalateDue,
      applySavedChanges,
      bookLeaveLedger(compTimeCredits),
      checkPictures(pictures, hidePicture, (now) => officeBeside(null, now)),
      tellFaults,
    ],
    pushes: { wxa_media_check: receiveVerdict(pictures) },
    after: runFollowOns,
  },
);
