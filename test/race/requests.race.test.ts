import { DELEGATE_SCHEDULES, MIN_DISTINCT_SHARE, REQUEST_SCHEDULES } from '../soak/counts';
import { answersOf, type CompanyRace, racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { runTogether } from '../support/race-explorer';
import { expectAccounted, expectSound, openInstrumentedRequests } from '../support/request-race';
import type { Answer } from '../unit/cloudfunctions/support/company';
import { ownType, PEOPLE, seal, trip, type Who } from '../unit/cloudfunctions/support/request-company';

const MORNING = '2026-11-23T09:00:00+08:00';
const NOW = Date.parse(MORNING);
/**
 * The instances stay warm for a minute. What they know was learnt before it is used: a clock that goes back makes
 * them forget, and within a call it goes on.
 */
const WARM = NOW - 30_000;
const BEFORE = NOW - 20_000;
const TRIAL = NOW - 10_000;
const person = (who: Who) => ({ by: 'person', employeeId: PEOPLE[who] });

const signers = { approvers: [person('head'), person('hr')] };
/** Either of the two signs a seal; both sign a contract. */
const TYPES = {
  request_types: [
    ownType([signers]),
    { ...ownType([{ ...signers, mode: 'all' }]), _id: 'contract', id: 'contract' },
  ],
};

const company = openPerFile(() => openInstrumentedRequests(MORNING, { maxWorkers: 2 }));
const explore = racesIn('requests', company);

/** Both instances get to know the people, the plan, the flows and HR, whichever of them serves whom. */
async function warmBoth(): Promise<void> {
  const previews = [trip('2026-12-28'), { typeId: 'profile', values: { what: 'x' } }];
  const asks = (['staff', 'head', 'hr'] as const).flatMap((who) =>
    previews.map(
      ({ typeId, values }) =>
        (requestId: string) =>
          company.ask(who, 'preview', { typeId, values }, { requestId, now: WARM }),
    ),
  );
  for (const ask of asks) await runTogether({ requests: company.requests, calls: [ask, ask] });
}

type Call = readonly [who: Who, action: string, input: unknown];

interface Case {
  /** What is in the database when the calls begin. */
  readonly before: () => Promise<unknown>;
  readonly calls: readonly Call[];
  /** Instead of the calls, where one of them would not go all the way after the other. */
  readonly warmUp?: readonly Call[];
  /** Beside what always holds. */
  readonly holds?: (answers: readonly Answer[]) => Promise<void> | void;
  readonly allowed: readonly string[];
  readonly maxSchedules?: number;
}

async function raceOf({
  before,
  calls,
  warmUp = calls,
  holds,
  allowed,
  maxSchedules,
}: Case): Promise<CompanyRace> {
  await company.begin(TYPES);
  await warmBoth();
  await before();
  const beginning = await company.snapshot();
  const run = (some: readonly Call[], now: number) =>
    some.map(
      ([who, action, input]) =>
        (requestId: string) =>
          company.ask(who, action, input, { requestId, now }),
    );
  return {
    setup: () => company.begin({ ...TYPES, ...beginning }),
    calls: run(calls, NOW),
    warmUp: run(warmUp, TRIAL),
    maxSchedules: maxSchedules ?? REQUEST_SCHEDULES,
    async invariant(outcomes) {
      const answers = answersOf(outcomes);
      const codes = answers.flatMap(({ ok, error }) => (ok ? [] : [error?.code ?? 'rejected']));
      expect(codes.filter((code) => !allowed.includes(code))).toEqual([]);
      const requests = await company.requestsNow();
      for (const request of requests) expectSound(request);
      expectAccounted(requests, await company.accountNow());
      for (const { ok, data } of answers)
        if (ok && data.id) expect(requests.map(({ _id }) => _id)).toContain(data.id);
      const ids = (await company.db.find('messages')).map(({ _id }) => _id);
      expect(new Set(ids).size).toBe(ids.length);
      await holds?.(answers);
    },
  };
}

const SEAL = seal();
const SEAL_ID = `${PEOPLE.staff}-${SEAL.key}`;
const TRIP = trip('2026-12-01');
const TRIP_ID = `${PEOPLE.staff}-${TRIP.key}`;
const earlier = (...[who, action, input]: Call) => company.ask(who, action, input, { now: BEFORE });
const sendSeal = () => earlier('staff', 'submit', SEAL);
const sendTrip = () => earlier('staff', 'submit', TRIP);
const decide = (who: Who, id: string, verb: string): Call => [who, 'decide', { id, rev: 1, verb }];
const oks = (answers: readonly Answer[]) => answers.filter(({ ok }) => ok).length;
const oneWins = (answers: readonly Answer[]) => expect(oks(answers)).toBe(1);
const bothSucceed = (answers: readonly Answer[]) => expect(oks(answers)).toBe(2);

/** Two that both go all the way. */
const SENDINGS: readonly Call[] = ['2026-12-21', '2026-12-22'].map((day) => ['staff', 'submit', trip(day)]);

/** Two trips that share a day: one of them is stored, beside what is there already. */
const overlapping = (
  before: Case['before'],
  trips: readonly ReturnType<typeof trip>[],
  stored: number,
): Case => ({
  before,
  warmUp: SENDINGS,
  calls: trips.map((input): Call => ['staff', 'submit', input]),
  allowed: ['PERIOD_OVERLAPS', 'BUSY'],
  holds: async (answers) => {
    expect(oks(answers)).toBe(1);
    expect(await company.db.count('requests')).toBe(stored);
  },
});

const cases: [title: string, of: () => Case][] = [
  [
    'two approvers approve',
    () => ({
      before: sendSeal,
      calls: [decide('head', SEAL_ID, 'approve'), decide('hr', SEAL_ID, 'approve')],
      allowed: ['REQUEST_CHANGED'],
      holds: oneWins,
    }),
  ],
  [
    'one approves, the other rejects',
    () => ({
      before: sendSeal,
      calls: [decide('head', SEAL_ID, 'approve'), decide('hr', SEAL_ID, 'reject')],
      allowed: ['REQUEST_CHANGED'],
      holds: oneWins,
    }),
  ],
  [
    'a double tap on approve',
    () => ({
      before: sendTrip,
      calls: [decide('head', TRIP_ID, 'approve'), decide('head', TRIP_ID, 'approve')],
      allowed: [],
      holds: async (answers) => {
        bothSucceed(answers);
        expect(await company.db.count('messages', { event: 'request.approved' })).toBe(1);
      },
    }),
  ],
  [
    'approve and withdraw',
    () => ({
      before: sendTrip,
      calls: [decide('head', TRIP_ID, 'approve'), ['staff', 'withdraw', { id: TRIP_ID, rev: 1 }]],
      allowed: ['REQUEST_CHANGED'],
      holds: oneWins,
    }),
  ],
  [
    'one request sent twice',
    () => ({
      before: async () => undefined,
      warmUp: SENDINGS,
      calls: [
        ['staff', 'submit', TRIP],
        ['staff', 'submit', TRIP],
      ],
      allowed: ['BUSY'],
      holds: async (answers) => {
        expect(oks(answers)).toBeGreaterThan(0);
        expect(await company.db.count('requests')).toBe(1);
      },
    }),
  ],
  [
    'two requests on one account that cannot both be',
    () =>
      overlapping(
        async () => undefined,
        [trip('2026-12-01', '2026-12-03'), trip('2026-12-03', '2026-12-05')],
        1,
      ),
  ],
  [
    'two requests on an account that is there already and cannot take both',
    () => overlapping(sendTrip, [trip('2026-12-11', '2026-12-13'), trip('2026-12-13', '2026-12-15')], 2),
  ],
  [
    'two requests on one account that can',
    () => ({
      before: async () => undefined,
      calls: [
        ['staff', 'submit', trip('2026-12-01')],
        ['staff', 'submit', trip('2026-12-02')],
      ],
      allowed: [],
      holds: bothSucceed,
    }),
  ],
  [
    'a sending again and a withdrawal of a returned request',
    () => ({
      before: async () => {
        await sendTrip();
        await earlier('head', 'decide', { id: TRIP_ID, rev: 1, verb: 'return' });
      },
      calls: [
        ['staff', 'resubmit', { id: TRIP_ID, rev: 2, values: trip('2026-12-08').values }],
        ['staff', 'withdraw', { id: TRIP_ID, rev: 2 }],
      ],
      allowed: ['REQUEST_CHANGED'],
    }),
  ],
  [
    'two cancelling requests',
    () => ({
      before: async () => {
        await sendTrip();
        await earlier('head', 'decide', { id: TRIP_ID, rev: 1, verb: 'approve' });
      },
      calls: ['a', 'b'].map((letter) => [
        'staff',
        'cancel',
        { id: TRIP_ID, rev: 2, key: `cancelling-key-${letter}`, reason: 'x' },
      ]),
      allowed: ['REQUEST_CHANGED'],
      holds: async (answers) => {
        oneWins(answers);
        expect(await company.db.count('requests')).toBe(2);
      },
    }),
  ],
  [
    'a decision and a reminder',
    () => ({
      before: sendTrip,
      calls: [decide('head', TRIP_ID, 'approve'), ['staff', 'urge', { id: TRIP_ID }]],
      allowed: ['REQUEST_CHANGED'],
      holds: async ([decided]) => {
        expect(decided?.ok).toBe(true);
        expect(await company.requestsNow()).toMatchObject([{ state: 'approved' }]);
      },
    }),
  ],
];

/** `peer` decides in the place of `head` meanwhile. */
const delegated = async (send: Call): Promise<void> => {
  await earlier('head', 'delegate', { delegateId: PEOPLE.peer, from: '2026-11-23', to: '2026-11-24' });
  await earlier(...send);
};
const LEAVE = {
  key: 'a-day-of-annual-leave',
  typeId: 'leave',
  version: 1,
  values: {
    leaveType: 'annual',
    period: { unit: 'day', from: '2026-12-01', to: '2026-12-01' },
    reason: 'x',
  },
};
const LEAVE_ID = `${PEOPLE.staff}-${LEAVE.key}`;
const CONTRACT = { ...seal(), typeId: 'contract' };
const CONTRACT_ID = `${PEOPLE.staff}-${CONTRACT.key}`;

/** Who decided what, for whom, in the one request that there is. */
const decisions = async () => {
  const [request] = await company.requestsNow();
  const made = (request?.timeline ?? []).filter(({ verb }) => verb !== 'submit');
  return {
    state: request?.state,
    made: made.map(({ verb, byId, forName }) => [verb, byId, forName]),
  };
};
/** Minutes of the one request's lines in the account, by what they do. */
const moved = async () => {
  const lines = Object.values((await company.accountNow())?.entries ?? {});
  const own = lines.filter(({ requestId }) => requestId === LEAVE_ID);
  return own.map(({ kind, minutes }) => [kind, minutes]).sort();
};
const HELD = [
  ['hold', -480],
  ['release', 480],
];
const byHead = ['approve', PEOPLE.head, undefined];
const byPeer = ['approve', PEOPLE.peer, '员工head'];

const delegateCases: typeof cases = [
  [
    'approver and delegate approve one leave',
    () => ({
      before: () => delegated(['staff', 'submit', LEAVE]),
      calls: [decide('head', LEAVE_ID, 'approve'), decide('peer', LEAVE_ID, 'approve')],
      allowed: ['REQUEST_CHANGED'],
      maxSchedules: DELEGATE_SCHEDULES,
      holds: async (answers) => {
        oneWins(answers);
        const made = [answers[0]?.ok ? byHead : byPeer];
        expect(await decisions()).toEqual({ state: 'approved', made });
        expect(await moved()).toEqual([...HELD, ['use', -480]]);
        expect(await company.db.count('messages', { event: 'request.approved' })).toBe(1);
      },
    }),
  ],
  [
    'the approver approves and the delegate rejects one leave',
    () => ({
      before: () => delegated(['staff', 'submit', LEAVE]),
      calls: [decide('head', LEAVE_ID, 'approve'), decide('peer', LEAVE_ID, 'reject')],
      allowed: ['REQUEST_CHANGED'],
      maxSchedules: DELEGATE_SCHEDULES,
      holds: async (answers) => {
        oneWins(answers);
        const isApproved = answers[0]?.ok;
        expect(await decisions()).toEqual({
          state: isApproved ? 'approved' : 'rejected',
          made: [isApproved ? byHead : ['reject', ...byPeer.slice(1)]],
        });
        expect(await moved()).toEqual(isApproved ? [...HELD, ['use', -480]] : HELD);
      },
    }),
  ],
  [
    'a delegate and the other signer of a step that wants both',
    () => ({
      before: () => delegated(['staff', 'submit', CONTRACT]),
      calls: [decide('peer', CONTRACT_ID, 'approve'), decide('hr', CONTRACT_ID, 'approve')],
      allowed: [],
      maxSchedules: DELEGATE_SCHEDULES,
      holds: async (answers) => {
        bothSucceed(answers);
        const { state, made } = await decisions();
        expect([state, made.sort()]).toEqual(['approved', [byPeer, ['approve', PEOPLE.hr, undefined]]]);
        expect(await company.db.count('messages', { event: 'request.approved' })).toBe(1);
      },
    }),
  ],
  [
    'approver and delegate sign once, beside the other signer who is still missing',
    () => ({
      before: () => delegated(['staff', 'submit', CONTRACT]),
      calls: [decide('head', CONTRACT_ID, 'approve'), decide('peer', CONTRACT_ID, 'approve')],
      allowed: ['REQUEST_CHANGED'],
      maxSchedules: DELEGATE_SCHEDULES,
      holds: async (answers) => {
        oneWins(answers);
        expect(await decisions()).toEqual({ state: 'pending', made: [answers[0]?.ok ? byHead : byPeer] });
        expect(await company.requestsNow()).toMatchObject([{ waitingFor: [PEOPLE.hr] }]);
      },
    }),
  ],
];

test.each([...cases, ...delegateCases])('%s: every order of the requests', async (_, of) => {
  const race = await raceOf(of());
  const { exhaustive, schedules: run } = await explore(race);
  expect(exhaustive || run >= (race.maxSchedules ?? 0) * MIN_DISTINCT_SHARE).toBe(true);
});

test('a decision and the timer that escalates: every order of the requests', async () => {
  const types = { request_types: [ownType([{ approvers: [person('head')] }], { escalateAfterHours: 1 })] };
  await company.begin(types);
  const begun = NOW - 2 * 3_600_000;
  await company.ask('staff', 'submit', SEAL, { now: begun });
  const beginning = await company.snapshot();
  const approving = (now: number) => (requestId: string) =>
    company.ask('head', 'decide', { id: SEAL_ID, rev: 1, verb: 'approve' }, { requestId, now });
  const timer = (now: number) => async (requestId: string) => {
    const event = { Type: 'Timer', TriggerName: 'requests', Time: '2026-11-23T01:00:00Z' };
    const as = { kind: 'timer', name: 'requests' } as const;
    return (await company.invoke('requests', event, { as, requestId, now })).result as Answer;
  };
  const setup = () => company.begin({ ...types, ...beginning });
  await warmBoth();
  const report = await explore({
    setup,
    calls: [approving(NOW), timer(NOW)],
    warmUp: [timer(TRIAL), timer(TRIAL)],
    maxSchedules: REQUEST_SCHEDULES,
    async invariant(outcomes) {
      const answers = answersOf(outcomes);
      expect(answers.map(({ ok, error }) => (ok ? 'ok' : error))).toEqual(['ok', 'ok']);
      const [request] = await company.requestsNow();
      if (!request) throw new Error('The request is gone.');
      expectSound(request);
      expect(request.state).toBe('approved');
      expect(request.timeline.filter(({ verb }) => verb === 'approve')).toHaveLength(1);
    },
  });
  expect(report.exhaustive || report.schedules >= REQUEST_SCHEDULES * MIN_DISTINCT_SHARE).toBe(true);
});

test('an effect that comes late changes nothing after what has happened since', async () => {
  await company.begin();
  await sendTrip();
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await company.requests.during(
    async (request, proceed) => {
      if (request.requestId === 'late' && request.collection === 'accounts') {
        arrive();
        await released;
      }
      return proceed();
    },
    async () => {
      const [who, action, input] = decide('head', TRIP_ID, 'approve');
      const approving = company.ask(who, action, input, { requestId: 'late' });
      await arrived;
      const cancelling = { id: TRIP_ID, rev: 2, key: 'cancelling-key-1', reason: 'x' };
      const { data } = await company.ask('staff', 'cancel', cancelling);
      await company.ask('head', 'decide', { id: data.id, rev: 1, verb: 'approve' });
      release();
      expect(await approving).toMatchObject({ ok: true });
    },
  );
  expect((await company.accountNow())?.spans).toEqual({});
  expectAccounted(await company.requestsNow(), await company.accountNow());
});
