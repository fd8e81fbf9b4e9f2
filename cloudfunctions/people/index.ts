import { serve } from '../shared/kernel/serve';
import { bindPhone } from './actions/bind-phone';
import { createInvite } from './actions/create-invite';
import { findPeople } from './actions/find-people';
import { invitePeople } from './actions/invite-people';
import { listDepartments } from './actions/list-departments';
import { listUnbound } from './actions/list-unbound';
import { setLanguage } from './actions/set-language';
import { unbindPhone } from './actions/unbind-phone';
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
    setLanguage,
    unbound: listUnbound,
    invite: invitePeople,
    createInvite,
    unbind: unbindPhone,
  },
  { employeeOf },
  { jobs: [endEmployment, fillSearchTexts] },
);
