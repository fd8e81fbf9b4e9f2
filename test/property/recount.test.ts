import fc from 'fast-check';
import type { Account } from '../../cloudfunctions/accounts/domain/account';
import type { OrgChart } from '../../cloudfunctions/approvals/domain/flow/org-chart';
import { decideRequest } from '../../cloudfunctions/approvals/domain/request/decide-request';
import { effectOf } from '../../cloudfunctions/approvals/domain/request/effect-of';
import { newRequest } from '../../cloudfunctions/approvals/domain/request/new-request';
import { isInForce, recountRequest } from '../../cloudfunctions/approvals/domain/request/recount-request';
import type { RequestDocument } from '../../cloudfunctions/approvals/domain/request/request';
import { leaveRules } from '../../cloudfunctions/leave/domain/leave-rules';
import { addDays } from '../../cloudfunctions/shared/calendar/company-time';
import type { CalendarOverride } from '../../cloudfunctions/shared/calendar/day-kind';
import {
  accountWith,
  applied,
  grant,
  type MoreOfQuestion,
  person,
  question,
} from '../unit/cloudfunctions/support/requests';
import { at, day, words } from '../unit/cloudfunctions/support/rules';

const NOW = at('2026-09-21 12:00');
const boss = person({ _id: 'E0005', name: '主管', nameEn: 'Head', managerId: null });
const orgChart: OrgChart = {
  today: day('2026-09-21'),
  person: (id) => (id === boss._id ? boss : person()),
  department: () => null,
  holders: () => [],
};

/** Monday 2 November to Friday 13 November: ten workdays, with a weekend inside. */
const FIRST = day('2026-11-02');
const values = { leaveType: 'annual', period: { unit: 'day', from: FIRST, to: '2026-11-13' }, reason: '' };
/** Three days that expire within the leave are used first, then the year's ten. */
const opened = accountWith(
  grant('annual', 10),
  grant('annual', 3, { grantId: 'annual-2025-carry', kind: 'carry', expiresOn: day('2026-11-06') }),
);
const calendar: fc.Arbitrary<CalendarOverride[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 9 })
  .map((offsets) =>
    offsets.map((offset) => ({
      day: addDays(FIRST, offset),
      kind: offset % 7 > 4 ? 'makeup' : 'holiday',
      name: words('x'),
    })),
  );

const answerFor = (account: Account, overrides: readonly CalendarOverride[], isRecount: boolean) => {
  const more: MoreOfQuestion = { account, overrides, isRecount };
  return leaveRules(question('leave', values as never, more));
};

/** The request as submitted, or approved as well, and the account with its effect. */
function begin(isApproved: boolean): { request: RequestDocument; account: Account } {
  const { request: made, account } = submitted();
  if (!isApproved) return { request: made, account };
  const actor = { person: { id: boss._id, name: boss.name, nameEn: boss.nameEn }, delegateOf: null };
  const request = decideRequest(made, 'approve', { actor, now: NOW }, orgChart);
  return { request, account: applied(account, effectOf(request).change) };
}

function submitted() {
  const answer = answerFor(opened, [], false);
  const type = { id: 'leave', version: 1, kind: 'leave', name: words('Leave'), enabled: true, form: [] };
  const flow = { steps: [], cc: [], escalateAfterHours: 0 };
  const slots = [[{ id: boss._id, name: boss.name, nameEn: boss.nameEn }]];
  const step = { id: 's', name: words('Manager'), mode: 'any', slots, note: null } as const;
  const request = newRequest(
    {
      id: 'R1',
      hash: 'x',
      type: { ...type, flow } as never,
      values: values as never,
      applicant: person(),
      answer,
      plan: { steps: [step], cc: [] } as never,
      unchecked: false,
      now: NOW,
    },
    orgChart,
  );
  return { request, account: applied(opened, effectOf(request).change) };
}

function recount(
  { request, account }: { request: RequestDocument; account: Account },
  overrides: readonly CalendarOverride[],
) {
  if (!isInForce(request)) return null;
  const answer = answerFor(account, overrides, true);
  const evaluated = { account, answer, isBeyondLastDay: false };
  const result = recountRequest(request, evaluated, { cause: 'calendar', run: 'x' }, NOW);
  if (!result) return null;
  const changes = result.note.outcome === 'open' ? null : effectOf(result.after).change;
  return { result, request: result.after, account: changes ? applied(account, changes) : account };
}

/** What the request has taken from each grant, without those from which it has taken nothing. */
function taken({ entries }: Account): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { requestId, grantId, minutes } of Object.values(entries))
    if (requestId === 'R1') sums[grantId] = (sums[grantId] ?? 0) + minutes;
  return Object.fromEntries(Object.entries(sums).filter(([, minutes]) => minutes !== 0));
}
const total = (account: Account): number =>
  Object.values(taken(account)).reduce((sum, minutes) => sum + minutes, 0);

const RUNS = { numRuns: 300 };

test('the ledger has taken what the leave counts, however often the calendar changes', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(calendar, { minLength: 1, maxLength: 5 }), (isApproved, calendars) => {
      let now = begin(isApproved);
      for (const overrides of calendars) {
        const next = recount(now, overrides);
        if (next) now = next;
        const counted = now.request.state === 'cancelled' ? 0 : (now.request.amountMinutes ?? 0);
        expect(0 - total(now.account)).toBe(counted);
        // The same again is nothing.
        expect(recount(now, overrides)).toBeNull();
      }
    }),
    RUNS,
  );
});

test('a calendar that is taken back restores what was taken, grant by grant', () => {
  fc.assert(
    fc.property(fc.boolean(), calendar, (isApproved, overrides) => {
      const before = begin(isApproved);
      const there = recount(before, overrides);
      if (!there || there.request.state === 'cancelled') return;
      const back = recount(there, []);
      expect(taken((back ?? there).account)).toEqual(taken(before.account));
      expect((back ?? there).request.amountMinutes).toBe(4_800);
    }),
    RUNS,
  );
});

test('entries are only added: what was booked stays as it was', () => {
  fc.assert(
    fc.property(fc.boolean(), calendar, (isApproved, overrides) => {
      const before = begin(isApproved);
      const after = recount(before, overrides);
      if (after) expect(after.account.entries).toMatchObject(before.account.entries);
    }),
    RUNS,
  );
});

test('cancelled or rejected afterwards, nothing is left of it', () => {
  fc.assert(
    fc.property(fc.boolean(), calendar, (isApproved, overrides) => {
      const after = recount(begin(isApproved), overrides);
      if (!after || after.request.state === 'cancelled') return;
      const { onCancel, onReject } = after.request.changes;
      const ended = applied(after.account, isApproved ? onCancel : onReject);
      expect(taken(ended)).toEqual({});
      expect(ended.spans).toEqual({});
    }),
    RUNS,
  );
});
