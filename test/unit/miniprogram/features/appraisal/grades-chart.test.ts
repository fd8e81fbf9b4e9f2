import '../../../../../miniprogram/features/appraisal/words/words';
import { distributionOf } from '../../../../../cloudfunctions/appraisal/domain/distribution';
import { gradesChart } from '../../../../../miniprogram/features/appraisal/pages/board/grades-chart.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { A_TO_D } from '../../../cloudfunctions/support/appraisal';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const UNADVISED = { ...A_TO_D, grades: A_TO_D.grades.map((grade) => ({ ...grade, share: null })) };
const chartOf = (given: readonly string[], rule = A_TO_D, words = zh) =>
  gradesChart(distributionOf(rule, given), rule, words);

describe('a calibrator who looks at a board', () => {
  it('sees the people of each grade beside the advice, and where they differ', () => {
    const chart = chartOf([...'AAABBBCCCC']);
    expect(chart?.summary).toBe('10 人有等级，与建议相比 A 多 1 人 · B 少 1 人。');
    expect(chart?.series.map(({ tone, points }) => [tone, ...points.map(({ value }) => value)])).toEqual([
      ['actual', 3, 3, 4, 0],
      ['expected', 2, 4, 4, 0],
    ]);
    expect(chart?.series[0]?.points[0]).toMatchObject({ at: 'A 优秀', text: '3 人' });
    expect(chartOf([...'AAABBBCCCC'], A_TO_D, en)?.summary).toBe(
      '10 graded; against the advice A +1 · B −1.',
    );
  });

  it('is told that they are as advised', () => {
    expect(chartOf([...'AABBBBCCCC'])?.summary).toBe('10 人有等级，各等级人数与建议一致。');
  });

  it('sees no advice where the scheme gives none, and nothing while nobody has a grade', () => {
    const chart = chartOf([...'ABB'], UNADVISED);
    expect(chart?.series).toHaveLength(1);
    expect(chart?.summary).toBe('3 人有等级，B 最多，2 人。');
    expect(chartOf([])).toBeNull();
  });
});
