import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { AttendanceDay } from '../../cloudfunctions/attendance/domain/attendance-day';
import { startTestCloud } from '../support/cloud';

/** First day of each round, a Monday each, so that no round meets the punches of another. */
const ROUNDS = ['2027-01-04', '2027-03-01', '2027-05-10'];
/** Acknowledged punches after which the process is killed. */
const PUNCHES_BEFORE_KILL = 60;

const TYPESCRIPT = path.resolve(__dirname, '../../scripts/bootstrap/register-typescript.cjs');

async function killWhilePunching(dataDir: string, firstDay: string): Promise<string[]> {
  const writer = path.join(__dirname, 'support/punch-writer.ts');
  const args = ['--require', TYPESCRIPT, writer, dataDir, firstDay];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === PUNCHES_BEFORE_KILL) child.kill('SIGKILL');
  }
  return acknowledged;
}

test(`${ROUNDS.length} kills of the cloud while eight people punch lose no acknowledged punch`, async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tongxin-punch-kill-'));
  for (const firstDay of ROUNDS) {
    const acknowledged = await killWhilePunching(dataDir, firstDay);
    expect(acknowledged.length).toBeGreaterThanOrEqual(PUNCHES_BEFORE_KILL);
    const cloud = await startTestCloud({ dataDir });
    for (const line of acknowledged) {
      const [employeeId = '', day = '', key = ''] = line.split(' ');
      const found = await cloud.db.get('attendance_days', `${employeeId}:${day}`);
      const kept = (found as unknown as AttendanceDay | undefined)?.punches ?? [];
      expect({ line, times: kept.filter((punch) => punch.key === key).length }).toEqual({ line, times: 1 });
    }
    await cloud.close();
  }
  await rm(dataDir, { recursive: true });
});
