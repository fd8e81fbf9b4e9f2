import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { buildProduct } from '../../scripts/build';
import { benchAppraisal } from './bench-appraisal';
import { benchClosingAppraisal } from './bench-appraisal-close';
import { benchBurst } from './bench-burst';
import { benchCompany } from './bench-company';
import { benchDbCalls } from './bench-db-calls';
import { benchGoals } from './bench-goals';
import { benchClosingGoals } from './bench-goals-close';
import { benchIdle } from './bench-idle';
import { benchLoad } from './bench-load';
import { benchPayroll } from './bench-payroll';
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
import { measured } from './measured';
import { type Row, stoppedRow, tableOf } from './table';

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
  ['a burst of one person', benchBurst],
  ['reports', benchReports],
  ['settlement', benchSettlement],
  ['reviews', benchReviews],
  ['appraisal', benchAppraisal],
  ['goals', benchGoals],
  ['closing goals', benchClosingGoals],
  ['closing an appraisal', benchClosingAppraisal],
  ['payroll', benchPayroll],
  ['a large company', benchCompany],
  ['screens', benchScreens],
];

type Part = (typeof PARTS)[number];

/** @throws Error (expected) naming the parts there are, if one of these is none */
function chosen(names: readonly string[]): readonly Part[] {
  const unknown = names.find((name) => !PARTS.some(([part]) => part === name));
  if (unknown === undefined) return names.length > 0 ? PARTS.filter(([part]) => names.includes(part)) : PARTS;
  const error = new Error(
    `There is no part "${unknown}"; there are: ${PARTS.map(([part]) => part).join(', ')}.`,
  );
  throw Object.assign(error, { expected: true });
}

const MB = 1024 * 1024;

/** A part that throws is a missed target, and the others are measured. */
async function rowsOf([name, run]: Part): Promise<readonly Row[]> {
  console.log(`${name} …`);
  try {
    const { result, wall, cpu, peak } = await measured(run);
    const took = `${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, at most ${(peak / MB).toFixed(0)} MB`;
    console.log(`${name}: ${took}, load ${load()}\n${tableOf(result)}\n`);
    return result;
  } catch (error) {
    console.error(`${name} stopped:`, error);
    return [stoppedRow(name, error)];
  }
}

const load = (): string => (loadavg()[0] ?? 0).toFixed(1);

/** What the figures were measured on; a load above the number of processors makes every wall time worse. */
function machine(): string {
  const [{ model } = { model: 'unknown' }] = cpus();
  const memory = Math.round(totalmem() / 1024 / MB);
  return `${availableParallelism()} processors (${model.trim()}), ${memory} GB, Node.js ${process.versions.node}, load ${load()}`;
}

/**
 * `npm run bench`: every figure that the project is measured by, or those of the parts that are named; exit code 1 if a
 * target is missed.
 */
export async function main(names: readonly string[] = []): Promise<void> {
  const parts = chosen(names);
  console.log(`${new Date().toISOString().slice(0, 16)}, ${machine()}`);
  await buildProduct();
  const rows: Row[] = [];
  for (const part of parts) rows.push(...(await rowsOf(part)));
  console.log(`\n${tableOf(rows)}\n`);
  const missed = rows.filter(({ passed }) => !passed).length;
  console.log(missed === 0 ? 'Every target is met.' : `${missed} targets are missed.`);
  if (missed > 0) process.exitCode = 1;
}
