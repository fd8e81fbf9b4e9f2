import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

const ZONES = ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati', 'America/St_Johns'];
const RULES = path.resolve(__dirname, '../../cloudfunctions');

/** Every day of two years and every quarter of an hour of two months, through the rules of the product. */
const PROGRAM = `
  import { attendanceDayOf } from '${RULES}/schedule/domain/attendance-day-of';
  import { dayReport } from '${RULES}/attendance/domain/day-report';
  import { scheduleOf } from '${RULES}/schedule/domain/schedule';
  import { clockOn, dayOf, daysBetween } from '${RULES}/shared/calendar/company-time';
  import { kindOfDay } from '${RULES}/shared/calendar/day-kind';

  const name = { 'zh-CN': 'x', en: 'x' };
  const limits = { lateHalfDayAfter: 60, lateAbsentAfter: 180, earlyHalfDayAfter: 60, earlyAbsentAfter: 180 };
  const shift = (start, end) => ({
    _id: 's' + start, name, version: 1, start, end, flexMinutes: 30, workdays: [1, 2, 3, 4, 5],
    ...limits, breaks: [], source: name,
  });
  const lines = daysBetween('2025-01-01', '2026-12-31').map((day) => day + JSON.stringify(kindOfDay(day, [1, 2, 3, 4, 5], [])));
  for (const plan of [shift(540, 1080), shift(1320, 1800)]) {
    const person = { hiredOn: '2025-01-01', leftOn: null, assignments: [{ from: '2025-01-01', shiftId: plan._id, siteIds: [], fieldPolicy: 'free' }] };
    const schedule = scheduleOf(person, new Map([[plan._id, plan]]), []);
    // Both nights on which clocks change in America, a year end and a leap day are in it.
    for (const from of [Date.UTC(2026, 9, 20), Date.UTC(2026, 2, 1), Date.UTC(2025, 11, 28), Date.UTC(2028, 1, 27)])
      for (let at = from; at < from + 15 * 86400000; at += 900000) {
        const day = attendanceDayOf(at, schedule.shiftOn);
        lines.push([at, dayOf(at), day, clockOn(day, at)].join(' '));
      }
    for (const day of daysBetween('2026-09-01', '2026-11-30'))
      lines.push(JSON.stringify(dayReport(day, schedule, null, Date.UTC(2026, 10, 1))));
  }
  process.stdout.write(lines.join('\\n'));
`;

test(`the rules answer the same on a machine in ${ZONES.join(', ')}`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'time-zones-'));
  try {
    const outfile = path.join(folder, 'rules.js');
    const stdin = { contents: PROGRAM, loader: 'ts' as const, resolveDir: RULES };
    buildSync({ stdin, outfile, bundle: true, platform: 'node', format: 'cjs' });
    const outputs = ZONES.map((TZ) =>
      execFileSync(process.execPath, [outfile], { env: { ...process.env, TZ }, maxBuffer: 64_000_000 }),
    );
    expect(outputs[0]?.toString().split('\n').length).toBeGreaterThan(10_000);
    const digests = outputs.map((output) => createHash('sha256').update(output).digest('hex'));
    expect(digests).toEqual(ZONES.map(() => digests[0]));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
