import { type CompanyFaults, faultsIn, KINDS_WITHOUT_WAITING } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { openInstrumentedReviews } from '../support/review-race';
import { openidOf, PEOPLE } from '../unit/cloudfunctions/support/request-company';
import { ANSWERING, APPRAISAL, OVER, PEERS, reviewKey } from '../unit/cloudfunctions/support/review-company';

const company = openPerFile(() => openInstrumentedReviews(ANSWERING));
const inject = faultsIn('reviews', company);
const CYCLE = { cycleId: APPRAISAL };

type Documents = Awaited<ReturnType<typeof company.everything>>;

const answered = (peers: number) =>
  company.after(async () => {
    company.clock.set(Date.parse('2026-11-16T10:00:00+08:00'));
    await company.settlePeers();
    for (const who of PEERS.slice(0, peers))
      await company.ok(company.send(who, 'head', { team: 4, care: 4 }));
  });

const calling = (
  from: Documents,
  now: string,
  [openid, action, input]: readonly [string, string, object],
  invariant: CompanyFaults['invariant'],
): CompanyFaults => ({
  async setup() {
    await company.begin(from, now);
    // Warms up who calls, the cycle and the person.
    await company.review('hr', 'reviewForm', { ...CYCLE, subjectId: PEOPLE.head });
    await company.review('head', 'peers', { ...CYCLE, employeeId: PEOPLE.head });
  },
  call: (requestId) => company.act(openid, `appraisal.${action}`, input, { requestId }),
  kinds: KINDS_WITHOUT_WAITING,
  invariant,
});

test('sendReview: the answer is there once and counted once after every fault', async () => {
  const about = { ...CYCLE, subjectId: PEOPLE.head, ratings: { team: 4 }, texts: {} };
  await inject(
    calling(await answered(0), ANSWERING, [openidOf('hr'), 'sendReview', about], async () => {
      expect(await company.stored()).toMatchObject([{ ratings: { team: 4 } }]);
      await company.expectWhole(PEOPLE.head);
    }),
  );
});

test('answerAsCustomer: the code is used and the answer counted together', async () => {
  let code = '';
  const from = await company.after(async () => {
    [code = ''] = await company.invite(1);
  });
  const call = [
    'openid-of-customer-c1',
    'answerAsCustomer',
    { code, ratings: { team: 4 }, texts: {} },
  ] as const;
  await inject(
    calling(from, ANSWERING, call, async () => {
      expect(await company.db.find('review_codes')).toMatchObject([{ isUsed: true }]);
      expect(await company.stored()).toHaveLength(1);
      await company.expectWhole(PEOPLE.head);
    }),
  );
});

test('inviteCustomer: the same tap is one invitation', async () => {
  const input = { ...CYCLE, employeeId: PEOPLE.head, note: '客户', key: reviewKey() };
  await inject(
    calling(await answered(0), ANSWERING, [openidOf('head'), 'inviteCustomer', input], async () => {
      expect(await company.db.find('review_codes')).toHaveLength(1);
    }),
  );
});

test('the publication: everybody once, and the next run completes what a fault has left', async () => {
  await inject(
    calling(await answered(4), OVER, ['timer', 'reviews', {}], async () => {
      company.clock.advance(900_000);
      await company.tick();
      expect(await company.db.find('review_runs')).toMatchObject([{ phase: 'closed' }]);
      await company.expectWhole(PEOPLE.head);
      const published = await company.db.find('review_people');
      expect(published.filter(({ snapshot }) => snapshot)).toHaveLength(5);
      await company.tick();
      expect(await company.db.find('review_people')).toEqual(published);
    }),
  );
});
