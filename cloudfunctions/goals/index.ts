import { employeeOf } from '../people/data/employee-of';
import { officeBeside } from '../people/public';
import { checkPictures } from '../shared/files/check-pictures';
import { serve } from '../shared/kernel/serve';
import { runFollowOns } from '../shared/outbox/run-follow-ons';
import { answerAlignment } from './actions/answer-alignment';
import { answerPush } from './actions/answer-push';
import { bookValues } from './actions/book-values';
import { breakDown } from './actions/break-down';
import { checkIn } from './actions/check-in';
import { cloneGoals } from './actions/clone-goals';
import { closeCycle } from './actions/close-cycle';
import { confirmReview } from './actions/confirm-review';
import { decidePush } from './actions/decide-push';
import { dropObjective } from './actions/drop-objective';
import { handInReview } from './actions/hand-in-review';
import { keepEvidence } from './actions/keep-evidence';
import { listAlignable } from './actions/list-alignable';
import { listCloneable } from './actions/list-cloneable';
import { listDependents } from './actions/list-dependents';
import { listHistory } from './actions/list-history';
import { listPushed } from './actions/list-pushed';
import { listTeam } from './actions/list-team';
import { listTeamDay } from './actions/list-team-day';
import { listTeamReviews } from './actions/list-team-reviews';
import { listTree } from './actions/list-tree';
import { pictureVerdict } from './actions/picture-verdict';
import { pushGoals } from './actions/push-goals';
import { reportDay } from './actions/report-day';
import { saveCycle } from './actions/save-cycle';
import { saveObjective } from './actions/save-objective';
import { undoCheckIn } from './actions/undo-check-in';
import { viewDivision } from './actions/view-division';
import { viewHome } from './actions/view-home';
import { viewProposal } from './actions/view-proposal';
import { viewReview } from './actions/view-review';
import { viewSheet } from './actions/view-sheet';
import { goalFiles } from './data/goal-files';
import { completeRollUps } from './jobs/complete-roll-ups';
import { readdressGoals } from './jobs/readdress-goals';
import { remindProposals } from './jobs/remind-proposals';
import { remindQuiet } from './jobs/remind-quiet';
import { runCycles } from './jobs/run-cycles';
import { hideEvidence } from './services/hide-evidence';

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
    push: pushGoals,
    pushed: listPushed,
    proposal: viewProposal,
    answerPush,
    division: viewDivision,
    breakDown,
    cloneable: listCloneable,
    clone: cloneGoals,
    answerAlignment,
    dependents: listDependents,
    decidePush,
    review: viewReview,
    handInReview,
    confirmReview,
    teamReviews: listTeamReviews,
    bookValues,
    keepFile: keepEvidence,
    pictureVerdict,
  },
  { employeeOf },
  {
    jobs: [
      // Before roll-ups: what is taken back tells nobody above.
      runCycles,
      completeRollUps,
      readdressGoals,
      remindProposals,
      remindQuiet,
      checkPictures([goalFiles.pictures], hideEvidence, (now) => officeBeside(null, now)),
    ],
    after: runFollowOns,
  },
);
