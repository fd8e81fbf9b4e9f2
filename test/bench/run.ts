import { buildProduct } from '../../scripts/build';
import { benchAppraisal } from './bench-appraisal';
import { benchCompany } from './bench-company';
import { benchDbCalls } from './bench-db-calls';
import { benchIdle } from './bench-idle';
import { benchLoad } from './bench-load';
import { benchPunchStorm } from './bench-punch-storm';
import { benchRecount } from './bench-recount';
import { benchReports } from './bench-reports';
import { benchRequests } from './bench-requests';
import { benchRequestsOnSlowDatabase } from './bench-requests-slow';
import { benchReviews } from './bench-reviews';
import { benchScreens } from './bench-screens';
import { benchSettlement } from './bench-settlement';
import { benchSizes } from './bench-sizes';
import { benchStore } from './bench-store';
import { type Row, tableOf } from './table';

const PARTS: readonly (readonly [name: string, run: () => Row[] | Promise<Row[]>])[] = [
  ['package sizes', benchSizes],
  ['cold start', benchLoad],
  ['database calls', benchDbCalls],
  ['a month with nobody there', benchIdle],
  ['requests', benchRequests],
  ['requests on a slow database', benchRequestsOnSlowDatabase],
  ['a holiday over the leave of many', benchRecount],
  ['embedded database', benchStore],
  ['punch storm', benchPunchStorm],
  ['reports', benchReports],
  ['settlement', benchSettlement],
  ['reviews', benchReviews],
  ['appraisal', benchAppraisal],
  ['a large company', benchCompany],
  ['screens', benchScreens],
];

/** `npm run bench`: every figure that the project is measured by; exit code 1 if a target is missed. */
export async function main(): Promise<void> {
  await buildProduct();
  const rows: Row[] = [];
  for (const [name, run] of PARTS) {
    console.log(`${name} …`);
    rows.push(...(await run()));
  }
  console.log(`\n${tableOf(rows)}\n`);
  const missed = rows.filter(({ passed }) => !passed).length;
  console.log(missed === 0 ? 'Every target is met.' : `${missed} targets are missed.`);
  if (missed > 0) process.exitCode = 1;
}
