import { kpiPart as inputOf } from '../../../../cloudfunctions/appraisal/domain/goal-inputs';
import { score } from '../../../../cloudfunctions/appraisal/domain/score';
import { CAPPED, kpiPart, part, rated, schemeOf } from '../support/appraisal';

const scheme = schemeOf([kpiPart(60), part('manager', 'manager', 40)], {
  curves: [CAPPED],
  leastShare: 50,
});
interface Line {
  readonly isAgreed: boolean;
  readonly isBacked: boolean;
  readonly value: number;
}
const basisOf = (lines: readonly Line[]) => ({
  missing: null,
  objectives: [
    {
      ...{ id: 'o', title: '成交', weight: 100 },
      lines: lines.map(({ value, ...line }, at) => ({
        ...{ id: `kr-${at}`, title: '新增成交', weight: 100 / lines.length, given: null, ...line },
        measure: { kind: 'raise', start: 0, target: 10, unit: '单' } as const,
        standing: { value },
      })),
    },
  ],
});
const scoreOf = (...lines: readonly Line[]) => score(scheme, [inputOf('kpi', basisOf(lines), scheme)]);

describe('figures of a KPI table', () => {
  test('count where somebody else has agreed to the target', () => {
    const { total, grade } = scoreOf(
      { isAgreed: true, isBacked: true, value: 9 },
      { isAgreed: false, isBacked: false, value: 999 },
    );
    expect([total.shown, grade]).toEqual([90, 'A']);
    expect(total.inputs[0]?.inputs.map(({ shown, missing }) => [shown, missing])).toEqual([
      [90, null],
      [null, 'not-agreed'],
    ]);
  });

  test('are missing with the reason where nobody has: a target of one that the person has set gives nothing', () => {
    const { total, ungraded } = scoreOf({ isAgreed: false, isBacked: false, value: 999 });
    expect([total.shown, total.inputs[0]?.missing, ungraded]).toEqual([null, 'not-agreed', 'nothing-scored']);
  });

  test('that the person alone has reported are a score and no grade', () => {
    expect(scoreOf({ isAgreed: true, isBacked: false, value: 12 })).toMatchObject({
      ...{ total: { shown: 120 }, scoredShare: 60, grade: null, ungraded: 'self-declared' },
    });
    expect(
      scoreOf({ isAgreed: true, isBacked: false, value: 12 }, { isAgreed: true, isBacked: true, value: 8 })
        .grade,
    ).toBe('A');
  });

  test('and a self review alone is no grade, whatever share it has', () => {
    const own = schemeOf([part('self', 'self', 60), part('manager', 'manager', 40)], { leastShare: 50 });
    expect(score(own, [rated('self', 100)])).toMatchObject({ grade: null, ungraded: 'self-declared' });
    expect(score(own, [rated('self', 100), rated('manager', 100)])).toMatchObject({
      ungraded: 'self-declared',
    });
  });
});
