import { amendCycle } from '../appraisal-cycles/actions/amend-cycle';
import { dropCycle } from '../appraisal-cycles/actions/drop-cycle';
import { dryRunWith } from '../appraisal-cycles/actions/dry-run';
import { endCycle } from '../appraisal-cycles/actions/end-cycle';
import { listCycles } from '../appraisal-cycles/actions/list-cycles';
import { listOpenCycles } from '../appraisal-cycles/actions/list-open-cycles';
import { remindLateWith } from '../appraisal-cycles/actions/remind-late';
import { saveCycle } from '../appraisal-cycles/actions/save-cycle';
import { saveQuestionnaire } from '../appraisal-cycles/actions/save-questionnaire';
import { startCycle } from '../appraisal-cycles/actions/start-cycle';
import { viewCycle } from '../appraisal-cycles/actions/view-cycle';
import { viewProgressWith } from '../appraisal-cycles/actions/view-progress';
import { viewSetup } from '../appraisal-cycles/actions/view-setup';
import { remindRaters } from '../appraisal-cycles/jobs/remind-raters';
import { runAppraisalCycles } from '../appraisal-cycles/jobs/run-appraisal-cycles';
import { answerFeedback } from '../feedback/actions/answer-feedback';
import { askFeedback } from '../feedback/actions/ask-feedback';
import { giveFeedback } from '../feedback/actions/give-feedback';
import { listFeedback } from '../feedback/actions/list-feedback';
import { replyFeedback } from '../feedback/actions/reply-feedback';
import { viewNote } from '../feedback/actions/view-note';
import { withdrawFeedback } from '../feedback/actions/withdraw-feedback';
import { agreePlan } from '../improvement/actions/agree-plan';
import { decidePlan } from '../improvement/actions/decide-plan';
import { dropPlan } from '../improvement/actions/drop-plan';
import { listMetrics } from '../improvement/actions/list-metrics';
import { listPlans } from '../improvement/actions/list-plans';
import { planFromFeedback } from '../improvement/actions/plan-from-feedback';
import { reportPlan } from '../improvement/actions/report-plan';
import { savePlan } from '../improvement/actions/save-plan';
import { viewPlan } from '../improvement/actions/view-plan';
import { openPlans } from '../improvement/jobs/open-plans';
import { readdressPlans } from '../improvement/jobs/readdress-plans';
import { findPayReach } from '../payroll/public';
import { employeeOf } from '../people/data/employee-of';
import { answerAsCustomer } from '../reviews/actions/answer-as-customer';
import { choosePeers } from '../reviews/actions/choose-peers';
import { confirmPeers } from '../reviews/actions/confirm-peers';
import { inviteCustomer } from '../reviews/actions/invite-customer';
import { listCustomers } from '../reviews/actions/list-customers';
import { listReviewed } from '../reviews/actions/list-reviewed';
import { listReviews } from '../reviews/actions/list-reviews';
import { reopenReview } from '../reviews/actions/reopen-review';
import { saveReview } from '../reviews/actions/save-review';
import { sendReview } from '../reviews/actions/send-review';
import { viewCustomerForm } from '../reviews/actions/view-customer-form';
import { viewEvidence } from '../reviews/actions/view-evidence';
import { viewPeers } from '../reviews/actions/view-peers';
import { viewReviewFigures } from '../reviews/actions/view-review-figures';
import { viewReviewForm } from '../reviews/actions/view-review-form';
import { viewUnitFigures } from '../reviews/actions/view-unit-figures';
import { forgetTries } from '../reviews/jobs/forget-tries';
import { publishReviews } from '../reviews/jobs/publish-reviews';
import { reviewDuties } from '../reviews/services/duties';
import { isReopened } from '../reviews/services/reopened';
import { serve } from '../shared/kernel/serve';
import { runFollowOns } from '../shared/outbox/run-follow-ons';
import { acknowledgeResult } from './actions/acknowledge-result';
import { appealResult } from './actions/appeal-result';
import { changeGrade } from './actions/change-grade';
import { decideAppeal } from './actions/decide-appeal';
import { listAppeals } from './actions/list-appeals';
import { listBoards } from './actions/list-boards';
import { listFigures } from './actions/list-figures';
import { listResults } from './actions/list-results';
import { lockBoard } from './actions/lock-board';
import { openBoard } from './actions/open-board';
import { publishResults } from './actions/publish-results';
import { saveBonusRules } from './actions/save-bonus-rules';
import { saveFigures } from './actions/save-figures';
import { viewBoard } from './actions/view-board';
import { viewBonusRules } from './actions/view-bonus-rules';
import { viewDistribution } from './actions/view-distribution';
import { viewPool } from './actions/view-pool';
import { viewReport } from './actions/view-report';
import { withdrawAppeal } from './actions/withdraw-appeal';
import { closeCycles } from './jobs/close-cycles';
import { publishCycles } from './jobs/publish-cycles';
import { findPastScores } from './services/past-scores';

const cycleActions = {
  cycles: listCycles,
  cycle: viewCycle,
  openCycles: listOpenCycles,
  cycleSetup: viewSetup,
  saveCycle,
  saveQuestionnaire,
  dropCycle,
  dryRun: dryRunWith(findPastScores),
  startCycle,
  amendCycle,
  endCycle,
  cycleProgress: viewProgressWith(reviewDuties),
  remindLate: remindLateWith(reviewDuties),
};

const feedbackActions = {
  feedback: listFeedback,
  feedbackNote: viewNote,
  giveFeedback,
  askFeedback,
  answerFeedback,
  replyFeedback,
  withdrawFeedback,
};
const planActions = {
  plans: listPlans,
  plan: viewPlan,
  planMetrics: listMetrics,
  savePlan,
  planFromFeedback,
  agreePlan,
  reportPlan,
  decidePlan,
  dropPlan,
};
const reviewActions = {
  reviews: listReviews,
  reviewForm: viewReviewForm,
  reviewEvidence: viewEvidence,
  saveReview,
  sendReview,
  peers: viewPeers,
  choosePeers,
  confirmPeers,
  reviewed: listReviewed,
  reopenReview,
  customers: listCustomers,
  inviteCustomer,
  customerForm: viewCustomerForm,
  answerAsCustomer,
  reviewFigures: viewReviewFigures,
  unitFigures: viewUnitFigures,
};

/** Appraisal: its cycles, reviews, scores, what follows from them. Each feature names its actions and jobs here. */
export const main = serve(
  {
    ...feedbackActions,
    ...planActions,
    ...cycleActions,
    ...{
      boards: listBoards,
      board: viewBoard,
      distribution: viewDistribution,
      changeGrade,
      lockBoard,
      openBoard,
      publishResults,
    },
    ...{ results: listResults, report: viewReport, acknowledge: acknowledgeResult },
    ...{ appeal: appealResult, withdrawAppeal, appeals: listAppeals, decideAppeal },
    ...{ bonusRules: viewBonusRules, saveBonusRules: saveBonusRules({ findPayReach }), pool: viewPool },
    ...{ figures: listFigures, saveFigures },
    ...reviewActions,
  },
  { employeeOf },
  {
    jobs: [
      runAppraisalCycles(isReopened),
      remindRaters(reviewDuties),
      publishReviews,
      closeCycles,
      publishCycles,
      forgetTries,
      openPlans,
      readdressPlans,
    ],
    after: runFollowOns,
  },
);
