import { openInstrumentedGoals } from '../support/goal-race';
import { racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { codesOf, type Racing, racingWith } from '../support/racing';
import type { Answer } from '../unit/cloudfunctions/support/company';
import {
  CYCLE,
  checkInOf,
  metric,
  objective,
  person,
  savingOf,
} from '../unit/cloudfunctions/support/goal-company';
import { PEOPLE } from '../unit/cloudfunctions/support/request-company';

/** Reviews are handed in on the last day of the cycle, while figures are still reported. */
const AT = '2026-11-30T18:00:00+08:00';
const NOW = Date.parse(AT);

const company = openPerFile(() => openInstrumentedGoals(AT));
const explore = racesIn('goals', company);

type Documents = Awaited<ReturnType<typeof company.everything>>;
let tree: Documents;
let waiting: Documents;

const handing = (summary: string, rev = 0) => ({
  ...{ cycleId: CYCLE, rev, scores: [{ id: 'own-1', score: 70 }], summary },
});
const confirming = (score: number) => ({
  ...{ cycleId: CYCLE, employeeId: PEOPLE.staff, rev: 1, scores: [{ id: 'own-1', score }], comment: '好' },
});

beforeAll(async () => {
  tree = await company.beginTree();
  await company.goal('staff', 'handInReview', handing('第一次'));
  waiting = await company.everything();
});

const racing = racingWith({
  explore,
  ask: (...given) => company.goal(...given),
  begin: (from: Documents) => company.begin(from),
  now: NOW,
});
const race = (
  from: () => Documents,
  calls: readonly Racing[],
  check: (answers: readonly Answer[]) => Promise<void>,
): Promise<void> => racing(from(), calls, check);

const review = async () => (await company.sheetOf('p-R03')).review;

test('a check-in and a closing review of one sheet at once: both are there', () =>
  race(
    () => tree,
    [
      ['staff', 'checkIn', checkInOf(person('staff'), ['own-1', 4])],
      ['staff', 'handInReview', handing('达标')],
    ],
    async (answers) => {
      expect(codesOf(answers)).toEqual(['ok', 'ok']);
      const sheet = await company.sheetOf('p-R03');
      expect([sheet.log.length, sheet.review?.summary]).toEqual([1, '达标']);
    },
  ));

test('a closing review is handed in while HR closes the month: both happen', () =>
  race(
    () => tree,
    [
      ['staff', 'handInReview', handing('达标')],
      ['hr', 'closeCycle', { cycleId: CYCLE }],
    ],
    async (answers) => {
      expect(codesOf(answers)).toEqual(['ok', 'ok']);
      await company.expectSettled();
      const sheet = await company.sheetOf('p-R03');
      expect([sheet.state, sheet.review?.state]).toEqual(['closed', 'handed-in']);
    },
  ));

test('it is changed while the manager confirms: one is told, and what was confirmed is what was seen', () =>
  race(
    () => waiting,
    [
      ['staff', 'handInReview', handing('第二次', 1)],
      ['head', 'confirmReview', confirming(60)],
    ],
    async (answers) => {
      const codes = codesOf(answers);
      const stored = await review();
      if (codes[1] === 'ok') {
        expect(codes[0]).toBe('REVIEW_CONFIRMED');
        expect(stored).toMatchObject({ state: 'confirmed', summary: '第一次' });
      } else {
        expect(codes).toEqual(['ok', 'VERSION_CONFLICT']);
        expect(stored).toMatchObject({ state: 'handed-in', summary: '第二次' });
      }
    },
  ));

test('two phones hand in at once: one is there, the other is told', () =>
  race(
    () => tree,
    [
      ['staff', 'handInReview', handing('一')],
      ['staff', 'handInReview', handing('二')],
    ],
    async (answers) => {
      expect(codesOf(answers).toSorted()).toEqual(['VERSION_CONFLICT', 'ok']);
      expect((await review())?.summary).toBe(answers[0]?.ok ? '一' : '二');
    },
  ));

test('a weight is changed while the review is handed in: it is scored as it is, or the change is refused', () =>
  race(
    () => tree,
    [
      [
        'staff',
        'saveObjective',
        savingOf(person('staff'), 1, objective('own', [metric('own-1', 10)], { weight: 5 })),
      ],
      ['staff', 'handInReview', handing('达标')],
    ],
    async (answers) => {
      const [saved, handed] = codesOf(answers);
      const sheet = await company.sheetOf('p-R03');
      expect([handed, sheet.review?.state]).toEqual(['ok', 'handed-in']);
      expect([saved, sheet.objectives[0]?.weight]).toEqual(
        saved === 'ok' ? ['ok', 5] : ['REVIEW_HANDED_IN', 100],
      );
    },
  ));
