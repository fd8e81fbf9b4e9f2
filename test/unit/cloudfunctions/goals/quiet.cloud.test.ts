import { openWithReset } from '../../../support/open';
import { CYCLE, metric, objective, openGoalCompany, person, TEAM } from '../support/goal-company';
import { PEOPLE } from '../support/request-company';

const company = openWithReset(
  () => openGoalCompany('2026-11-02T09:00:00+08:00'),
  async (opened) => {
    await opened.save('staff', person('staff'), 0, objective('own', [metric('own-1', 10)]));
  },
);

const at = async (day: string) => {
  company.clock.set(Date.parse(`${day}T09:05:00+08:00`));
  await company.timers.runNow('goals');
};
const told = async () =>
  (await company.db.find('messages', {}))
    .filter(({ event }) => String(event).startsWith('goal.quiet'))
    .map(({ event, to, data }) => [event, ...(to as string[]), (data as { count: number }).count]);

test('who reports nothing is reminded, then their manager, then the manager above, each once', async () => {
  await at('2026-11-09');
  expect(await told()).toEqual([]);
  // The goal was agreed on Monday: five workdays later are over with the next one.
  await at('2026-11-10');
  await at('2026-11-10');
  expect(await told()).toEqual([['goal.quiet', PEOPLE.staff, 1]]);
  await at('2026-11-12');
  await at('2026-11-16');
  await at('2026-11-17');
  expect(await told()).toEqual([
    ['goal.quiet', PEOPLE.staff, 1],
    ['goal.quiet-below', PEOPLE.head, 1],
    ['goal.quiet-below', PEOPLE.boss, 1],
  ]);
});

test('a report begins the days anew, and a check-in writes nothing for it', async () => {
  company.clock.set(Date.parse('2026-11-09T18:00:00+08:00'));
  await company.checkIn('staff', person('staff'), ['own-1', 1]);
  await at('2026-11-10');
  expect(await told()).toEqual([]);
  await at('2026-11-17');
  expect(await told()).toEqual([['goal.quiet', PEOPLE.staff, 1]]);
});

test('HR says after how many workdays, also of a running cycle', async () => {
  const { data } = await company.goal('hr', 'saveCycle', {
    kind: 'month',
    from: '2026-11-02',
    remindAfter: 2,
  });
  expect(data.cycle).toMatchObject({ id: CYCLE, state: 'running', remindAfter: 2 });
  await at('2026-11-05');
  expect(await told()).toEqual([['goal.quiet', PEOPLE.staff, 1]]);
  const { error } = await company.goal('hr', 'saveCycle', {
    kind: 'month',
    from: '2026-11-02',
    remindAfter: 31,
  });
  expect(error?.code).toBe('INPUT_INVALID');
  expect(
    (await company.goal('head', 'saveCycle', { kind: 'month', from: '2026-11-02', remindAfter: 0 })).error
      ?.code,
  ).toBe('FORBIDDEN');
});

test('of a department its leader is reminded; once the cycle is closed nobody is', async () => {
  await company.save('head', TEAM, 0, objective('team', [metric('team-1', 10)]));
  await at('2026-11-10');
  expect(await told()).toEqual(
    expect.arrayContaining([
      ['goal.quiet', PEOPLE.head, 1],
      ['goal.quiet', PEOPLE.staff, 1],
    ]),
  );
  await company.goal('hr', 'closeCycle', { cycleId: CYCLE });
  await at('2026-11-20');
  expect(await told()).toHaveLength(2);
});
