import { serve } from '../shared/kernel/serve';
import { bind } from './actions/bind';
import { createInvite } from './actions/create-invite';
import { departments } from './actions/departments';
import { endEmploymentJob } from './actions/end-employment-job';
import { findPeople } from './actions/find-people';
import { me } from './actions/me';
import { setLanguage } from './actions/set-language';
import { unbind } from './actions/unbind';
import { employeeOf } from './data/employee-of';

export const main = serve(
  { me, find: findPeople, departments, bind, setLanguage, createInvite, unbind },
  { employeeOf },
  { jobs: [endEmploymentJob] },
);
