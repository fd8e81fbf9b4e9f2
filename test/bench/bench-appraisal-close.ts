import type { AppraisalCycle, AppraisalPerson } from '#contracts/appraisal-cycle';
import type { ReviewRelation } from '#contracts/review';
import { emptyReviewPerson, type ReviewPerson } from '../../cloudfunctions/reviews/domain/review-person';
import { reviewIdOf, type StoredReview } from '../../cloudfunctions/reviews/domain/stored-review';
import type { AroundRequest, EmbeddedCloud } from '../../local/cloud';
import { appraisalPlan, RATED } from '../../local/demo/appraisal-plan';
import { MORNING, withBenchCloud } from './bench-cloud';
import { sheetOf } from './bench-goals-close';
import { count, type Row, row } from './table';

/** `PEOPLE=500` for a first look. */
const PEOPLE = Number(process.env.PEOPLE ?? 10_000);
const TEAM = 20;
const DEPARTMENT = 25;
const PEERS = 8;
/** A month that the demo company knows nothing of. */
const MONTH = '2026-07';
const CYCLE = `a-${MONTH}`;
/** Of a unit, ms: the function may run for a minute. */
const MAX_UNIT_MS = 45_000;
const MAX_UNITS = 100;
const TIMER = { Type: 'Timer', TriggerName: 'appraisal', Time: '2026-11-23T01:00:00Z' };
const WRITTEN = ['appraisal_', 'review_', 'reviews', 'calibration_', 'messages'];

/**
 * The timer closes an appraisal of ten thousand people, each rated by ten others and with goals: reviews are published, people
 * scored, boards made. Then it runs once more from the beginning, as after a run that died at the very end.
 */
export function benchClosingAppraisal(): Promise<Row[]> {
  let writes = 0;
  const aroundRequest: AroundRequest = async ({ action, collection = '' }, proceed) => {
    // An insertion of what is there already is refused, and writes nothing.
    const answer = await proceed();
    const isWrite = /modify|insert|update|set/i.test(action);
    if (isWrite && WRITTEN.some((name) => collection.startsWith(name))) writes += 1;
    return answer;
  };
  return withBenchCloud(
    async (cloud) => {
      await seed(cloud);
      const first = await close(cloud);
      const results = await cloud.db.count('appraisal_results', { cycleId: CYCLE });
      if (results !== PEOPLE) throw new Error(`${results} of ${PEOPLE} people were scored`);
      await beginAgain(cloud);
      writes = 0;
      const again = await close(cloud);
      const what = `closing the appraisal of ${PEOPLE.toLocaleString('en')} people`;
      return [
        row(`${what}: longest of ${first.units} units`, count(first.longest, 'ms'), { atMost: MAX_UNIT_MS }),
        row(`${what}: DB calls per person`, count(first.calls / PEOPLE), { atMost: 1.5 }),
        // How far a run has come is told apart from what it does: the cursor after each page, and the state.
        row(
          'results, reviews, departments and boards written by closing it again',
          count(writes - again.steps),
          {
            atMost: 0,
          },
        ),
      ];
    },
    { aroundRequest },
  );
}

const idOf = (at: number): string => `G${String(at).padStart(5, '0')}`;
const managerOf = (at: number): string => `M${Math.floor(at / TEAM)}`;
/** Others of the team, the next eight of them. */
function peersOf(at: number): string[] {
  const start = Math.floor(at / TEAM) * TEAM;
  return Array.from({ length: PEERS }, (_, index) => idOf(start + ((at - start + 1 + index) % TEAM)));
}

function cycleOf(): AppraisalCycle {
  const days = { from: '2026-07-01', to: '2026-07-31', answersUntil: '2026-08-14' } as const;
  const peers = { peersUntil: '2026-08-05', confirmUntil: '2026-08-07' } as const;
  const at = Date.parse('2026-08-01T09:00:00+08:00');
  return {
    ...appraisalPlan(MONTH, { ...days, ...peers } as never, []),
    ...{ _id: CYCLE, rev: 1, state: 'closing', template: 'office', createdBy: 'E0046' },
    ...{ startedAt: at as never, closedAt: MORNING as never, publishedAt: null, cursor: '', amendments: [] },
  };
}

function personOf(at: number): AppraisalPerson {
  const team = Math.floor(at / TEAM);
  const id = idOf(at);
  return {
    ...{ _id: `${CYCLE}:${id}`, cycleId: CYCLE, person: { id, name: '示例员工', nameEn: 'Person' } },
    departmentId: `T${team}`,
    departmentPath: ['ROOT', `P${Math.floor(team / DEPARTMENT)}`],
    managerId: managerOf(at),
    job: { 'zh-CN': '店员', en: 'Seller' },
    ...{ hiredOn: '2024-01-01' as never, questionnaireId: 'everybody', reports: [] },
  };
}

function reviewsAbout(at: number): StoredReview[] {
  const raters: readonly (readonly [ReviewRelation, string])[] = [
    ['self', idOf(at)],
    ['manager', managerOf(at)],
    ...peersOf(at).map((id) => ['peer', id] as const),
  ];
  return raters.map(([relation, raterId], index): StoredReview => {
    const key = { cycleId: CYCLE, subjectId: idOf(at), relation, raterId };
    const asked = RATED.filter(({ relations }) => relations?.includes(relation) ?? true);
    const ratings = Object.fromEntries(asked.map(({ id }, item) => [id, 1 + ((at + index * 3 + item) % 5)]));
    const sent = Date.parse('2026-08-10T09:00:00+08:00') as never;
    return { _id: reviewIdOf(key), ...key, ratings, texts: {}, savedAt: sent, submittedAt: sent };
  });
}

const stateOf = (at: number): ReviewPerson => ({
  ...emptyReviewPerson(CYCLE, idOf(at)),
  ...{ rev: 1, chosen: peersOf(at), peers: peersOf(at), confirmedBy: managerOf(at), answered: 2 + PEERS },
});

async function seed({ db }: EmbeddedCloud): Promise<void> {
  await db.insertMany('appraisal_cycles', [{ ...cycleOf() }]);
  for (let from = 0; from < PEOPLE; from += 1_000) {
    const all = Array.from({ length: Math.min(1_000, PEOPLE - from) }, (_, at) => from + at);
    await db.insertMany(
      'appraisal_people',
      all.map((at) => ({ ...personOf(at) })),
    );
    await db.insertMany(
      'review_people',
      all.map((at) => ({ ...stateOf(at) })),
    );
    await db.insertMany(
      'goal_sheets',
      all.map((at) => ({ ...sheetOf(at, MONTH), state: 'closed' })),
    );
    await db.insertMany(
      'reviews',
      all.flatMap((at) => reviewsAbout(at).map((review) => ({ ...review }))),
    );
  }
}

/** The cycle as before its first unit; what was written stays. */
async function beginAgain({ db }: EmbeddedCloud): Promise<void> {
  const begun = { state: 'closing', cursor: '' };
  await db.updateMany('appraisal_cycles', { _id: CYCLE }, { $set: begun });
  await db.updateMany('review_runs', { _id: CYCLE }, { $set: { phase: 'people', cursor: '' } });
}

/** As the timer does it, until calibration is open. */
async function close(cloud: EmbeddedCloud) {
  let [units, longest, calls] = [0, 0, 0];
  const before = await progress(cloud);
  while ((await cloud.db.get('appraisal_cycles', CYCLE))?.state !== 'calibration') {
    if (units >= MAX_UNITS) throw new Error('The appraisal is not closed after a hundred units');
    const began = performance.now();
    const { costs, result } = await cloud.invoke('appraisal', TIMER, {
      as: { kind: 'timer', name: 'appraisal' },
    });
    const { ok } = result as { readonly ok: boolean };
    if (!ok) throw new Error(`A unit failed: ${JSON.stringify(result)}`);
    longest = Math.max(longest, performance.now() - began);
    calls += costs.database;
    units += 1;
  }
  return { units, longest, calls, steps: (await progress(cloud)) - before };
}

/** Writes that say how far it has come: each is one revision. */
async function progress({ db }: EmbeddedCloud): Promise<number> {
  const [cycle, run] = await Promise.all([db.get('appraisal_cycles', CYCLE), db.get('review_runs', CYCLE)]);
  return Number(cycle?.rev ?? 0) + Number(run?.rev ?? 0);
}
