import { employeeOf } from '../people/data/employee-of';
import { serve } from '../shared/kernel/serve';
import { runFollowOns } from '../shared/outbox/run-follow-ons';
import { listShifts } from './actions/list-shifts';
import { saveCalendar } from './actions/save-calendar';
import { saveRoster } from './actions/save-roster';
import { saveShift } from './actions/save-shift';
import { viewCalendar } from './actions/view-calendar';
import { viewRoster } from './actions/view-roster';

export const main = serve(
  { shifts: listShifts, saveShift, roster: viewRoster, saveRoster, calendar: viewCalendar, saveCalendar },
  { employeeOf },
  { after: runFollowOns },
);
