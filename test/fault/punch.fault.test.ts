import type { AttendanceDay } from '../../cloudfunctions/attendance/domain/attendance-day';
import { openInstrumentedCompany } from '../support/instrumented-company';
import { type CompanyFaults, faultsIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { fieldTap, OPENIDS, tap } from '../unit/cloudfunctions/support/company';

const MORNING = '2026-11-23T08:50:00+08:00';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const company = openPerFile(() => openInstrumentedCompany(MORNING));
const inject = faultsIn('punch', company);

/**
 * A punch with the same key and content until it is done: booked once. On a warm instance the punch goes over its
 * own requests only, on a cold one over those for the person and the plan too.
 */
function punching(before: number, isWarm: boolean): CompanyFaults {
  let input: ReturnType<typeof tap>;
  let late = 0;
  return {
    async setup() {
      await company.reset();
      // A cold instance: what it remembers is older than it may be.
      if (!isWarm) late += 2 * MINUTE;
      company.clock.set(Date.parse(MORNING) + late);
      for (let count = 0; count < before; count += 1) {
        expect((await company.punch(OPENIDS.day, tap(company))).ok).toBe(true);
        company.clock.advance(9 * HOUR);
      }
      if (isWarm) await company.act(OPENIDS.day, 'today');
      input = tap(company);
    },
    call: (requestId) => company.act(OPENIDS.day, 'punch', input, { requestId }),
    async invariant() {
      const days = (await company.db.find('attendance_days')) as unknown as AttendanceDay[];
      expect(days).toHaveLength(1);
      const punches = days[0]?.punches ?? [];
      expect(punches).toHaveLength(before + 1);
      expect(punches.filter(({ key }) => key === input.punchKey)).toHaveLength(1);
      expect(days[0]?.rev).toBe(before + 1);
    },
  };
}

/** A field punch of somebody whose field punches need approval. */
function fieldPunching(): CompanyFaults {
  const base = punching(0, false);
  let late = 0;
  let input: ReturnType<typeof fieldTap>;
  return {
    ...base,
    async setup() {
      await company.reset();
      // Cold instances of both functions every time, also after the timer of the run before.
      late += 5 * MINUTE;
      company.clock.set(Date.parse(MORNING) + late);
      const approval = { 'assignments.0.fieldPolicy': 'approval' };
      await company.db.updateMany('employees', { _id: 'E0001' }, { $set: approval });
      input = fieldTap(company, 'E0001');
    },
    call: (requestId) => company.act(OPENIDS.day, 'punch', input, { requestId }),
    async invariant() {
      const days = (await company.db.find('attendance_days')) as unknown as AttendanceDay[];
      expect(days.map(({ punches }) => punches.map(({ key }) => key))).toEqual([[input.punchKey]]);
      // What the call could not do is left to the timer: nothing is lost.
      company.clock.advance(2 * MINUTE);
      await company.timers.runNow('requests');
      const queued = await company.db.find('request_wishes');
      expect(queued).toMatchObject([{ _id: `field-${input.punchKey}`, state: 'done', slot: 'in' }]);
      expect(queued[0]?.at).toBe(days[0]?.punches[0]?.at);
      const requests = await company.db.find('requests');
      expect(requests).toMatchObject([{ kind: 'field', applicantId: 'E0001', state: 'pending' }]);
      expect(await company.db.count('messages', { event: 'request.waiting', to: 'E0005' })).toBe(1);
    },
  };
}

const READ_AND = (write: string) => ['database.getDocument attendance_days', `${write} attendance_days`];
const COLD = [
  // With the employee; with calendar, roster, sites and account.
  'database.aggregateDocuments bindings',
  'database.aggregateDocuments shifts',
];

test.each([
  ['first punch of the day, warm', 0, true, READ_AND('database.insertDocument')],
  ['clock-out, warm', 1, true, READ_AND('database.modifyDocument')],
  ['first punch of the day, cold', 0, false, [...COLD, ...READ_AND('database.insertDocument')]],
])('%s: every fault at every request, then the retries of the phone', async (_, before, isWarm, expected) => {
  const { points } = await inject(punching(before, isWarm));
  expect([...points].sort()).toEqual([...expected].sort());
});

test('a field punch and its request for approval: both after every fault, each once', async () => {
  const { points } = await inject(fieldPunching());
  // Its words are checked between the reading and the booking.
  const [read, ...writes] = READ_AND('database.insertDocument');
  expect(points.slice(0, 7)).toEqual([
    ...COLD,
    read,
    'openapi.security.msgSecCheck',
    ...writes,
    'database.insertDocument request_wishes',
    'functions.invokeFunction',
  ]);
  expect(points).toContain('database.insertDocument requests');
});
