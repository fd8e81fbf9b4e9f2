import { employeeOf } from '../people/data/employee-of';
import { serve } from '../shared/kernel/serve';
import { sites } from '../sites/actions/list-sites';
import { saveSite } from '../sites/actions/save-site';
import { screenCode } from '../sites/actions/view-screen-code';
import { decideFlag } from './actions/decide-flag';
import { differences } from './actions/differences';
import { flagJob } from './actions/flag-job';
import { flags } from './actions/flags';
import { lockMonth } from './actions/lock-month';
import { month } from './actions/month';
import { ownFlags } from './actions/own-flags';
import { punch } from './actions/punch';
import { settle } from './actions/settle';
import { settlement } from './actions/settlement';
import { settlementJob } from './actions/settlement-job';
import { soterChallenge } from './actions/soter-challenge';
import { teamToday } from './actions/team-today';
import { today } from './actions/today';

const own = { today, punch, month, screenCode, soterChallenge, teamToday, ownFlags };
const office = { sites, saveSite, settle, settlement, lockMonth, differences, flags, decideFlag };

export const main = serve({ ...own, ...office }, { employeeOf }, { jobs: [flagJob, settlementJob] });
