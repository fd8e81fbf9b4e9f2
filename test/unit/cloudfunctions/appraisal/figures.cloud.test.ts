import { openWithReset } from '../../../support/open';
import { part, schemeOf } from '../support/appraisal';
import { APPRAISAL, appraisalSeed, openAppraisalCompany } from '../support/appraisal-company';
import { PEOPLE, type Who } from '../support/request-company';

const scheme = schemeOf(
  [
    part('goals', 'goals', 60),
    { id: 'figure', kind: 'figure', name: { 'zh-CN': '安全考试', en: 'Safety exam' }, share: 40 },
  ],
  {
    curves: [
      {
        id: 'percent',
        kind: 'linear',
        name: { 'zh-CN': '按完成率', en: 'By percentage' },
        least: 0,
        most: 120,
      },
    ],
  },
);
const seed = appraisalSeed({ scheme, state: 'running', closedAt: null });
const company = openWithReset(() => openAppraisalCompany(undefined, { seed }));

const ENTRY = {
  ...{ cycleId: APPRAISAL, partId: 'figure', better: 'more', source: '11 月安全考试', on: '2026-11-20' },
  rows: [
    { employeeId: PEOPLE.staff, value: 18, target: 20 },
    { employeeId: PEOPLE.peer, value: 95, target: 100 },
  ],
};
const save = (who: Who, more: object = {}) => company.appraise(who, 'saveFigures', { ...ENTRY, ...more });
const stored = () => company.db.find('appraisal_figures');
const close = async () => {
  await company.db.updateMany(
    'appraisal_cycles',
    {},
    { $set: { state: 'closing', closedAt: 2, cursor: '' } },
  );
  await company.run();
};
const partOf = async (who: Who) => {
  const result = (await company.db.get('appraisal_results', `${APPRAISAL}:${PEOPLE[who]}`)) as never as {
    score: {
      total: {
        shown: number;
        inputs: {
          id: string;
          shown: number | null;
          shownShare: number | null;
          missing: string | null;
          inputs: { sources: object[] }[];
        }[];
      };
    };
  };
  const { total } = result.score;
  const found = total.inputs.find(({ id }) => id === 'figure');
  return { total: total.shown, ...found };
};

describe('a figure that HR enters', () => {
  test('is a part of the score, with its source and day, and missing for whoever has none', async () => {
    expect((await save('hr')).data).toEqual({ saved: 2 });
    await close();
    // Goals 84 at 60 %, 18 of 20 is 90 at 40 %.
    expect(await partOf('staff')).toMatchObject({
      ...{ total: 86.4, shown: 90, shownShare: 40 },
      inputs: [
        {
          sources: [{ kind: 'entered', by: PEOPLE.hr, source: '11 月安全考试', on: '2026-11-20' }],
        },
      ],
    });
    expect(await partOf('other')).toMatchObject({
      total: 58,
      shown: null,
      shownShare: null,
      missing: 'no-data',
    });
  });

  test('is on the list of HR, who sees how many are missing, and of nobody else', async () => {
    await save('hr');
    const { data } = await company.appraise('hr', 'figures', { cycleId: APPRAISAL });
    expect(data).toMatchObject({ partId: 'figure', people: 7, entered: 2, next: null });
    const row = data.rows.find((each: { person: { id: string } }) => each.person.id === PEOPLE.staff);
    expect(row.figure).toEqual({
      value: 18,
      target: 20,
      better: 'more',
      source: '11 月安全考试',
      on: '2026-11-20',
    });
    expect((await company.appraise('head', 'figures', { cycleId: APPRAISAL })).error?.code).toBe('FORBIDDEN');
    expect((await save('head')).error?.code).toBe('FORBIDDEN');
  });

  test('entered again writes nothing; another one keeps what stood there', async () => {
    await save('hr');
    const before = await stored();
    await save('hr2');
    expect(await stored()).toEqual(before);
    await save('hr2', { rows: [{ employeeId: PEOPLE.staff, value: 19, target: 20 }] });
    const figure = await company.db.get('appraisal_figures', `${APPRAISAL}:figure:${PEOPLE.staff}`);
    expect(figure).toMatchObject({
      value: 19,
      by: PEOPLE.hr2,
      rev: 2,
      earlier: [{ value: 18, by: PEOPLE.hr }],
    });
  });

  const staff = { employeeId: PEOPLE.staff, value: 1, target: 1 };
  test.each([
    [
      'somebody who is not appraised',
      { rows: [...ENTRY.rows, { ...staff, employeeId: 'E9999' }] },
      'unknown',
      'E9999',
    ],
    ['somebody twice', { rows: [staff, staff] }, 'twice', PEOPLE.staff],
    ['themselves', { rows: [{ ...staff, employeeId: PEOPLE.hr }] }, 'own', PEOPLE.hr],
    ['a figure with too many decimals', { rows: [{ ...staff, value: 0.00001 }] }, 'figure', PEOPLE.staff],
    ['a target of zero', { rows: [{ ...staff, target: 0 }] }, 'target', PEOPLE.staff],
    ['a day that has not come', { on: '2026-12-31' }, 'future', ''],
  ])('is refused with nothing saved: %s', async (_, more, rule, people) => {
    expect((await save('hr', more)).error).toMatchObject({ code: 'FIGURES_REFUSED', data: { rule, people } });
    expect(await stored()).toEqual([]);
  });

  test('is refused once answers have ended, and for a part that is none of figures', async () => {
    expect((await save('hr', { partId: 'goals' })).error?.code).toBe('NOT_FOUND');
    await close();
    expect((await save('hr')).error?.code).toBe('APPRAISAL_STATE');
  });
});
