import { serve } from '../shared/kernel/serve';
import { runFollowOns } from '../shared/outbox/run-follow-ons';
import { bindPhone } from './actions/bind-phone';
import { createInvite } from './actions/create-invite';
import { findPeople } from './actions/find-people';
import { invitePeople } from './actions/invite-people';
import { listDepartments } from './actions/list-departments';
import { listUnbound } from './actions/list-unbound';
import { saveEmployee } from './actions/save-employee';
import { setLanguage } from './actions/set-language';
import { unbindPhone } from './actions/unbind-phone';
import { viewEmployee } from './actions/view-employee';
import { viewMe } from './actions/view-me';
import { employeeOf } from './data/employee-of';
import { endEmployment } from './jobs/end-employment';
import { fillSearchTexts } from './jobs/fill-search-texts';

export const main = serve(
  {
    me: viewMe,
    find: findPeople,
    departments: listDepartments,
    bind: bindPhone,
    employee: viewEmployee,
    saveEmployee,
    setLanguage,
    unbound: listUnbound,
    invite: invitePeople,
    createInvite,
    unbind: unbindPhone,
  },
  { employeeOf },
  { jobs: [endEmployment, fillSearchTexts], after: runFollowOns },
);
