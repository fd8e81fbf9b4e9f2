import { employeeOf } from '../people/data/employee-of';
import { serve } from '../shared/kernel/serve';
import { calendar } from './actions/calendar';
import { roster } from './actions/roster';
import { saveCalendar } from './actions/save-calendar';
import { saveRoster } from './actions/save-roster';
import { saveShift } from './actions/save-shift';
import { shifts } from './actions/shifts';

export const main = serve({ shifts, saveShift, roster, saveRoster, calendar, saveCalendar }, { employeeOf });
