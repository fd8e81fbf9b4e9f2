import { employeeOf } from '../people/data/employee-of';
import { serve } from '../shared/kernel/serve';
import { month } from './actions/month';
import { punch } from './actions/punch';
import { today } from './actions/today';

export const main = serve({ today, punch, month }, { employeeOf });
