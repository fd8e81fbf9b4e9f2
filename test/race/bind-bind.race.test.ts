import { openInstrumentedCompany } from '../support/instrumented-company';
import { type CompanyRace, racesIn } from '../support/instrumented-tests';
import { inviteFor } from '../support/invite';
import { openPerFile } from '../support/open';
import type { RacingCall } from '../support/race-explorer';
import { type Answer, OPENIDS } from '../unit/cloudfunctions/support/company';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const WARM = 30_000;
const [ANN, BEN] = ['openid-ann', 'openid-ben'];
const [CODE, OTHER_CODE] = ['ABCD2345', 'WXYZ6789'];

const company = openPerFile(() => openInstrumentedCompany('2026-11-23T09:00:00+08:00'));
const explore = racesIn('bind', company);

type Calling = (now: number) => RacingCall<Answer>;
const calling =
  (as: string, action: string, input: object): Calling =>
  (now) =>
  (requestId) =>
    company.act(as, action, input, { requestId, now });
const bind = (openid: string, code = CODE) => calling(openid, 'bind', { code });

interface World {
  readonly answers: readonly Answer[];
  readonly bindings: readonly Record<string, unknown>[];
  /** Who has taken an invite, by its employee. */
  readonly usedBy: Readonly<Record<string, unknown>>;
}

async function exploreAll(calls: readonly Calling[], invariant: (world: World) => void): Promise<void> {
  const race: CompanyRace = {
    setup: () =>
      company.reset({ invites: [inviteFor('E0007', CODE, NOW), inviteFor('E0005', OTHER_CODE, NOW)] }),
    calls: calls.map((call) => call(NOW)),
    // Manager and departments, which every profile shows.
    warmUp: calls.map(() => calling(OPENIDS.day, 'me', {})(NOW - WARM)),
    async invariant(outcomes) {
      const answers = outcomes.map((each) => {
        if (each.status === 'rejected') throw each.reason;
        return each.value;
      });
      const bindings = await company.db.find('bindings', { employeeId: { $in: ['E0005', 'E0007'] } });
      const invites = await company.db.find('invites');
      const usedBy = Object.fromEntries(invites.map((invite) => [String(invite.employeeId), invite.usedBy]));
      invariant({ answers, bindings, usedBy });
    },
    maxSchedules: 400,
  };
  const report = await explore(race);
  expect(report.exhaustive).toBe(true);
}

const codes = (answers: readonly Answer[]) => answers.map(({ ok, error }) => (ok ? 'ok' : error?.code));

test('two WeChat users with one invite: one of them is bound, the other is refused', async () => {
  await exploreAll([bind(ANN), bind(BEN)], ({ answers, bindings, usedBy }) => {
    const winner = answers[0]?.ok ? ANN : BEN;
    expect(codes(answers).sort()).toEqual(['INVITE_INVALID', 'ok']);
    expect(bindings).toEqual([{ _id: winner, employeeId: 'E0007' }]);
    expect(usedBy).toEqual({ E0007: winner, E0005: null });
  });
});

test('one user who binds twice is bound once and told so twice', async () => {
  await exploreAll([bind(ANN), bind(ANN)], ({ answers, bindings, usedBy }) => {
    expect(codes(answers)).toEqual(['ok', 'ok']);
    expect(bindings).toEqual([{ _id: ANN, employeeId: 'E0007' }]);
    expect(usedBy).toEqual({ E0007: ANN, E0005: null });
  });
});

test('one user with two invites is bound by one of them, and the other stays free', async () => {
  await exploreAll([bind(ANN), bind(ANN, OTHER_CODE)], ({ answers, bindings, usedBy }) => {
    const employeeId = answers[0]?.ok ? 'E0007' : 'E0005';
    expect(codes(answers).sort()).toEqual(['ALREADY_BOUND', 'ok']);
    expect(bindings).toEqual([{ _id: ANN, employeeId }]);
    expect(usedBy).toEqual({ E0007: null, E0005: null, [employeeId]: ANN });
  });
});

test('HR ends the binding while the user binds: who is unbound has no way in, by this code or another', async () => {
  const unbind = calling('console', 'unbind', { employeeId: 'E0007' });
  await exploreAll([bind(ANN), unbind], ({ answers: [bound, unbound], bindings, usedBy }) => {
    expect(unbound?.ok).toBe(true);
    expect(['ok', 'INVITE_INVALID']).toContain(codes(bound ? [bound] : [])[0]);
    expect(bindings).toEqual([]);
    expect(usedBy).toEqual({ E0005: null });
  });
});
