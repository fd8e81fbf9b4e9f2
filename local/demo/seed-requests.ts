import type { FormValues } from '../../typings/contracts/requests';
import type { EmbeddedCloud } from '../cloud';
import { addDays, dayOf, freeSaturdayFrom, workdayAfter, workdayBefore } from './demo-days';
import { openidOf } from './demo-person';

type Cloud = Pick<EmbeddedCloud, 'db' | 'invoke'>;

interface Wish {
  /** Employee number. */
  readonly by: string;
  readonly typeId: string;
  readonly values: FormValues;
}

/** Runs of the timer until everybody has the leave of the year; each takes a page of people. */
const MOST_RUNS = 20;

/**
 * Gives everybody their leave and lets a few people ask for something, through the functions themselves: what
 * the demo shows is what the product makes of it. Once, for a company without any request.
 * @throws Error if the product refuses one of them
 */
export async function seedRequests(cloud: Cloud, now: number): Promise<void> {
  if ((await cloud.db.count('requests')) > 0) return;
  await grantLeave(cloud);
  for (const [index, wish] of wishesOf(now).entries()) await send(cloud, wish, index);
}

async function grantLeave({ db, invoke }: Cloud): Promise<void> {
  let before = -1;
  for (let run = 0; run < MOST_RUNS; run += 1) {
    const accounts = await db.count('accounts');
    if (accounts === before) return;
    before = accounts;
    await invoke('requests', {}, { as: { kind: 'timer', name: 'requests' } });
  }
}

async function send({ invoke }: Cloud, { by, typeId, values }: Wish, index: number): Promise<void> {
  const key = `demo-request-${String(index).padStart(8, '0')}`;
  const event = { action: 'submit', input: { key, typeId, version: 1, values } };
  const { result } = await invoke('requests', event, { as: { kind: 'user', openid: openidOf(by) } });
  const answer = result as { ok: boolean; error?: unknown };
  if (!answer.ok) throw new Error(`${typeId} of ${by}: ${JSON.stringify(answer.error)}`);
}

/** What lies on the desk of the head of the front-end team (E0009), and one request of the main person. */
function wishesOf(now: number): Wish[] {
  const today = dayOf(now);
  const ahead = (count: number) => workdayAfter(today, count);
  const saturday = freeSaturdayFrom(addDays(today, 7));
  return [
    {
      by: 'E0013',
      typeId: 'leave',
      values: {
        leaveType: 'annual',
        period: { unit: 'day', from: ahead(6), to: ahead(7) },
        reason: '回家看父母',
      },
    },
    {
      by: 'E0014',
      typeId: 'overtime',
      values: {
        period: { unit: 'hour', from: saturday, start: 540, end: 720 },
        compensation: 'comp-time',
        reason: '版本上线值守',
      },
    },
    {
      by: 'E0015',
      typeId: 'correction',
      values: {
        day: workdayBefore(today, 2),
        slot: 'out',
        time: '18:10',
        reason: '客户会议后直接回家，忘记打卡',
      },
    },
    {
      by: 'E0016',
      typeId: 'trip',
      values: {
        period: { unit: 'day', from: ahead(6), to: ahead(8) },
        place: '深圳',
        reason: '客户现场联调',
      },
    },
    {
      by: 'E0012',
      typeId: 'leave',
      values: {
        leaveType: 'annual',
        period: { unit: 'day', from: ahead(3), to: ahead(3) },
        reason: '办理证件',
      },
    },
  ] as unknown as Wish[];
}
