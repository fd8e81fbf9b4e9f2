import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClock, type EmbeddedCloud, readDatabaseDeclaration, startCloud } from '../../local/cloud';
import { CONSOLE_SECRET } from '../../local/demo/function-variables';
import { ROOT } from '../../scripts/lib/root';
import { call, MORNING } from './bench-cloud';
import { inFreshProcess } from './bench-load';
import { spreadOf } from './figures';
import { count, ms, type Row, row } from './table';

const PEOPLE = 1_000;
const MONTH = '2026-10';
const DAYS = 31;
const LOADS = 5;
const MB = 1024 * 1024;
const FUNCTIONS = path.join(ROOT, 'dist/cloudfunctions');

/** A company of a thousand, each with two punches on every day of a month, exported as one workbook. */
export async function benchReports(): Promise<Row[]> {
  return [...loadRows(), ...(await withCompany(exportRows))];
}

/** The library that writes workbooks is in the bundle, but not in the way of a call that needs none. */
function loadRows(): Row[] {
  const loads = (name: string) =>
    Array.from(
      { length: LOADS },
      () => inFreshProcess(path.join(FUNCTIONS, name, 'index.js'), 'refuse').load,
    );
  const [ours, other] = [ms(spreadOf(loads('reports'))), ms(spreadOf(loads('attendance')))];
  return [
    row('load of reports, against attendance', ours, { atMost: Math.round(other.value * 2 + 10) }, other),
  ];
}

async function exportRows(cloud: EmbeddedCloud): Promise<Row[]> {
  const input = { kind: 'attendance-days', month: MONTH, format: 'xlsx', language: 'zh-CN' };
  const before = process.memoryUsage().rss;
  let highest = before;
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 20);
  const started = performance.now();
  const { reply, database } = await call(cloud, ['reports', 'export'], input, null);
  const seconds = (performance.now() - started) / 1_000;
  clearInterval(watch);
  if (!reply.ok) throw new Error(`The export was refused: ${reply.error.code}`);
  const { state, files } = reply.data as { state: string; files: { rows: number; bytes: number }[] };
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  if (state !== 'done' || rows !== PEOPLE * DAYS) throw new Error(`The export has ${rows} rows, ${state}.`);
  const grown = (highest - before) / MB;
  return [
    row(`export of ${PEOPLE} people × ${DAYS} days`, count(seconds, 's'), { atMost: 40 }),
    row('memory it takes, the embedded cloud included', count(grown, 'MB'), { atMost: 512 }),
    row('its calls to the database', count(database), { atMost: 80 }),
  ];
}

async function withCompany<Result>(work: (cloud: EmbeddedCloud) => Promise<Result>): Promise<Result> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongxin-bench-'));
  const declared = readDatabaseDeclaration(ROOT);
  const options = {
    dataDir,
    functionsDir: FUNCTIONS,
    ...declared,
    variables: { reports: { CONSOLE_SECRET } },
    clock: createClock(MORNING),
    runTimers: false,
  };
  const cloud = await startCloud(options);
  try {
    await fill(cloud);
    return await work(cloud);
  } finally {
    await cloud.close();
    rmSync(dataDir, { recursive: true });
  }
}

const SHIFT = {
  _id: 'SH-DAY',
  name: { 'zh-CN': '白班', en: 'Day shift' },
  version: 1,
  ...{ start: 540, end: 1_080, flexMinutes: 10, workdays: [1, 2, 3, 4, 5] },
  ...{ lateHalfDayAfter: 60, lateAbsentAfter: 180, earlyHalfDayAfter: 60, earlyAbsentAfter: 180 },
  breaks: [{ start: 720, end: 780 }],
  source: { 'zh-CN': '考勤制度', en: 'Attendance rules' },
};

async function fill(cloud: EmbeddedCloud): Promise<void> {
  const ids = Array.from({ length: PEOPLE }, (_, n) => `E${String(n).padStart(5, '0')}`);
  await cloud.db.insertMany('shifts', [SHIFT]);
  await cloud.db.insertMany('employees', ids.map(employee));
  const days = Array.from({ length: DAYS }, (_, n) => `${MONTH}-${String(n + 1).padStart(2, '0')}`);
  for (const day of days)
    await cloud.db.insertMany(
      'attendance_days',
      ids.map((id) => workedDay(id, day)),
    );
}

const employee = (id: string) => ({
  _id: id,
  name: `员工${id}`,
  nameEn: `Person ${id}`,
  departmentId: 'D1',
  hiredOn: '2026-01-05',
  leftOn: null,
  roles: ['employee'],
  assignments: [{ from: '2026-01-05', shiftId: SHIFT._id, siteIds: [], fieldPolicy: 'free' }],
});

function workedDay(id: string, day: string) {
  const midnight = Date.parse(`${day}T00:00:00+08:00`);
  const punch = (slot: string, minutes: number) => ({
    ...{ key: `${id}-${day}-${slot}`, slot, at: midnight + minutes * 60_000, mode: 'gps', flags: [] },
    ...{ tappedAt: midnight + minutes * 60_000, latitude: 31, longitude: 121, accuracy: 20 },
    ...{ site: null, distance: 10, placeName: null, note: null, photo: null },
  });
  const punches = [punch('in', 535 + (id.length % 30)), punch('out', 1_085)];
  return { _id: `${id}:${day}`, employeeId: id, day, rev: 2, shift: SHIFT, punches, covers: [] };
}
