import { openWithReset } from '../../../support/open';
import { ELSEWHERE, fieldTap, OFFICE, OPENIDS, openCompany, tap } from '../support/company';

const { day, night } = OPENIDS;

const company = openWithReset(() => openCompany('2026-11-23T08:57:00+08:00'));

/** Moves the clock to a Shanghai time. */
const goTo = (time: string) => company.clock.set(Date.parse(`${time.replace(' ', 'T')}:00+08:00`));
const stored = () => company.db.find('attendance_days', {});
const punchesOf = async () =>
  (await stored()).flatMap(({ punches }) => punches as { key: string; slot: string }[]);

test('in, out, and a later out in its place', async () => {
  const first = await company.punch(day, tap(company));
  expect(first).toMatchObject({
    ok: true,
    data: {
      outcome: 'booked',
      day: '2026-11-23',
      punch: { slot: 'in', site: { id: 'S1' }, accuracy: 20, distance: 0 },
      next: { slot: 'out', update: false },
      status: { state: 'ongoing' },
    },
  });
  goTo('2026-11-23 18:00');
  const second = await company.punch(day, tap(company));
  expect(second.data).toMatchObject({ punch: { slot: 'out' }, next: { slot: 'out', update: true } });
  goTo('2026-11-23 19:30');
  const third = await company.punch(day, tap(company));
  expect(third.data).toMatchObject({ outcome: 'booked', status: { state: 'normal' } });
  expect(third.data.punches.map(({ at }: { at: number }) => at)).toEqual([
    first.data.punch.at,
    third.data.punch.at,
  ]);
  expect(await punchesOf()).toHaveLength(3);
});

test('nobody sees keys or coordinates in an answer', async () => {
  const { data } = await company.punch(day, tap(company));
  expect(JSON.stringify(data)).not.toMatch(/latitude|punch-key|openid/);
});

test('twenty calls with one key book one punch and answer the same', async () => {
  const input = tap(company);
  const answers = await Promise.all(Array.from({ length: 20 }, () => company.punch(day, input)));
  const booked = answers.filter(({ data }) => data?.outcome === 'booked');
  expect(booked).toHaveLength(1);
  for (const { data } of answers) expect(data.punch).toEqual(booked[0]?.data.punch);
  expect(await punchesOf()).toHaveLength(1);
});

test('two phones at once book one punch', async () => {
  const answers = await Promise.all([tap(company), tap(company)].map((input) => company.punch(day, input)));
  expect(answers.map(({ data }) => data.outcome).sort()).toEqual(['already', 'booked']);
  expect(await punchesOf()).toHaveLength(1);
});

test('a clock-out by two phones at once books one punch', async () => {
  await company.punch(day, tap(company));
  goTo('2026-11-23 18:05');
  const answers = await Promise.all([tap(company), tap(company)].map((input) => company.punch(day, input)));
  expect(answers.map(({ data }) => data.outcome).sort()).toEqual(['already', 'booked']);
  expect((await punchesOf()).map(({ slot }) => slot)).toEqual(['in', 'out']);
});

test('a retry after a lost answer, hours later, answers the first punch', async () => {
  const input = tap(company);
  const first = await company.punch(day, input);
  goTo('2026-11-24 20:00');
  const again = await company.punch(day, input);
  expect(again.data).toMatchObject({ outcome: 'already', day: '2026-11-23', punch: first.data.punch });
  expect(await punchesOf()).toHaveLength(1);
});

test('a second tap within the minute is the same punch', async () => {
  await company.punch(day, tap(company));
  company.clock.advance(40_000);
  expect((await company.punch(day, tap(company))).data.outcome).toBe('already');
  company.clock.advance(40_000);
  expect((await company.punch(day, tap(company))).data).toMatchObject({
    outcome: 'booked',
    punch: { slot: 'out' },
  });
});

test('after midnight a punch still belongs to the evening', async () => {
  await company.punch(day, tap(company));
  goTo('2026-11-24 00:40');
  const { data } = await company.punch(day, tap(company));
  expect(data).toMatchObject({ day: '2026-11-23', punch: { slot: 'out' } });
  expect(data.status.reasons).toContainEqual({ code: 'OUT', data: { at: '00:40+1' } });
});

test('a night shift is one day', async () => {
  goTo('2026-11-23 21:55');
  expect((await company.punch(night, tap(company))).data).toMatchObject({
    day: '2026-11-23',
    punch: { slot: 'in' },
  });
  goTo('2026-11-24 06:02');
  expect((await company.punch(night, tap(company))).data).toMatchObject({
    day: '2026-11-23',
    punch: { slot: 'out' },
    status: { state: 'normal', workedMinutes: expect.any(Number) },
  });
  expect((await company.act(night, 'today')).data).toMatchObject({ day: '2026-11-23' });
});

test('outside: how far, and a field punch instead', async () => {
  const location = { ...ELSEWHERE, accuracy: 20 };
  expect((await company.punch(day, tap(company, { location }))).error).toEqual({
    code: 'OUTSIDE_FENCE',
    data: { siteZh: 'HQ', siteEn: 'HQ', distance: 1112, beyond: 792 },
  });
  const { data } = await company.punch(day, fieldTap(company, 'E0001'));
  expect(data).toMatchObject({
    punch: { mode: 'field', site: null, placeName: '客户公司', flags: ['field'] },
    status: { marks: [{ kind: 'field', slot: 'in' }] },
  });
});

test('a queued punch is booked on arrival and says so', async () => {
  const tappedAt = company.clock.now() - 600_000;
  const { data } = await company.punch(day, tap(company, { tappedAt: Math.floor(tappedAt) }));
  expect(data.punch.flags).toEqual(['late-arrival']);
  expect(data.punch.at).toBeGreaterThan(tappedAt + 590_000);
  expect(data.status.marks).toContainEqual(expect.objectContaining({ kind: 'late-arrival', slot: 'in' }));
});

test('a punch that waited too long is booked and has to be confirmed', async () => {
  const tappedAt = Math.floor(company.clock.now() - 92 * 60_000);
  const { data } = await company.punch(day, tap(company, { tappedAt }));
  expect(data.status.marks).toContainEqual({ kind: 'unconfirmed', slot: 'in', tappedAt });
});

test('work past midnight is clocked out on its day, and Today agrees before and after', async () => {
  company.clock.set(Date.parse('2026-11-23T08:55:00+08:00'));
  await company.punch(day, tap(company));
  company.clock.set(Date.parse('2026-11-24T02:00:00+08:00'));
  expect((await company.act(day, 'today', {})).data).toMatchObject({
    day: '2026-11-23',
    next: { slot: 'out' },
    closesAt: Date.parse('2026-11-24T05:00:00+08:00'),
  });
  const { data } = await company.punch(day, tap(company));
  expect(data).toMatchObject({ day: '2026-11-23', punch: { slot: 'out' }, status: { state: 'normal' } });
  company.clock.set(Date.parse('2026-11-24T10:30:00+08:00'));
  expect((await company.punch(day, tap(company))).data).toMatchObject({
    day: '2026-11-24',
    punch: { slot: 'in' },
  });
});

test('a key with other content is refused', async () => {
  const input = tap(company);
  await company.punch(day, input);
  const other = { ...input, location: { ...OFFICE, accuracy: 21 } };
  expect((await company.punch(day, other)).error).toEqual({ code: 'PUNCH_KEY_REUSED', data: {} });
  expect(await punchesOf()).toHaveLength(1);
});
