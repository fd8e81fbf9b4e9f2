import type { Distribution, GradeRule } from '#contracts/appraisal';
import type { ChartData, ChartPoint } from '../../../../components/chart-waiting/chart-data';
import type { Words } from '../../../../locales/words';

/** How many people have each grade, beside what is advised for as many people; null while nobody has one. */
export function gradesChart(
  distribution: Distribution,
  { grades: named }: GradeRule,
  t: Words,
): ChartData | null {
  const { size, grades } = distribution;
  if (size === 0) return null;
  const nameOf = (grade: string) => {
    const found = named.find(({ id }) => id === grade);
    return found ? `${grade} ${t.pick(found.name)}` : grade;
  };
  const pointsBy = (field: 'count' | 'advised'): ChartPoint[] =>
    grades.map((each) => {
      const value = each[field];
      return {
        at: nameOf(each.grade),
        value,
        text: value === null ? '' : t.t('board.chart.count', { count: value }),
      };
    });
  const isAdvised = grades.some(({ advised }) => advised !== null);
  return {
    kind: 'bars',
    summary: isAdvised ? againstAdvice(distribution, t) : plainSummary(distribution, t),
    by: t.t('board.chart.grade'),
    series: [
      { name: t.t('board.chart.people'), tone: 'actual', points: pointsBy('count') },
      ...(isAdvised
        ? ([{ name: t.t('board.chart.advised'), tone: 'expected', points: pointsBy('advised') }] as const)
        : []),
    ],
  };
}

function againstAdvice({ size, grades }: Distribution, t: Words): string {
  const parts = grades.flatMap(({ grade, count, advised }) =>
    advised === null || advised === count
      ? []
      : [
          t.t(count > advised ? 'board.chart.more' : 'board.chart.less', {
            grade,
            count: Math.abs(count - advised),
          }),
        ],
  );
  if (parts.length === 0) return t.t('board.chart.fits', { size });
  return t.t('board.chart.differs', { size, parts: parts.join(t.t('common.separator')) });
}

function plainSummary({ size, grades }: Distribution, t: Words): string {
  const most = [...grades].sort((a, b) => b.count - a.count)[0];
  return most ? t.t('board.chart.plain', { size, grade: most.grade, count: most.count }) : '';
}
