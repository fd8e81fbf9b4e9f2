import { retainedFlagRuns, retainedPhones, retainedTries } from '../attendance/public-retention';
import { retainedChanges } from '../consequences/public-retention';
import { retainedWishes } from '../field-punch/public-retention';
import { outdateDrafts } from '../payroll/public-drafts';
import { retainedFaults } from '../shared/faults/data-faults';
import { serve } from '../shared/kernel/serve';
import { retainedMessages } from '../shared/outbox/outbox';
import { runFollowOns } from '../shared/outbox/run-follow-ons';
import { removeOver } from '../shared/retention/remove-over';
import { bindPhone } from './actions/bind-phone';
import { createInvite } from './actions/create-invite';
import { findPeople } from './actions/find-people';
import { invitePeople } from './actions/invite-people';
import { listDataReaders } from './actions/list-data-readers';
import { listDepartments } from './actions/list-departments';
import { listUnbound } from './actions/list-unbound';
import { saveEmployee } from './actions/save-employee';
import { setLanguage } from './actions/set-language';
import { unbindPhone } from './actions/unbind-phone';
import { viewEmployee } from './actions/view-employee';
import { viewMe } from './actions/view-me';
import { retainedAttempts } from './data/bind-attempts';
import { employeeOf } from './data/employee-of';
import { retainedInvites } from './data/invites';
import { retainedLeavings } from './data/leavings';
import { endEmployment } from './jobs/end-employment';
import { fillSearchTexts } from './jobs/fill-search-texts';

/** What is not kept for good, see "How long data is kept" of docs/security.md. */
const RETAINED = [
  retainedMessages,
  retainedInvites,
  retainedAttempts,
  retainedLeavings,
  retainedTries,
  retainedFlagRuns,
  retainedPhones,
  retainedWishes,
  retainedChanges,
  retainedFaults,
];

export const main = serve(
  {
    me: viewMe,
    find: findPeople,
    departments: listDepartments,
    dataReaders: listDataReaders,
    bind: bindPhone,
    employee: viewEmployee,
    saveEmployee: saveEmployee({ outdateDrafts }),
    setLanguage,
    unbound: listUnbound,
    invite: invitePeople,
    createInvite,
    unbind: unbindPhone,
  },
  { employeeOf },
  { jobs: [endEmployment({ outdateDrafts }), fillSearchTexts, removeOver(RETAINED)], after: runFollowOns },
);
