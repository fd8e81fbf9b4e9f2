import fc from 'fast-check';
import type { Day } from '#contracts/common';
import type { Account, AccountSpan } from '../../cloudfunctions/accounts/domain/account';
import { type GrantState, grantsOf, sumsOf, usableOn } from '../../cloudfunctions/accounts/domain/ledger';
import type { KindAnswer } from '../../cloudfunctions/approvals/kind/kind';
import { allocate } from '../../cloudfunctions/leave/domain/allocate';
import { endingEntries } from '../../cloudfunctions/leave/domain/due-endings';
import { dueEntries } from '../../cloudfunctions/leave/domain/due-entries';
import { leaveRules } from '../../cloudfunctions/leave/domain/leave-rules';
import { CHINA_LEAVE_TYPES } from '../../cloudfunctions/leave/domain/packs/china';
import { addDays, instantAt } from '../../cloudfunctions/shared/calendar/company-time';
import { accountWith, applied, grant, person, question } from '../unit/cloudfunctions/support/requests';
import { day, words } from '../unit/cloudfunctions/support/rules';

const RUNS = { numRuns: 500 };
const FIRST = day('2026-03-02');
const dayIn = (most: number) => fc.integer({ min: 0, max: most }).map((offset) => addDays(FIRST, offset));

const oneGrant = fc.record({
  minutes: fc.integer({ min: 0, max: 1_500 }),
  from: dayIn(30),
  length: fc.integer({ min: 0, max: 40 }),
  endless: fc.boolean(),
});
const grants: fc.Arbitrary<GrantState[]> = fc.array(oneGrant, { maxLength: 6 }).map((list) =>
  list.map(({ minutes, from, length, endless }, index) => ({
    id: `g${index}`,
    typeId: 'annual',
    validFrom: from,
    expiresOn: endless ? null : addDays(from, length),
    origin: null,
    left: minutes,
  })),
);
const wanted = fc.uniqueArray(fc.record({ day: dayIn(60), minutes: fc.integer({ min: 1, max: 480 }) }), {
  maxLength: 8,
  selector: (each) => each.day,
});

/** The most that can be taken at all: a maximal flow from days to grants, found by augmenting paths. */
function mostPossible(list: readonly GrantState[], days: readonly { day: Day; minutes: number }[]): number {
  const source = days.length + list.length;
  const sink = source + 1;
  const room = Array.from({ length: sink + 1 }, () => new Array<number>(sink + 1).fill(0));
  const cell = (from: number, to: number) => room[from]?.[to] ?? 0;
  const add = (from: number, to: number, by: number) => {
    const row = room[from];
    if (row) row[to] = cell(from, to) + by;
  };
  days.forEach(({ day: on, minutes }, d) => {
    add(source, d, minutes);
    list.forEach((each, g) => {
      if (usableOn(each, on)) add(d, days.length + g, minutes);
    });
  });
  list.forEach(({ left }, g) => {
    add(days.length + g, sink, left);
  });
  const seen = new Set<number>();
  const push = (node: number, amount: number): number => {
    if (node === sink) return amount;
    seen.add(node);
    for (let next = 0; next <= sink; next += 1) {
      if (seen.has(next) || cell(node, next) <= 0) continue;
      const sent = push(next, Math.min(amount, cell(node, next)));
      if (sent > 0) {
        add(node, next, -sent);
        add(next, node, sent);
        return sent;
      }
    }
    return 0;
  };
  let total = 0;
  for (
    let sent = push(source, Number.MAX_SAFE_INTEGER);
    sent > 0;
    sent = push(source, Number.MAX_SAFE_INTEGER)
  ) {
    total += sent;
    seen.clear();
  }
  return total;
}

test('takes as much as can be taken at all, never more than a grant has', () => {
  fc.assert(
    fc.property(grants, wanted, (list, days) => {
      const { portions, taken } = allocate(list, days);
      for (const { grantId, minutes } of portions) {
        expect(minutes).toBeGreaterThan(0);
        expect(minutes).toBeLessThanOrEqual(list.find(({ id }) => id === grantId)?.left ?? 0);
      }
      expect(taken).toBe(portions.reduce((sum, { minutes }) => sum + minutes, 0));
      expect(taken).toBe(mostPossible(list, days));
    }),
    RUNS,
  );
});

test('the order in which grants and days are told has no part in it', () => {
  fc.assert(
    fc.property(grants, wanted, fc.func(fc.integer()), (list, days, key) => {
      const shuffled = <T>(items: readonly T[]) => [...items].sort((a, b) => key(a) - key(b));
      expect(allocate(shuffled(list), shuffled(days))).toEqual(allocate(list, days));
    }),
    RUNS,
  );
});

/** One step in the life of somebody's leave. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('ask' as const),
      from: dayIn(150),
      days: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom('approve', 'reject', 'resubmit', 'cancel'),
      nth: fc.nat(20),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('job' as const), after: fc.integer({ min: 0, max: 400 }) }),
  },
);

interface Running {
  readonly id: string;
  state: 'open' | 'approved' | 'over';
  answer: KindAnswer;
}

const ask = (account: Account, id: string, from: Day, days: number) =>
  leaveRules(
    question(
      'leave',
      { leaveType: 'annual', period: { unit: 'day', from, to: addDays(from, days - 1) }, reason: '' },
      { requestId: id, account, time: '2026-03-01 12:00' },
    ),
  );

/** Minutes that no entry of kind `grant` has brought. */
const CARRIED_IN = 4 * 480;
const begin = () =>
  accountWith(
    grant('annual', 10),
    grant('annual', 4, { grantId: 'annual-2025-carry', kind: 'carry', expiresOn: day('2026-05-31') }),
  );

test('whatever happens to requests, no grant goes below nothing and every minute is accounted for', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let account = begin();
      const requests: Running[] = [];
      const change = (next: Account, again: Account) => {
        // An effect that is applied again changes nothing but the revision.
        expect(again.entries).toEqual(next.entries);
        expect(again.spans).toEqual(next.spans);
        account = next;
      };
      const write = (effect: KindAnswer['onSubmit']) =>
        change(applied(account, effect), applied(applied(account, effect), effect));
      for (const each of steps) {
        if (each.does === 'ask') {
          const id = `R${requests.length}`;
          const answer = ask(account, id, each.from, each.days);
          if (answer.problem) continue;
          write(answer.onSubmit);
          requests.push({ id, state: 'open', answer });
        } else if (each.does === 'job') {
          const today = addDays(FIRST, each.after);
          write({
            spans: {},
            entries: endingEntries(
              account.entries,
              CHINA_LEAVE_TYPES,
              'shanghai',
              today,
              instantAt(today, 0),
            ),
          });
          expect(
            endingEntries(account.entries, CHINA_LEAVE_TYPES, 'shanghai', today, instantAt(today, 0)),
          ).toEqual({});
        } else decide(each.does, requests[each.nth % Math.max(1, requests.length)], write, () => account);
        for (const { left } of grantsOf(account.entries)) expect(left).toBeGreaterThanOrEqual(0);
        expectSums(account, requests);
      }
    }),
    { numRuns: 300 },
  );
});

/** Sick leave of some days that may be granted or undone at any time. */
const sickLeave = fc.record({ from: dayIn(200), days: fc.integer({ min: 1, max: 60 }) });

test('what sick leave takes away depends on what is granted in the end, not on the order nor on the runs', () => {
  const run = (account: Account, today: Day): Account => {
    const when = { today, until: Number(today.slice(0, 4)), now: instantAt(today, 0) };
    const due = dueEntries(person(), account, CHINA_LEAVE_TYPES, when);
    const after = { ...account, entries: { ...account.entries, ...due } };
    expect(dueEntries(person(), after, CHINA_LEAVE_TYPES, when)).toEqual({});
    for (const { left } of grantsOf(after.entries)) expect(left).toBeGreaterThanOrEqual(0);
    return after;
  };
  const leftOn = (account: Account, on: Day) => sumsOf(account.entries, 'annual', on).left;
  fc.assert(
    fc.property(
      fc.array(sickLeave, { minLength: 1, maxLength: 5 }),
      fc.nat(10),
      fc.array(fc.record({ which: fc.nat(4), undo: fc.boolean(), runs: fc.boolean() }), { maxLength: 12 }),
      (sicks, used, steps) => {
        const spans = sicks.map(({ from, days }, index) => spanOfDays(`S${index}`, from, days));
        const base = accountWith(grant('annual', 10));
        const began =
          used === 0 ? base.entries : { ...base.entries, U: grant('annual', 0 - used, { kind: 'use' }) };
        let account: Account = { ...base, entries: began };
        steps.forEach(({ which, undo, runs }, index) => {
          const span = spans[which % spans.length];
          if (!span) return;
          const { [span.requestId]: _, ...others } = account.spans;
          account = { ...account, spans: undo ? others : { ...others, [span.requestId]: span } };
          if (runs) account = run(account, addDays(day('2026-11-01'), index));
        });
        const fresh: Account = { ...base, spans: account.spans, entries: began };
        for (const today of [day('2026-12-01'), day('2027-01-01'), day('2027-02-01')]) {
          account = run(account, today);
          expect(leftOn(account, today)).toBe(leftOn(run(fresh, today), today));
        }
      },
    ),
    { numRuns: 40 },
  );
});

const spanOfDays = (requestId: string, from: Day, count: number): AccountSpan => ({
  requestId,
  kind: 'leave',
  state: 'approved',
  name: words('Sick'),
  day: from,
  from: instantAt(from, 0),
  to: instantAt(addDays(from, count), 0),
  minutes: count * 480,
  perDay: Object.fromEntries(Array.from({ length: count }, (_, index) => [addDays(from, index), 480])),
  leaveTypeId: 'sick',
  paidShare: 60,
});

function decide(
  verb: string,
  request: Running | undefined,
  write: (effect: KindAnswer['onSubmit']) => void,
  account: () => Account,
): void {
  if (!request) return;
  if (request.state === 'open' && verb === 'approve') {
    write(request.answer.onApprove);
    request.state = 'approved';
  } else if (request.state === 'open' && verb !== 'cancel') {
    write(request.answer.onReject);
    request.state = 'over';
    if (verb !== 'resubmit') return;
    const again = ask(account(), request.id, request.answer.days[0]?.day ?? FIRST, 1);
    if (again.problem) return;
    write(again.onSubmit);
    Object.assign(request, { state: 'open', answer: again });
  } else if (request.state === 'approved' && verb === 'cancel') {
    write(request.answer.onCancel);
    request.state = 'over';
  }
}

function expectSums(account: Account, requests: readonly Running[]): void {
  const minutes = (state: Running['state']) =>
    requests.reduce((sum, each) => (each.state === state ? sum + (each.answer.amountMinutes ?? 0) : sum), 0);
  const sums = sumsOf(account.entries, 'annual', day('2026-03-02'));
  expect(sums.held).toBe(minutes('open'));
  expect(sums.used).toBe(minutes('approved'));
  const entries = Object.values(account.entries);
  const expired = entries.reduce((sum, { kind, minutes: gone }) => (kind === 'expire' ? sum - gone : sum), 0);
  const left = grantsOf(account.entries).reduce((sum, each) => sum + each.left, 0);
  const granted = entries.reduce(
    (sum, { kind, minutes: given }) => (kind === 'grant' ? sum + given : sum),
    0,
  );
  expect(left + sums.held + sums.used + expired).toBe(granted + CARRIED_IN);
}
