import type { Day } from '#contracts/common';
import type { MonthAttendance } from '#contracts/month';
import type { Reply } from '#contracts/reply';
import type { Today } from '#contracts/today';
import type { Account } from '../../../cloudfunctions/accounts/domain/account';
import { demoPeople, MAIN_PERSON, openidOf, STRANGER_OPENID } from '../../../local/demo/demo-person';
import { FUNCTION_VARIABLES } from '../../../local/demo/function-variables';
import { people } from '../../../local/demo/people';
import { places } from '../../../local/demo/places';
import { seedDemo } from '../../../local/demo/seed-demo';
import { seedRequests } from '../../../local/demo/seed-requests';
import { startTestCloud, type TestCloud } from '../../support/cloud';

const MORNING = '2026-11-23T08:50:00+08:00';
const MONTHS = ['2026-08', '2026-09', '2026-10', '2026-11'];
let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud({ now: MORNING, variables: FUNCTION_VARIABLES });
  await seedDemo(cloud.db, cloud.clock.now());
});
afterAll(() => cloud.close());

function ask<Output>(action: string, input: object, openid: string): Promise<Reply<Output>> {
  return cloud.call('attendance', { action, input }, openid);
}

async function answer<Output>(action: string, input: object, openid: string): Promise<Output> {
  const reply = await ask<Output>(action, input, openid);
  if (!reply.ok) throw new Error(`${action} of ${openid}: ${reply.error.code}`);
  return reply.data;
}

describe('the demo data in the product', () => {
  it('is understood: this month of everybody and an earlier one has an answer', async () => {
    const bound = demoPeople('2026-11-23' as Day).filter(({ inviteCode, leftOn }) => !inviteCode && !leftOn);
    const states = new Set<string>();
    for (const [at, { id, hiredOn, openid }] of bound.entries()) {
      const months = new Set(['2026-11', MONTHS[at % MONTHS.length] ?? '']);
      for (const month of [...months].filter((each) => each >= hiredOn.slice(0, 7))) {
        const { days } = await answer<MonthAttendance>('month', { month }, openid);
        for (const { state } of days) states.add(state);
        if (id === MAIN_PERSON) expect(days.some(({ state }) => state === 'absent')).toBe(false);
      }
    }
    const wanted = [
      'normal',
      'late',
      'early',
      'missing',
      'absent',
      'leave',
      'trip',
      'field',
      'rest',
      'overtime',
      'rest-punched',
    ];
    expect([...states]).toEqual(expect.arrayContaining(wanted));
  });

  it('lets a few people ask: the main person waits for an answer, the head of the team has some to give', async () => {
    await seedRequests(cloud, cloud.clock.now());
    const asked = await cloud.db.find('requests');
    expect(asked.map(({ kind }) => kind).sort()).toEqual([
      'correction',
      'expense',
      ...Array(4).fill('leave'),
      ...Array(3).fill('overtime'),
      'resignation',
      'trip',
    ]);
    const account = (await cloud.db.get('accounts', MAIN_PERSON)) as unknown as Account;
    expect(Object.values(account.spans).map(({ kind, state }) => `${kind} ${state}`)).toContain('leave open');
    const waiting = await cloud.call<Reply<{ items: unknown[] }>>(
      'requests',
      { action: 'pending', input: {} },
      openidOf('E0009'),
    );
    expect(waiting.ok && waiting.data.items.length).toBeGreaterThan(1);
    // Once, whatever is started again.
    await seedRequests(cloud, cloud.clock.now());
    expect(await cloud.db.count('requests')).toBe(asked.length);
  });

  it('leaves the main person a punch to make and one to put right', async () => {
    const today = await answer<Today>('today', {}, openidOf(MAIN_PERSON));
    expect(today.punches).toEqual([]);
    expect(today.next).toEqual({ slot: 'in', update: false });
    expect(today.sites.map(({ id }) => id)).toEqual(['S-SH', 'S-SH2']);
    expect(today.todos).toEqual([{ kind: 'missing-punch', day: '2026-11-20', slots: ['out'] }]);
  });

  it('shows what the main person asked for, and that it fits the punches', async () => {
    const days = await Promise.all(
      ['2026-10', '2026-11'].map((month) =>
        answer<MonthAttendance>('month', { month }, openidOf(MAIN_PERSON)),
      ),
    ).then((months) => months.flatMap((month) => month.days));
    const found = (kind: string) =>
      days
        .filter(({ marks }) => marks.some((mark) => mark.kind === kind))
        .map(({ day, state }) => `${day} ${state}`);
    expect(found('leave')).toEqual(['2026-11-10 leave', '2026-11-17 leave']);
    expect(found('corrected')).toEqual(['2026-10-10 normal']);
    expect(days.find(({ day }) => day === '2026-11-17')?.marks).toMatchObject([{ minutes: 120 }]);
  });

  it.each([
    ['a roster', 'E0051', 'ROSTER_WORK'],
    ['a flexible shift', 'E0018', 'SHIFT_FLEXIBLE'],
  ])('has people with %s, who mostly keep to it', async (_, id, code) => {
    const { days } = await answer<MonthAttendance>('month', { month: '2026-10' }, openidOf(id));
    const worked = days.filter(({ shift }) => shift !== null);
    expect(worked.length).toBeGreaterThan(14);
    for (const { reasons } of worked) expect(reasons.map((reason) => reason.code)).toContain(code);
    expect(worked.filter(({ state }) => state === 'normal').length).toBeGreaterThan(worked.length * 0.6);
    if (id === 'E0051')
      expect(new Set(worked.map(({ shift }) => shift?.id))).toEqual(new Set(['SH-DAY', 'SH-NIGHT']));
  });

  it('has people who came this morning and people who have not', async () => {
    const come = await cloud.db.count('attendance_days', {
      day: '2026-11-23',
      'punches.0': { $exists: true },
    });
    expect(come).toBeGreaterThan(5);
    expect(come).toBeLessThan(45);
  });

  it('has places that the server judges as their names say', async () => {
    const me = people()[0];
    const outcomes: string[] = [];
    for (const { id, latitude, longitude, accuracy } of [...places(me)].reverse()) {
      const input = {
        punchKey: `contract-test-${id}`.padEnd(20, '0'),
        tappedAt: cloud.clock.now(),
        mode: 'gps',
        location: { latitude, longitude, accuracy },
      };
      const reply = await ask('punch', input, openidOf(MAIN_PERSON));
      outcomes.push(reply.ok ? `${id} booked` : `${id} ${reply.error.code}`);
      cloud.clock.advance(120_000);
    }
    expect(outcomes).toEqual(['outside OUTSIDE_FENCE', 'edge booked', 'inside booked']);
  });

  it('opens the binding page to a stranger, and the codes work', async () => {
    const me = await cloud.call('people', { action: 'me', input: {} }, STRANGER_OPENID);
    expect(me).toMatchObject({ ok: true, data: { state: 'unbound' } });
    const bind = { action: 'bind', input: { code: 'demq 2345' } };
    const bound = await cloud.call('people', bind, STRANGER_OPENID);
    expect(bound).toMatchObject({ ok: true, data: { employeeId: 'E0059' } });
  });

  it('is brought up to a later day without touching what a visitor booked', async () => {
    const id = `${MAIN_PERSON}:2026-11-23`;
    const mine = await cloud.db.get('attendance_days', id);
    const before = await cloud.db.count('attendance_days');
    cloud.clock.set(Date.parse('2026-11-25T07:30:00+08:00'));
    await seedDemo(cloud.db, cloud.clock.now());
    expect(await cloud.db.get('attendance_days', id)).toEqual(mine);
    expect(await cloud.db.count('attendance_days')).toBeGreaterThan(before + 40);
    const colleague = await cloud.db.get('attendance_days', 'E0013:2026-11-23');
    expect(colleague?.punches).toHaveLength(2);
    const again = await cloud.db.count('attendance_days');
    await seedDemo(cloud.db, cloud.clock.now());
    expect(await cloud.db.count('attendance_days')).toBe(again);
  });
});

it('makes the codes of the README good again that nobody has used, for a week as the product does', async () => {
  const other = await startTestCloud({ now: MORNING });
  await seedDemo(other.db, other.clock.now());
  const week = 7 * 86_400_000;
  const codes = () => other.db.find('invites', {});
  const [used, ...unused] = await codes();
  await other.db.updateMany('invites', { _id: used?._id }, { $set: { usedBy: 'openid-used' } });
  const later = other.clock.now() + 20 * 86_400_000;
  await seedDemo(other.db, later);
  const after = new Map((await codes()).map((each) => [each._id, Number(each.expiresAt)]));
  expect(after.size).toBe(unused.length + 1);
  for (const { _id } of unused) {
    expect(after.get(_id)).toBeGreaterThan(later);
    expect(after.get(_id)).toBeLessThanOrEqual(later + week);
  }
  expect(after.get(used?._id ?? '')).toBe(used?.expiresAt);
  await other.close();
});
