import { employeeOf } from '../people/data/employee-of';
import { serve } from '../shared/kernel/serve';
import { exportReport } from './actions/export-report';
import { list } from './actions/list';
import { monthlyReports } from './actions/monthly-reports';

export const main = serve({ export: exportReport, list }, { employeeOf }, { jobs: [monthlyReports] });
