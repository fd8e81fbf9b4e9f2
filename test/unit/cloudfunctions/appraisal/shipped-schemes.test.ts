import type { ScoreNode } from '#contracts/appraisal';
import { checkScheme } from '../../../../cloudfunctions/appraisal/domain/check-scheme';
import { score } from '../../../../cloudfunctions/appraisal/domain/score';
import { SHIPPED_SCHEMES } from '../../../../cloudfunctions/appraisal/domain/shipped-schemes';
import { figureOf, kpiOf, meanOf, sectionOf } from '../support/appraisal';

test.each(SHIPPED_SCHEMES.map(({ id, scheme }) => [id, scheme] as const))(
  'a company can begin a cycle with the scheme for %s as it is',
  (_, scheme) => {
    expect(() => checkScheme(scheme)).not.toThrow();
  },
);

test('a shop assistant with 78 % of the sales and content customers has 80 points, 良好, and sees of what', () => {
  const retail = SHIPPED_SCHEMES.find(({ id }) => id === 'retail')?.scheme;
  if (!retail) throw new Error('no scheme for shops');
  const { total, grade } = score(retail, [
    kpiOf(figureOf({ curve: 'percent', target: 50_000, actual: 39_000 })),
    { part: 'customer', kind: 'reviews', sections: [sectionOf('service', 100, [meanOf(4.1, 'exact', 4)])] },
    { part: 'manager', kind: 'reviews', sections: [sectionOf('work', 100, [4.1])] },
  ]);
  const partsOf = ({ inputs }: ScoreNode) =>
    inputs.map(({ id, shown, shownShare }) => [id, shown, shownShare]);
  expect(partsOf(total)).toEqual([
    ['kpi', 78, 50],
    ['customer', 82, 30],
    ['manager', 82, 20],
  ]);
  expect(total.shown).toBe(80);
  expect(retail.grades.grades.find(({ id }) => id === grade)?.name['zh-CN']).toBe('良好');
});
