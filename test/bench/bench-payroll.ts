import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decryptText, encryptText } from '../../cloudfunctions/shared/privacy/field-cipher';
import type { EmbeddedCloud } from '../../local/cloud';
import { openidOf } from '../../local/demo/demo-person';
import { FUNCTION_VARIABLES } from '../../local/demo/function-variables';
import { call, withBenchCloud } from './bench-cloud';
import { spreadOf } from './figures';
import { measured } from './measured';
import { count, measuredRow, type Row, row } from './table';
import { watchedFunctions } from './watched-function';

const PEOPLE = 10_000;
/** The naive way costs the same for each. */
const SAMPLE = 100;
/** The month that is measured has one before it that is worked out again, as it is every month. */
const BEFORE = '2026-09';
const MONTH = '2026-10';
const PAY_DAY = { [BEFORE]: '2026-10-10', [MONTH]: '2026-11-10' };
const OFFICER = openidOf('E0006');
const SECOND = openidOf('E0058');
const FIELDS = 10_000;
const ROUNDS = 7;
/** What an instance may hold (`config.json`). */
const MEMORY = 256;
const MB = 1024 * 1024;
/** Of a unit, ms: the phone waits for ten seconds. */
const MAX_UNIT_MS = 10_000;
const MAX_UNITS = 500;

const idOf = (at: number): string => `P${String(at).padStart(6, '0')}`;

/** A company of ten thousand is paid twice; the second month has differences of the first to look for. */
export async function benchPayroll(): Promise<Row[]> {
  const { FIELD_KEYS } = FUNCTION_VARIABLES.payroll;
  process.env.FIELD_KEYS = FIELD_KEYS;
  const functionsDir = watchedFunctions(['payroll']);
  const naive = path.join(__dirname, 'naive/naive-pay/index.js');
  mkdirSync(path.join(functionsDir, 'naive-pay'));
  writeFileSync(
    path.join(functionsDir, 'naive-pay/index.js'),
    `module.exports = require(${JSON.stringify(naive)});`,
  );
  writeFileSync(path.join(functionsDir, 'naive-pay/config.json'), JSON.stringify({ timeout: 60 }));
  try {
    const variables = { payroll: { FIELD_KEYS } };
    const rows = await withBenchCloud(paidCompany, { functionsDir, variables, runTimers: false });
    return [...fieldRows(), ...rows];
  } finally {
    rmSync(functionsDir, { recursive: true });
  }
}

/** A salary of an ordinary length, encrypted and decrypted. */
function fieldRows(): Row[] {
  const text = JSON.stringify([salaryOf(0)]);
  const took = Array.from({ length: ROUNDS }, () => {
    const began = process.cpuUsage();
    for (let at = 0; at < FIELDS; at += 1) {
      const place = `salaries:${idOf(at)}`;
      if (decryptText(encryptText(text, place), place) !== text)
        throw new Error('A field came back different.');
    }
    const { user, system } = process.cpuUsage(began);
    return (user + system) / FIELDS / 2;
  });
  const { median, low, high } = spreadOf(took);
  const figure = { text: `${median.toFixed(1)} µs (${low.toFixed(1)}–${high.toFixed(1)})`, value: median };
  return [row('a field encrypted or decrypted, CPU', figure, { atMost: 25 })];
}

async function paidCompany(cloud: EmbeddedCloud): Promise<Row[]> {
  await employ(cloud);
  const naive = await naively(cloud);
  await pass(cloud, BEFORE);
  // As the second person does it; the demo's own people have no salary, which would block them.
  await cloud.db.updateMany('payroll_runs', { _id: BEFORE }, { $set: { blockers: [] } });
  await lock(cloud, BEFORE);
  const { result: first, ...cost } = await measured(() => pass(cloud, MONTH));
  const again = await pass(cloud, MONTH, true);
  const perSlip = (value: number) => ({ text: value.toFixed(2), value });
  const perMs = (value: number) => ({ text: `${value.toFixed(2)} ms`, value });
  const slips = await cloud.db.count('payslips', { month: MONTH });
  if (slips !== PEOPLE) throw new Error(`${slips} slips instead of ${PEOPLE}`);
  return [
    measuredRow(
      row(
        'payroll: DB calls per slip',
        perSlip(first.calls / PEOPLE),
        { atMost: 1.1 },
        perSlip(naive.calls / SAMPLE),
      ),
      PEOPLE,
      cost,
    ),
    row('payroll: a slip', perMs(first.whole / PEOPLE), { atMost: 2 }, perMs(naive.whole / SAMPLE)),
    row('payroll: CPU of its function, a slip', perMs(first.cpu / PEOPLE), { atMost: 2 }),
    row(`payroll: longest of ${first.units} units`, count(first.longest, 'ms'), { atMost: MAX_UNIT_MS }),
    row('payroll: memory of its function', count(first.memory / MB, 'MB'), { atMost: MEMORY }),
    row('payroll: written by the same run again', count(again.written), { atMost: 0 }),
    row('payroll: DB calls per slip, the same run again', perSlip(again.calls / PEOPLE), { atMost: 1.1 }),
  ];
}

const salaryOf = (at: number) => ({
  ...{ from: '2026-01-05', wage: 800_000 + (at % 400) * 5_000, overtimeBase: null, method: '21.75' },
  entered: {},
});

async function employ({ db }: EmbeddedCloud): Promise<void> {
  const template = await db.get('employees', 'E0012');
  const ids = Array.from({ length: PEOPLE }, (_, at) => idOf(at));
  const joined = { hiredOn: '2026-01-05', leftOn: null, city: 'shanghai', roles: ['employee'] };
  await db.insertMany(
    'employees',
    ids.map((_id) => ({ ...template, ...joined, _id })),
  );
  await db.insertMany(
    'salaries',
    ids.map((_id, at) => ({
      _id,
      rev: 1,
      sealed: encryptText(JSON.stringify([salaryOf(at)]), `salaries:${_id}`),
    })),
  );
  await db.insertMany(
    'insurance_bases',
    ids.map((_id, at) => {
      const base = salaryOf(at).wage;
      const list = [{ from: '2026-01', insurance: base, fund: base, isLocal: false, isPensioner: false }];
      return {
        _id,
        rev: 1,
        history: [],
        sealed: encryptText(JSON.stringify(list), `insurance_bases:${_id}`),
      };
    }),
  );
  for (const month of [BEFORE, MONTH]) {
    await db.insertMany('settlements', [lockedSettlement(month)]);
    await db.insertMany(
      'settled_months',
      ids.map((id, at) => settledMonth(id, month, at)),
    );
  }
}

const lockedSettlement = (month: string) => ({
  ...{ _id: month, rev: 1, state: 'locked', cursor: '', leaseUntil: 0, people: PEOPLE, written: PEOPLE },
  ...{ waiting: 0, resumesAt: null, startedAt: 1, doneAt: 2, lockedAt: 3, lockedById: null },
});

/** Every tenth has worked overtime, every tenth was on unpaid leave. */
function settledMonth(employeeId: string, month: string, at: number) {
  const overtime = at % 10 === 0 ? [{ payClass: 150, compensation: 'pay', minutes: 300 }] : [];
  const name = { 'zh-CN': '事假', en: 'Personal leave' };
  const leave =
    at % 10 === 5 ? [{ typeId: 'personal', name, paidShare: 0, minutes: 480, statutoryDays: 0 }] : [];
  const days = Array.from({ length: 30 }, (_, day) => ({
    ...{ day: `${month}-${String(day + 1).padStart(2, '0')}`, state: day % 7 < 5 ? 'done' : 'rest' },
    workedMinutes: day % 7 < 5 ? 480 : 0,
  }));
  return {
    ...{
      _id: `${employeeId}:${month}`,
      employeeId,
      month,
      departmentId: 'D1',
      rev: 1,
      inputs: 'x',
      settledAt: 1,
    },
    ...{ workedMinutes: 22 * 480, days, rules: [] },
    totals: {
      ...{ attended: 22, absent: 0, leave: 0, late: 0, lateMinutes: 0, early: 0, earlyMinutes: 0 },
      ...{ missing: 0, trip: 0, field: 0 },
    },
    pay: { overtime, leave, corrections: 0 },
  };
}

async function lock(cloud: EmbeddedCloud, month: string): Promise<void> {
  const rev = (await cloud.db.get('payroll_runs', month))?.rev as number;
  const { reply } = await call(cloud, ['payroll', 'lockPay'], { month, rev }, SECOND);
  if (!reply.ok) throw new Error(`The lock was refused: ${reply.error.code}`);
}

/** Unit after unit, as the officer's phone does it. */
async function pass(cloud: EmbeddedCloud, month: keyof typeof PAY_DAY, again = false) {
  let [calls, units, longest, whole, memory, cpu] = [0, 0, 0, 0, 0, 0];
  for (;;) {
    if (units === MAX_UNITS) throw new Error('The run does not end.');
    const began = performance.now();
    const input = { month, paidOn: PAY_DAY[month], ...(again && units === 0 && { again }) };
    const { reply, database } = await call(cloud, ['payroll', 'calculatePay'], input, OFFICER);
    const took = performance.now() - began;
    if (!reply.ok) throw new Error(`The run was refused: ${reply.error.code}`);
    const watched = reply as { memory?: number; cpu?: number };
    [calls, units, longest, whole] = [calls + database, units + 1, Math.max(longest, took), whole + took];
    [memory, cpu] = [Math.max(memory, watched.memory ?? 0), cpu + (watched.cpu ?? 0)];
    const { state, written } = reply.data as { state: string; written: number };
    if (state === 'calculated') return { written, calls, units, longest, whole, memory, cpu };
  }
}

async function naively(cloud: EmbeddedCloud): Promise<{ readonly calls: number; readonly whole: number }> {
  await cloud.db.createCollection('naive_payslips');
  const ids = Array.from({ length: SAMPLE }, (_, at) => idOf(at * (PEOPLE / SAMPLE)));
  const began = performance.now();
  const { reply, database } = await call(cloud, ['naive-pay', 'run'], { ids, month: MONTH }, OFFICER);
  if (!reply.ok) throw new Error('The naive run failed.');
  return { calls: database, whole: performance.now() - began };
}
