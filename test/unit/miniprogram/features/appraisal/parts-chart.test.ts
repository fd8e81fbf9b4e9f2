import '../../../../../miniprogram/features/appraisal/words/words';
import type { PartInput, ScoreNode } from '#contracts/appraisal';
import { score } from '../../../../../cloudfunctions/appraisal/domain/score';
import { partsChart } from '../../../../../miniprogram/features/appraisal/pages/report/parts-chart.view';
import { pointsOf } from '../../../../../miniprogram/features/appraisal/pages/report/points.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import {
  CAPPED,
  figureOf,
  kpiOf,
  kpiPart,
  part,
  rated,
  STARS,
  schemeOf,
} from '../../../cloudfunctions/support/appraisal';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const SCHEME = schemeOf(
  [part('goals', 'goals', 40), part('peer', 'peer', 30, STARS), part('manager', 'manager', 30, STARS)],
  { curves: [CAPPED] },
);
const goals = (points: number): PartInput => ({
  ...{ part: 'goals', kind: 'goals' },
  goals: [{ id: 'G', name: { 'zh-CN': 'G', en: 'G' }, weight: 100, score: points }],
});
const scored = (...inputs: readonly PartInput[]): ScoreNode => score(SCHEME, inputs).total;
const texts = (total: ScoreNode) =>
  partsChart(total, zh)?.series.map(({ points }) => points.map(({ text }) => text));

describe('somebody who wants to see where their points come from', () => {
  it('sees what each part brought of what it can bring, and the points sum to the score', () => {
    const total = scored(goals(84), rated('peer', 3.9), rated('manager', 4));
    expect(total.shown).toBe(81);
    expect(texts(total)).toEqual([
      ['33.6', '23.4', '24'],
      ['40', '30', '30'],
    ]);
    expect(partsChart(total, zh)?.summary).toBe('81 分里goals最多，33.6 分；peer离满分最远，还差 6.6 分。');
    expect(partsChart(total, en)?.summary).toBe(
      'Of 81 points, goals brought the most, 33.6; peer lost the most, 6.6.',
    );
  });

  it('sees a missing part as missing, and what the others really count', () => {
    const total = scored(goals(84), rated('peer', 3.9));
    expect(texts(total)).toEqual([
      ['48', '33.4', '缺'],
      ['57.1', '42.9', '缺'],
    ]);
    expect(48 + 33.4).toBeCloseTo(total.shown ?? 0, 5);
  });

  it.each([[33], [66.6], [71.3], [99.9]])(
    'sees points that sum to the score of %d, whatever they are rounded from',
    (points) => {
      const total = scored(goals(points), rated('peer', 3.33), rated('manager', 4.77));
      const drawn = partsChart(total, zh)?.series[0]?.points ?? [];
      const tenths = drawn.reduce((sum, { value }) => sum + Math.round((value ?? 0) * 10), 0);
      expect(tenths).toBe(Math.round((total.shown ?? 0) * 10));
    },
  );

  it('is told the one part that has a score, and that a part is full', () => {
    expect(partsChart(scored(goals(84)), zh)?.summary).toBe('84 分全部来自goals。');
    expect(partsChart(scored(goals(100), rated('peer', 5)), zh)?.summary).toBe(
      '100 分，每一项都拿满了；goals最多，57.1 分。',
    );
  });

  it('sees more than a part can bring where a curve gives more', () => {
    const scheme = schemeOf([kpiPart(100)], { curves: [CAPPED] });
    const { total } = score(scheme, [kpiOf(figureOf({ curve: 'capped', actual: 110 }))]);
    expect(partsChart(total, zh)?.series[0]?.points[0]?.value).toBe(110);
  });

  it('sees nothing without a score', () => {
    expect(partsChart(scored(), zh)).toBeNull();
  });
});

describe('what is done well and what is to improve', () => {
  it('is said by the levels of the scale, so that nothing weak is praised in a weak result', () => {
    const weak = scored(goals(50), rated('peer', 2.9), rated('manager', 3));
    expect(pointsOf(weak, zh)).toEqual({
      good: [],
      improve: ['goals · G 50 分', 'peer · all 0 58 分'],
    });
  });

  it('names nothing strong as a weakness of a strong result', () => {
    const strong = scored(goals(82), rated('peer', 4), rated('manager', 5));
    expect(pointsOf(strong, zh)).toEqual({
      good: ['manager · all 0 100 分', 'goals · G 82 分', 'peer · all 0 80 分'],
      improve: [],
    });
  });
});
