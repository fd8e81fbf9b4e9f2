import { callingWith } from '../support/calling';
import { openInstrumentedGoals } from '../support/goal-race';
import { faultsIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { CYCLE } from '../unit/cloudfunctions/support/goal-company';
import { PEOPLE } from '../unit/cloudfunctions/support/request-company';

/** Reviews are handed in on the last day of the cycle. */
const company = openPerFile(() => openInstrumentedGoals('2026-11-30T18:00:00+08:00'));
const inject = faultsIn('goal reviews', company);

type Documents = Awaited<ReturnType<typeof company.everything>>;
const calling = callingWith({
  ask: (...given) => company.goal(...given),
  begin: (from: Documents) => company.begin(from),
  warmUp: (who) => company.goal(who, 'review', { cycleId: CYCLE, employeeId: PEOPLE.staff }),
});

const handing = { cycleId: CYCLE, rev: 0, scores: [{ id: 'own-1', score: 70 }], summary: '达标' };
const confirming = {
  ...{
    cycleId: CYCLE,
    employeeId: PEOPLE.staff,
    rev: 1,
    scores: [{ id: 'own-1', score: 60 }],
    comment: '好',
  },
};
let tree: Documents;
let waiting: Documents;
beforeAll(async () => {
  tree = await company.beginTree();
  expect(await company.goal('staff', 'handInReview', handing)).toMatchObject({ ok: true });
  waiting = await company.everything();
});

const eventsOf = async () => (await company.db.find('messages')).map(({ event }) => event);
const sheet = () => company.sheetOf('p-R03');

test('handInReview: it is handed in once, waits for the manager and tells them once, after every fault', async () => {
  await inject(
    calling(tree, ['staff', 'handInReview', handing], async ({ data }) => {
      expect(data).toEqual({ rev: 1 });
      expect(await sheet()).toMatchObject({
        ...{ waitsFor: PEOPLE.head, review: { state: 'handed-in', rev: 1, summary: '达标' } },
      });
      expect(await eventsOf()).toEqual(['goal-review.handed-in']);
    }),
  );
});

test('confirmReview: the score that counts is there once, and the person is told once, after every fault', async () => {
  await inject(
    calling(waiting, ['head', 'confirmReview', confirming], async ({ data }) => {
      expect(data).toEqual({ rev: 2 });
      const { review, waitsFor } = await sheet();
      expect([waitsFor, review?.scores]).toEqual([null, { 'own-1': { own: 70, given: 60 } }]);
      expect(await eventsOf()).toEqual(['goal-review.handed-in', 'goal-review.confirmed']);
    }),
  );
});
