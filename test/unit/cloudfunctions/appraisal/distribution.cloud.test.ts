import type { DistributionView } from '#contracts/appraisal-results';
import { openWithReset } from '../../../support/open';
import { APPRAISAL, openAppraisalCompany } from '../support/appraisal-company';
import { PEOPLE, type Who } from '../support/request-company';

const company = openWithReset(
  () => openAppraisalCompany(),
  (opened) => opened.run(),
);

const seen = (who: Who) => company.appraise(who, 'distribution', { cycleId: APPRAISAL });
const view = async (who: Who) => (await seen(who)).data as DistributionView;
const countsOf = (groups: DistributionView['tenure']) => groups[0]?.grades.map(({ count }) => count);

describe('how scores and grades are spread', () => {
  test('is shown to HR by department, tenure and manager, without their own score, small groups together', async () => {
    const { people, departments, tenure, raters } = await view('hr');
    expect(people).toBe(5);
    expect(departments).toEqual([
      {
        ...{ id: 'rest', label: { kind: 'rest', groups: 2 }, people: 5, mean: null },
        grades: [
          { grade: 'A', count: 2 },
          { grade: 'B', count: 2 },
          { grade: 'C', count: 0 },
          { grade: 'D', count: 1 },
        ],
        ...{ others: null, difference: null },
      },
    ]);
    expect(tenure).toMatchObject([{ id: '1', label: { kind: 'tenure', from: 1, to: 3 }, people: 5 }]);
    // Nobody was rated by their manager in this cycle.
    expect(raters).toEqual([]);
  });

  test('follows a grade that is changed on its board', async () => {
    const edit = { employeeId: PEOPLE.staff, to: 'A', rev: 0, reason: '承接停业门店客户 40 位' };
    await company.appraise('head', 'changeGrade', { cycleId: APPRAISAL, ...edit });
    const { departments, tenure } = await view('hr');
    expect([countsOf(departments), countsOf(tenure)]).toEqual([
      [3, 1, 0, 1],
      [3, 1, 0, 1],
    ]);
  });

  test('says nothing to a leader of too few people, and is not there for others', async () => {
    expect(await view('head')).toMatchObject({ people: 5, departments: [], tenure: [], raters: [] });
    expect((await seen('staff')).error?.code).toBe('NOT_FOUND');
  });

  test('names the manager of enough people, and compares with everybody else', async () => {
    const tally = (key: string, people: number, mean: number) => ({
      ...{ key, people, hundredths: people * mean * 100 },
      counts: [{ grade: 'A', count: people }],
    });
    const groups = {
      unit: tally('', 8, 90),
      tenure: [tally('0', 8, 90)],
      raters: [tally(PEOPLE.admin, 8, 92)],
    };
    const others = {
      unit: tally('', 6, 80),
      tenure: [tally('0', 6, 80)],
      raters: [tally(PEOPLE.head, 6, 82)],
    };
    await company.db.updateMany('calibration_boards', { unitId: 'D3' }, { $set: { groups } });
    await company.db.updateMany('calibration_boards', { unitId: 'D2' }, { $set: { groups: others } });
    const { departments, raters } = await view('hr');
    expect(departments).toMatchObject([
      { id: 'D2', people: 6, mean: 80, others: 90, difference: -10 },
      { id: 'D3', people: 8, mean: 90, others: 80, difference: 10 },
    ]);
    expect(raters).toMatchObject([
      { label: { kind: 'rater', person: { id: PEOPLE.head } }, people: 6, mean: 82, others: 92 },
      { label: { kind: 'rater', person: { id: PEOPLE.admin } }, people: 8, mean: 92, others: 82 },
    ]);
    // A leader sees the group of their own unit alone, against everybody else.
    expect((await view('head')).departments).toMatchObject([
      { id: 'D2', mean: expect.any(Number), others: 88.9 },
    ]);
    expect((await view('head')).departments).toHaveLength(1);
  });

  test('is not shown of boards that are not ready', async () => {
    await company.db.updateMany('calibration_boards', { unitId: 'D3' }, { $set: { ready: false } });
    expect((await seen('hr')).error?.code).toBe('APPRAISAL_STATE');
  });
});
