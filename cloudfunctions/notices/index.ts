import { employeeOf } from '../people/data/employee-of';
import { serve } from '../shared/kernel/serve';
import { countConsent } from './actions/count-consent';
import { deliver } from './actions/deliver';
import { deliverMessages } from './actions/deliver-messages';
import { inbox } from './actions/inbox';
import { markRead } from './actions/mark-read';
import { me } from './actions/me';
import { templates } from './actions/templates';

export const main = serve(
  { me, inbox, markRead, countConsent, templates, deliver },
  { employeeOf },
  { jobs: [deliverMessages] },
);
