import { employeeOf } from '../people/data/employee-of';
import { serve } from '../shared/kernel/serve';
import { exportReport } from './actions/export-report';
import { listReports } from './actions/list-reports';
import { writeMonthlyReports } from './jobs/write-monthly-reports';

export const main = serve(
  { export: exportReport, list: listReports },
  { employeeOf },
  { jobs: [writeMonthlyReports] },
);
