import { employeeOf } from '../people/data/employee-of';
import { serve } from '../shared/kernel/serve';
import { runFollowOns } from '../shared/outbox/run-follow-ons';
import { checkIn } from './actions/check-in';
import { closeCycle } from './actions/close-cycle';
import { dropObjective } from './actions/drop-objective';
import { listAlignable } from './actions/list-alignable';
import { listHistory } from './actions/list-history';
import { listTeam } from './actions/list-team';
import { listTeamDay } from './actions/list-team-day';
import { listTree } from './actions/list-tree';
import { reportDay } from './actions/report-day';
import { saveCycle } from './actions/save-cycle';
import { saveObjective } from './actions/save-objective';
import { undoCheckIn } from './actions/undo-check-in';
import { viewHome } from './actions/view-home';
import { viewSheet } from './actions/view-sheet';
import { completeRollUps } from './jobs/complete-roll-ups';
import { runCycles } from './jobs/run-cycles';

export const main = serve(
  {
    home: viewHome,
    sheet: viewSheet,
    tree: listTree,
    alignable: listAlignable,
    team: listTeam,
    teamDay: listTeamDay,
    history: listHistory,
    saveObjective,
    dropObjective,
    checkIn,
    report: reportDay,
    undoCheckIn,
    saveCycle,
    closeCycle,
  },
  { employeeOf },
  { jobs: [completeRollUps, runCycles], after: runFollowOns },
);
