import { writeSync } from 'node:fs';
import path from 'node:path';
import type { Day } from '#contracts/common';
import { readDatabaseDeclaration, startCloud } from '../../../local/cloud';
import { SITES } from '../../../local/demo/company';
import { demoPeople } from '../../../local/demo/demo-person';
import { seedDemo } from '../../../local/demo/seed-demo';

/**
 * The embedded cloud with the demo company in a process of its own; eight people punch without end, a minute of
 * their own clock apart. One line per acknowledged punch: `<employee> <day> <key>`. The parent kills it.
 */
const ROOT = path.resolve(__dirname, '../../..');
const PEOPLE = 8;
/** Well below the 20 punches that a day may hold. */
const PUNCHES_A_DAY = 12;
const MINUTE = 61_000;

async function punchOn(dataDir: string, firstDay: string): Promise<void> {
  const functionsDir = path.join(ROOT, 'dist/cloudfunctions');
  const cloud = await startCloud({ dataDir, functionsDir, ...readDatabaseDeclaration(ROOT) });
  await seedDemo(cloud.db, Date.parse('2026-11-20T08:00:00+08:00'));
  const start = Date.parse(`${firstDay}T09:30:00+08:00`);
  const site = SITES[0];
  const location = { latitude: site.latitude, longitude: site.longitude, accuracy: 10 };
  const person = async (employeeId: string, openid: string) => {
    for (let count = 0; ; count += 1) {
      const now = start + Math.floor(count / PUNCHES_A_DAY) * 86_400_000 + (count % PUNCHES_A_DAY) * MINUTE;
      const punchKey = `${employeeId}-${firstDay}-${count}`.padEnd(24, '0');
      const event = { action: 'punch', input: { punchKey, tappedAt: now, mode: 'gps', location } };
      const { result } = await cloud.invoke('attendance', event, { as: { kind: 'user', openid }, now });
      const answer = result as { ok: boolean; data?: { day: string }; error?: { code: string } };
      if (!answer.ok) throw new Error(`${employeeId} ${count}: ${answer.error?.code}`);
      writeSync(1, `${employeeId} ${answer.data?.day} ${punchKey}\n`);
    }
  };
  const people = demoPeople('2026-01-01' as Day).filter(
    ({ city, shift, inviteCode, leftOn }) =>
      city === 'shanghai' && shift === 'day' && inviteCode === null && leftOn === null,
  );
  if (people.length < PEOPLE) throw new Error(`Only ${people.length} people can punch`);
  await Promise.all(people.slice(0, PEOPLE).map(({ id, openid }) => person(id, openid)));
}

const [dataDir = '', firstDay = ''] = process.argv.slice(2);
punchOn(dataDir, firstDay).catch((error) => {
  console.error(error);
  process.exit(1);
});
