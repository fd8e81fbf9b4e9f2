import { appraisalToday } from '../appraisal/public-today';
import { paymentsTodo } from '../expense/public-todo';
import { goalsToday } from '../goals/public-today';
import { goalsTodo } from '../goals/public-todo';
import { plansToday } from '../improvement/public-today';
import { payrollToday } from '../payroll/public-today';
import { employeeOf } from '../people/data/employee-of';
import { handoverTodo } from '../resignation/public-todo';
import { unlockTodo } from '../settlement/public-todo';
import { serve } from '../shared/kernel/serve';
import { listSites } from '../sites/actions/list-sites';
import { saveSite } from '../sites/actions/save-site';
import { askUnlock } from './actions/ask-unlock';
import { decideFlag } from './actions/decide-flag';
import { decideUnlock } from './actions/decide-unlock';
import { listDifferences } from './actions/list-differences';
import { listFlags } from './actions/list-flags';
import { listOpenPunches } from './actions/list-open-punches';
import { listOpenRequests } from './actions/list-open-requests';
import { listOwnFlags } from './actions/list-own-flags';
import { lockMonth } from './actions/lock-month';
import { recordPunch } from './actions/record-punch';
import { settleMonth } from './actions/settle-month';
import { startSoter } from './actions/start-soter';
import { viewMonth } from './actions/view-month';
import { viewScreenCode } from './actions/view-screen-code';
import { viewSettlement } from './actions/view-settlement';
import { viewTeamToday } from './actions/view-team-today';
import { viewTeamWeek } from './actions/view-team-week';
import { viewToday } from './actions/view-today';
import { flagsTodo } from './data/flags-todo';
import { collectFlags } from './jobs/collect-flags';
import { settleLastMonth } from './jobs/settle-last-month';

/** Actions for employees and managers. */
const employeeActions = {
  today: viewToday([unlockTodo, flagsTodo, paymentsTodo, handoverTodo, goalsTodo], goalsToday, [
    plansToday,
    appraisalToday,
    payrollToday,
  ]),
  punch: recordPunch,
  month: viewMonth,
  screenCode: viewScreenCode,
  soterChallenge: startSoter,
  teamToday: viewTeamToday,
  teamWeek: viewTeamWeek,
  ownFlags: listOwnFlags,
};
/** Actions for HR. */
const hrActions = {
  sites: listSites,
  saveSite,
  settle: settleMonth,
  settlement: viewSettlement,
  lockMonth,
  askUnlock,
  decideUnlock,
  openPunches: listOpenPunches,
  openRequests: listOpenRequests,
  differences: listDifferences,
  flags: listFlags,
  decideFlag,
};

export const main = serve(
  { ...employeeActions, ...hrActions },
  { employeeOf },
  { jobs: [collectFlags, settleLastMonth] },
);
