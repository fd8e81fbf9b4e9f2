import { PERFORMANCE_SCHEDULES } from '../soak/counts';
import { answersOf, racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { openInstrumentedReviews } from '../support/review-race';
import type { Answer } from '../unit/cloudfunctions/support/company';
import { openidOf, PEOPLE, type Who } from '../unit/cloudfunctions/support/request-company';
import { ANSWERING, APPRAISAL, OVER, PEERS } from '../unit/cloudfunctions/support/review-company';

const company = openPerFile(() => openInstrumentedReviews(ANSWERING));
const explore = racesIn('reviews', company);
const CYCLE = { cycleId: APPRAISAL };
const ABOUT = { ...CYCLE, subjectId: PEOPLE.head };
const OF = { ...CYCLE, employeeId: PEOPLE.head };
const ids = (peers: readonly Who[]) => peers.map((who) => PEOPLE[who]);

type Racing = readonly [openid: string, action: string, input: object];
type Documents = Awaited<ReturnType<typeof company.everything>>;

const choosing = () => company.clock.set(Date.parse('2026-11-16T10:00:00+08:00'));
const settled = () =>
  company.after(async () => {
    choosing();
    await company.settlePeers();
  });

async function race(
  from: Documents,
  now: string,
  calls: readonly Racing[],
  check: (answers: readonly Answer[]) => Promise<void>,
): Promise<void> {
  const at = (instant: number) =>
    calls.map(
      ([openid, action, input]) =>
        (requestId: string) =>
          company.act(openid, `appraisal.${action}`, input, { requestId, now: instant }),
    );
  await explore({
    setup: () => company.begin(from, now),
    calls: at(Date.parse(now)),
    warmUp: at(Date.parse(now) - 30_000),
    maxSchedules: PERFORMANCE_SCHEDULES,
    invariant: (outcomes) => check(answersOf(outcomes)),
  });
}

const codesOf = (answers: readonly Answer[]) => answers.map(({ ok, error }) => (ok ? 'ok' : error?.code));
const sending = (who: Who, team: number): Racing => [
  openidOf(who),
  'sendReview',
  { ...ABOUT, ratings: { team, care: 3 }, texts: {} },
];

test('a rater who sends twice at once is counted once', async () => {
  await race(await settled(), ANSWERING, [sending('hr', 4), sending('hr', 2)], async (answers) => {
    expect(codesOf(answers)).toEqual(['ok', 'ok']);
    expect(await company.stored()).toHaveLength(1);
    await company.expectWhole(PEOPLE.head);
  });
});

test('two raters who send at once are both counted', async () => {
  await race(await settled(), ANSWERING, [sending('hr', 4), sending('admin', 2)], async (answers) => {
    for (const code of codesOf(answers)) expect(['ok', 'BUSY']).toContain(code);
    await company.expectWhole(PEOPLE.head);
  });
});

test('an answer that is sent while answers end is in what is published, or refused', async () => {
  const from = await company.after(async () => {
    choosing();
    await company.settlePeers();
    company.clock.set(Date.parse(ANSWERING));
    for (const who of PEERS.slice(0, 3)) await company.ok(company.send(who, 'head', { team: 3, care: 3 }));
    await company.setState('closing', { closedAt: Date.parse(OVER) });
  });
  const open: Documents = {
    ...from,
    appraisal_cycles: (from.appraisal_cycles ?? []).map((cycle) => ({
      ...cycle,
      ...{ state: 'running', closedAt: null, answersUntil: '2026-11-27' },
    })),
  };
  const last = '2026-11-28T00:00:01+08:00';
  const reopened = {
    ...open,
    review_people: (open.review_people ?? []).map((state) => ({
      ...state,
      reopened: [{ at: 1, by: PEOPLE.hr, until: '2026-11-28', reason: 'x' }],
    })),
  };
  await race(reopened, last, [sending('elsewhere', 5), ['timer', 'reviews', {}]], async (answers) => {
    expect(['ok', 'REVIEW_CLOSED', 'BUSY']).toContain(codesOf(answers)[0]);
    await company.tick();
    await company.expectWhole(PEOPLE.head);
    expect((await company.db.find('review_people', { employeeId: PEOPLE.head }))[0]?.snapshot).toBeTruthy();
  });
});

test('a person who chooses while the manager confirms: whoever was later is told', async () => {
  const from = await company.after(async () => {
    choosing();
    await company.ok(company.review('head', 'choosePeers', { ...CYCLE, rev: 0, peerIds: ids(PEERS) }));
  });
  const chosen = ids(['hr', 'payroll', 'admin']);
  const calls: readonly Racing[] = [
    [openidOf('head'), 'choosePeers', { ...CYCLE, rev: 1, peerIds: chosen }],
    [openidOf('boss'), 'confirmPeers', { ...OF, rev: 1, peerIds: ids(PEERS) }],
  ];
  await race(from, '2026-11-16T10:00:00+08:00', calls, async (answers) => {
    expect(codesOf(answers).sort()).toEqual(['VERSION_CONFLICT', 'ok']);
    const [state] = await company.db.find('review_people');
    const isConfirmed = state?.confirmedBy === PEOPLE.boss;
    expect([state?.rev, state?.peers]).toEqual([2, isConfirmed ? ids(PEERS) : chosen]);
  });
});

test('two customers with one code at once: one of them has answered', async () => {
  let code = '';
  const from = await company.after(async () => {
    [code = ''] = await company.invite(1);
  });
  const answering = (name: string): Racing => [
    `openid-of-customer-${name}`,
    'answerAsCustomer',
    { code, ratings: { team: 4 }, texts: {} },
  ];
  await race(from, ANSWERING, [answering('c1'), answering('c2')], async (answers) => {
    expect(codesOf(answers).filter((each) => each === 'ok').length).toBeLessThanOrEqual(1);
    const sent = await company.stored();
    expect(sent.length).toBe(codesOf(answers).filter((each) => each === 'ok').length);
    await company.expectWhole(PEOPLE.head);
  });
});
