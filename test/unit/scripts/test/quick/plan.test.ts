import { planTests } from '../../../../../scripts/test/quick/plan';

const BESIDE = 'test/unit/cloudfunctions/people/invite-code.test.ts';
const SHORT = 'test/property/geofence.test.ts';
const LONG = 'test/unit/cloudfunctions/calls.cloud.test.ts';
const RACE = 'test/race/bind-bind.race.test.ts';
const CHANGED = ['cloudfunctions/people/domain/invite-code.ts'];
const TIMES = { [BESIDE]: 4, [SHORT]: 1, [LONG]: 30, [RACE]: 3 };

describe('the tests of a quick run', () => {
  it('are those beside what changed, then the short ones, as far as the time goes', () => {
    const plan = planTests([LONG, SHORT, BESIDE], CHANGED, 10, TIMES);
    expect(plan).toEqual({ run: [BESIDE, SHORT], slow: [], overBudget: [LONG] });
    expect(planTests([LONG, SHORT, BESIDE], CHANGED, 35, TIMES).run).toEqual([BESIDE, SHORT, LONG]);
  });

  it('hold a slow one only where it was changed itself', () => {
    expect(planTests([RACE, SHORT], CHANGED, 10, TIMES)).toEqual({
      run: [SHORT],
      slow: [RACE],
      overBudget: [],
    });
    expect(planTests([RACE, SHORT], [RACE], 10, TIMES)).toEqual({
      run: [RACE, SHORT],
      slow: [],
      overBudget: [],
    });
  });

  it('never hold the browser or the soak', () => {
    const never = ['test/e2e/place.test.ts', 'test/soak/punch-storm.test.ts'];
    expect(planTests(never, never, 1_000, {})).toEqual({ run: [], slow: never, overBudget: [] });
  });

  it('of unknown length are guessed', () => {
    expect(planTests([LONG, SHORT], [], 2, {}).overBudget).toEqual([LONG]);
  });
});
