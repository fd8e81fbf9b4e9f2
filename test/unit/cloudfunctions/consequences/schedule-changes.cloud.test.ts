import { openWithReset } from '../../../support/open';
import { holiday, makeup, stepsIn, year } from '../support/change-steps';
import { newKey, openRequestCompany, PEOPLE } from '../support/request-company';

/** A Monday. 2027 has no public arrangement: the company enters its days late. */
const NOW = '2027-01-04T09:00:00+08:00';
const text = (words: string) => ({ 'zh-CN': words, en: words });

const company = openWithReset(() => openRequestCompany(NOW));

const {
  submit,
  approve,
  leave,
  approvedLeave,
  hr,
  saveCalendar,
  preview,
  stored,
  account,
  balance,
  messagesTo,
  secondPass,
  day,
} = stepsIn(company);

describe('holidays entered after leave over them was approved', () => {
  test('the days return to the balance, attendance agrees, and the person is told', async () => {
    const request = await approvedLeave('annual', '2027-01-11', '2027-01-13');
    const before = await balance('annual');
    await saveCalendar(holiday('2027-01-12'));
    expect(await stored(request.id)).toMatchObject({ state: 'approved', amountMinutes: 960 });
    const after = await balance('annual');
    expect([before.used, after.used]).toEqual([1_440, 960]);
    expect(after.left - before.left).toBe(480);
    expect(await messagesTo('staff')).toMatchObject([
      { aboutId: request.id, data: { before: 1_440, after: 960, cause: 'calendar', outcome: 'recounted' } },
    ]);
    const { data } = await company.ask('staff', 'detail', { id: request.id });
    expect(data.timeline.at(-1)).toMatchObject({
      verb: 'recount',
      byId: null,
      recount: { cause: 'calendar', before: 1_440, after: 960 },
    });
    company.clock.advance(61_000);
    expect(await day('2027-01', '2027-01-12')).toMatchObject({ kind: 'holiday' });
  });

  test('leave of which nothing is left ends by itself, and everything returns', async () => {
    const request = await approvedLeave('annual', '2027-01-12', '2027-01-13');
    const before = await balance('annual');
    await saveCalendar(holiday('2027-01-12', '2027-01-13'));
    expect(await stored(request.id)).toMatchObject({ state: 'cancelled' });
    expect((await balance('annual')).left - before.left).toBe(960);
    expect((await account())?.spans).toEqual({});
    expect(await messagesTo('staff')).toMatchObject([
      { data: { outcome: 'ended', before: 960, after: 0 }, period: { from: '2027-01-12', to: '2027-01-13' } },
    ]);
  });

  test('the calendar corrected again takes the days again, and no day twice', async () => {
    const request = await approvedLeave('annual', '2027-01-11', '2027-01-13');
    await saveCalendar(holiday('2027-01-12'));
    await saveCalendar([], 1);
    expect(await stored(request.id)).toMatchObject({ amountMinutes: 1_440 });
    expect(await balance('annual')).toMatchObject({ used: 1_440, held: 0 });
    expect(await messagesTo('staff')).toHaveLength(2);
  });

  test('cancelling the leave afterwards returns what it took, no more', async () => {
    const request = await leave('annual', '2027-01-12', '2027-01-13');
    await approve(request);
    const { data: approved } = await company.ask('staff', 'detail', { id: request.id });
    const { data: cancelling } = await company.ask('staff', 'cancel', {
      id: request.id,
      rev: approved.rev,
      key: newKey(),
      reason: '不去了',
    });
    // Counted again while its cancellation waits.
    await saveCalendar(holiday('2027-01-12'));
    expect(await balance('annual')).toMatchObject({ used: 480 });
    await approve(cancelling);
    expect(await balance('annual')).toMatchObject({ used: 0, held: 0 });
  });

  test('leave that waits is counted again, and the manager decides what is there now', async () => {
    const request = await leave('annual', '2027-01-12', '2027-01-13');
    await saveCalendar(holiday('2027-01-12'));
    expect(await balance('annual')).toMatchObject({ held: 480, used: 0 });
    const seen = { id: request.id, rev: request.rev, verb: 'approve' };
    expect((await company.ask('head', 'decide', seen)).error).toMatchObject({ code: 'REQUEST_CHANGED' });
    await approve({ id: request.id, rev: request.rev + 1 });
    expect(await balance('annual')).toMatchObject({ held: 0, used: 480 });
  });

  test('more days than the balance holds: it stays, the person and HR are told, and the card warns', async () => {
    await approvedLeave('annual', '2027-03-01', '2027-03-10');
    const request = await approvedLeave('annual', '2027-01-15', '2027-01-18');
    await saveCalendar(makeup('2027-01-16'));
    expect(await stored(request.id)).toMatchObject({
      state: 'approved',
      amountMinutes: 960,
      warnings: [
        { code: 'CALENDAR_OPEN' },
        { code: 'RECOUNT_OPEN', tone: 'bad', data: { before: 960, after: 1_440 } },
      ],
    });
    expect(await balance('annual')).toMatchObject({ used: 4_800, left: 0 });
    expect(await messagesTo('staff')).toMatchObject([{ data: { outcome: 'open' } }]);
    expect(await messagesTo('hr')).toMatchObject([{ event: 'change.open', data: { count: 1 } }]);
    await secondPass();
    expect(await messagesTo('hr')).toHaveLength(1);
    const { warnings } = (await stored(request.id)) as unknown as { warnings: { code: string }[] };
    expect(warnings.map(({ code }) => code)).toEqual(['CALENDAR_OPEN', 'RECOUNT_OPEN']);
  });

  test('a make-up Saturday inside of unpaid leave counts, for there is no balance', async () => {
    const request = await approvedLeave('personal', '2027-01-15', '2027-01-18');
    await saveCalendar(makeup('2027-01-16'));
    expect(await stored(request.id)).toMatchObject({ amountMinutes: 1_440 });
  });

  test('leave in hours on a day that becomes a holiday ends', async () => {
    const period = { unit: 'hour', from: '2027-01-12', start: 540, end: 660 };
    const request = await submit('staff', 'leave', {
      leaveType: 'personal',
      period,
      reason: '事',
      files: [],
    });
    await approve(request);
    await saveCalendar(holiday('2027-01-12'));
    expect(await stored(request.id)).toMatchObject({ state: 'cancelled' });
  });

  test('overtime on a Saturday that becomes a statutory day is paid 300 percent', async () => {
    const period = { unit: 'hour', from: '2027-01-16', start: 540, end: 720 };
    const request = await submit('staff', 'overtime', { period, compensation: 'pay', reason: '上线' });
    await approve(request);
    const classes = async () => {
      const spans = (await account())?.spans as Record<string, { payClass: number }>;
      return Object.values(spans).map(({ payClass }) => payClass);
    };
    expect(await classes()).toEqual([200]);
    expect(await preview('calendar', year(holiday('2027-01-16')))).toMatchObject({
      overtime: 1,
      requests: 1,
    });
    await saveCalendar(holiday('2027-01-16'));
    expect(await classes()).toEqual([300]);
  });

  test('comp time cannot stand in for the pay of a statutory day: HR settles it', async () => {
    const period = { unit: 'hour', from: '2027-01-16', start: 540, end: 720 };
    const request = await submit('staff', 'overtime', { period, compensation: 'comp-time', reason: '上线' });
    await approve(request);
    const before = await balance('comp-time');
    await saveCalendar(holiday('2027-01-16'));
    expect((await stored(request.id))?.warnings).toContainEqual(
      expect.objectContaining({ code: 'RECOUNT_OPEN' }),
    );
    expect((await balance('comp-time')).left).toBe(before.left);
  });

  test('what is not touched is not written', async () => {
    const request = await approvedLeave('annual', '2027-01-11', '2027-01-13');
    await saveCalendar(holiday('2027-01-14'));
    expect((await stored(request.id))?.timeline).not.toContainEqual(
      expect.objectContaining({ verb: 'recount' }),
    );
    expect(await messagesTo('staff')).toEqual([]);
  });

  test('a second pass finds nothing to do, and ends the change', async () => {
    await approvedLeave('annual', '2027-01-11', '2027-01-13');
    await saveCalendar(holiday('2027-01-12'));
    // The ledgers of the day, and what follows the decision.
    company.clock.advance(90_000);
    await company.tick();
    const [requests, accounts] = [await company.db.find('requests'), await company.db.find('accounts')];
    await secondPass();
    expect(await company.db.find('requests')).toEqual(requests);
    expect(await company.db.find('accounts')).toEqual(accounts);
    expect(await messagesTo('staff')).toHaveLength(1);
    expect(await company.db.find('saved_changes')).toMatchObject([{ state: 'done', pass: 2 }]);
  });

  test('what was submitted by an instance that still remembered the old calendar is found by the second pass', async () => {
    await approvedLeave('annual', '2027-01-18', '2027-01-19');
    // `requests` remembers the calendar; the change is saved without its first pass.
    await company.db.insertMany('calendars', [{ _id: '2027', rev: 1, overrides: holiday('2027-01-21') }]);
    const late = await leave('annual', '2027-01-21', '2027-01-22');
    expect(late.amountMinutes).toBe(960);
    await company.db.insertMany('saved_changes', [
      {
        _id: 'calendar:2027:1',
        rev: 2,
        cause: 'calendar',
        from: '2027-01-21',
        to: '2027-01-21',
        employeeIds: null,
        byId: PEOPLE.hr,
        at: company.clock.now(),
        state: 'due',
        dueAt: company.clock.now() + 120_000,
        pass: 2,
        stage: 'recount',
        cursor: null,
        seen: 0,
        recounted: 0,
        ended: 0,
        open: 0,
        told: 0,
      },
    ]);
    await secondPass();
    expect(await stored(late.id)).toMatchObject({ amountMinutes: 480 });
  });
});

describe('before it is saved', () => {
  test('HR sees whom it touches, and saving does the same', async () => {
    const request = await approvedLeave('annual', '2027-01-11', '2027-01-13');
    const told = await preview('calendar', year(holiday('2027-01-12')));
    expect(told).toMatchObject({
      people: 1,
      requests: 1,
      returned: 480,
      needed: 0,
      open: 0,
      complete: true,
      items: [{ requestId: request.id, outcome: 'recounted', before: 1_440, after: 960 }],
    });
    expect(await stored(request.id)).toMatchObject({ amountMinutes: 1_440 });
    await saveCalendar(holiday('2027-01-12'));
    expect(await stored(request.id)).toMatchObject({ amountMinutes: told.items[0].after });
  });

  test('a change that touches nobody says so', async () => {
    expect(await preview('calendar', year(holiday('2027-01-12')))).toMatchObject({ requests: 0, items: [] });
    expect(await preview('calendar', year([]))).toMatchObject({ requests: 0, months: [] });
  });

  test('settled months are named', async () => {
    await company.db.insertMany('settlements', [
      { _id: '2026-10', rev: 1, state: 'locked' },
      { _id: '2026-11', rev: 1, state: 'done' },
    ]);
    const late = [{ day: '2026-10-19', kind: 'company', name: text('周年') }];
    const told = await preview('calendar', { year: '2026', rev: 0, days: late });
    expect(told.months).toEqual([{ month: '2026-10', locked: true }]);
  });
});

describe('a roster or a shift that changes under approved leave', () => {
  const roster = (days: object) => ({ month: '2027-01', rows: [{ employeeId: PEOPLE.staff, rev: 0, days }] });

  test('a day off in the roster returns the day', async () => {
    const request = await approvedLeave('annual', '2027-01-11', '2027-01-13');
    expect(await preview('roster', roster({ '2027-01-12': 'off' }))).toMatchObject({ returned: 480 });
    expect((await hr('saveRoster', roster({ '2027-01-12': 'off' }))).ok).toBe(true);
    expect(await stored(request.id)).toMatchObject({ amountMinutes: 960 });
    expect(await messagesTo('staff')).toMatchObject([{ data: { cause: 'roster' } }]);
  });

  test('a Saturday in the roster is a day of the leave', async () => {
    const request = await approvedLeave('annual', '2027-01-15', '2027-01-18');
    await hr('saveRoster', roster({ '2027-01-16': 'SH-DAY' }));
    expect(await stored(request.id)).toMatchObject({ amountMinutes: 1_440 });
    expect(await balance('annual')).toMatchObject({ used: 1_440 });
  });

  test('the roster of others touches nobody else', async () => {
    const request = await approvedLeave('annual', '2027-01-11', '2027-01-13');
    const rows = [{ employeeId: PEOPLE.peer, rev: 0, days: { '2027-01-12': 'off' } }];
    await hr('saveRoster', { month: '2027-01', rows });
    expect((await stored(request.id))?.rev).toBe(3);
  });

  test('leave in hours follows the new hours of the shift', async () => {
    const period = { unit: 'hour', from: '2027-01-12', start: 1_020, end: 1_080 };
    const request = await submit('staff', 'leave', {
      leaveType: 'personal',
      period,
      reason: '事',
      files: [],
    });
    await approve(request);
    const { data } = await hr('shifts', {});
    const { version, ...shift } = data.shifts[0].value;
    const change = { shift: { ...shift, end: 1_020 }, expectedVersion: version };
    // All but the one who has left work it, whether or not they asked for anything.
    const workers = (await company.db.count('employees')) - 1;
    expect(await preview('shift', change)).toMatchObject({
      workers,
      requests: 1,
      items: [{ outcome: 'ended' }],
    });
    await company.db.updateMany(
      'employees',
      { _id: PEOPLE.peer },
      {
        $push: { assignments: { from: '2026-11-01', shiftId: 'SH-OTHER', siteIds: [], fieldPolicy: 'free' } },
      },
    );
    expect(await preview('shift', change)).toMatchObject({ workers: workers - 1 });
    expect((await hr('saveShift', change)).ok).toBe(true);
    expect(await stored(request.id)).toMatchObject({ state: 'cancelled' });
  });

  test('hours that begin on a later day touch the leave from that day on', async () => {
    const period = (on: string) => ({ unit: 'hour', from: on, start: 1_020, end: 1_080 });
    const ask = async (on: string) => {
      const values = { leaveType: 'personal', period: period(on), reason: '事', files: [] };
      const request = await submit('staff', 'leave', values);
      await approve(request);
      return request;
    };
    const [before, after] = [await ask('2027-01-12'), await ask('2027-01-19')];
    const { data } = await hr('shifts', {});
    const { version, ...shift } = data.shifts[0].value;
    const change = { shift: { ...shift, end: 1_020 }, expectedVersion: version, from: '2027-01-18' };
    expect(await preview('shift', change)).toMatchObject({ requests: 1, people: 1 });
    expect((await hr('saveShift', change)).ok).toBe(true);
    expect(await stored(before.id)).toMatchObject({ state: 'approved' });
    expect(await stored(after.id)).toMatchObject({ state: 'cancelled' });
  });

  test('another name of a shift touches nobody', async () => {
    await approvedLeave('annual', '2027-01-11', '2027-01-13');
    const { data } = await hr('shifts', {});
    const { version, ...shift } = data.shifts[0].value;
    await hr('saveShift', { shift: { ...shift, name: text('白班') }, expectedVersion: version });
    expect(await company.db.find('saved_changes')).toEqual([]);
  });
});
