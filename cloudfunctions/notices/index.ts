import { employeeOf } from '../people/data/employee-of';
import { serve } from '../shared/kernel/serve';
import { countConsent } from './actions/count-consent';
import { deliverNow } from './actions/deliver-now';
import { listInbox } from './actions/list-inbox';
import { listTemplates } from './actions/list-templates';
import { markRead } from './actions/mark-read';
import { viewMe } from './actions/view-me';
import { deliverMessages } from './jobs/deliver-messages';

export const main = serve(
  { me: viewMe, inbox: listInbox, markRead, countConsent, templates: listTemplates, deliver: deliverNow },
  { employeeOf },
  { jobs: [deliverMessages] },
);
