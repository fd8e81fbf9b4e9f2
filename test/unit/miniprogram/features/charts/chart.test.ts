import '../../../../../miniprogram/features/charts/words/words';
import type { ChartData, ChartSeries } from '../../../../../miniprogram/components/chart-waiting/chart-data';
import { chartView } from '../../../../../miniprogram/features/charts/components/chart/chart.view';
import { barsHeight } from '../../../../../miniprogram/features/charts/drawing/bars';
import { INKS, type Look, PART_INKS } from '../../../../../miniprogram/features/charts/drawing/look';
import { optionOf } from '../../../../../miniprogram/features/charts/drawing/option';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN', '2026');
const LOOK: Look = {
  inks: Object.fromEntries(INKS.map((ink) => [ink, ink])) as Look['inks'],
  fontPx: 12,
};

const series = (
  name: string,
  tone: ChartSeries['tone'],
  values: Record<string, number | null>,
): ChartSeries => ({
  name,
  tone,
  points: Object.entries(values).map(([at, value]) => ({
    at,
    value,
    text: value === null ? '–' : `${value} 人`,
  })),
});

const GRADES: ChartData = {
  kind: 'bars',
  summary: '24 人的等级',
  by: '等级',
  series: [series('实际', 'actual', { A: 9, B: 10, D: 1 }), series('建议', 'expected', { A: 7, C: 3 })],
};

const textsOf = (cells: readonly { readonly text: string }[]) => cells.map(({ text }) => text);

describe('a chart is read without its picture', () => {
  it('as a table with a row for every place of any series, gaps marked', () => {
    const { head, rows, keys } = chartView(GRADES, zh);
    expect(textsOf(head)).toEqual(['等级', '实际', '建议']);
    expect(rows.map(({ cells }) => textsOf(cells))).toEqual([
      ['A', '9 人', '7 人'],
      ['B', '10 人', '–'],
      ['C', '–', '3 人'],
      ['D', '1 人', '–'],
    ]);
    expect(keys).toEqual([
      { name: '实际', tone: 'actual' },
      { name: '建议', tone: 'expected' },
    ]);
  });

  it('as one text for a screen reader: the sentence, then every series with its figures', () => {
    expect(chartView(GRADES, zh).label).toBe(
      '24 人的等级\n实际：A 9 人 · B 10 人 · D 1 人\n建议：A 7 人 · C 3 人',
    );
  });

  it('rows of a course are in the order of its places, whichever series names them first', () => {
    const point = (x: number) => ({ at: `${x}日`, x, value: x, text: String(x) });
    const course: ChartData = {
      ...{ kind: 'lines', summary: '', by: '日期' },
      series: [
        { name: '实际', tone: 'actual', points: [point(3), point(9)] },
        { name: '计划', tone: 'expected', points: [point(1), point(3), point(30)] },
      ],
    };
    expect(chartView(course, zh).rows.map(({ cells }) => textsOf(cells))).toEqual([
      ['1日', '–', '1'],
      ['3日', '3', '3'],
      ['9日', '9', '–'],
      ['30日', '–', '30'],
    ]);
  });

  it('parts of a ring are beside it, each in its colour, and have no table', () => {
    const ring: ChartData = {
      ...GRADES,
      kind: 'ring',
      middle: '19',
      series: [series('分', 'actual', { 甲: 9, 乙: 10 })],
    };
    const { parts, rows, keys, middle } = chartView(ring, zh);
    expect(parts).toEqual([
      { id: 0, at: '甲', text: '9 人', ink: PART_INKS[0] },
      { id: 1, at: '乙', text: '10 人', ink: PART_INKS[1] },
    ]);
    expect([rows, keys, middle]).toEqual([[], [], '19']);
  });

  it.each([
    ['nothing', null],
    ['no series', { ...GRADES, series: [] }],
    ['gaps alone', { ...GRADES, series: [series('实际', 'actual', { A: null })] }],
  ])('%s says that there is nothing yet, and keeps the sentence', (_, chart) => {
    const view = chartView(chart, zh);
    expect(view).toMatchObject({ kind: 'none', none: '还没有可以画的数字', summary: chart?.summary ?? '' });
    expect(view.rows).toEqual([]);
  });
});

type Option = {
  readonly animation: boolean;
  readonly series: readonly {
    readonly data: readonly (
      | number
      | null
      | { readonly value: unknown; readonly label?: Record<string, unknown> }
    )[];
    readonly itemStyle: Record<string, unknown>;
    readonly lineStyle: Record<string, unknown>;
    readonly label: { readonly formatter: (at: { dataIndex: number }) => string };
  }[];
  readonly xAxis: {
    readonly min: number;
    readonly max: number;
    readonly axisLabel: { readonly formatter: (x: number) => string };
  };
};
const drawn = (chart: ChartData): Option => optionOf(chart, LOOK) as unknown as Option;

describe('the picture', () => {
  it('of bars has each value at its place with its text, and a gap where a series has none', () => {
    const { series: bars } = drawn(GRADES);
    expect(bars.map(({ data }) => data)).toEqual([
      [9, 10, 1, null],
      [7, null, null, 3],
    ]);
    expect([0, 3].map((dataIndex) => bars[0]?.label.formatter({ dataIndex }))).toEqual(['9 人', '']);
    expect(bars.map(({ itemStyle }) => itemStyle.color)).toEqual(['brand', 'transparent']);
  });

  it('of bars is as high as its rows, and higher with larger text', () => {
    const one = { ...GRADES, series: GRADES.series.slice(0, 1) };
    expect(barsHeight(GRADES, 12)).toBeGreaterThan(barsHeight(one, 12));
    expect(barsHeight(one, 24)).toBeGreaterThan(barsHeight(one, 12));
  });

  it('of a ring has parts in the colours that their names have; what is below 0 has none', () => {
    const ring: ChartData = { ...GRADES, kind: 'ring', series: [series('分', 'actual', { 甲: 9, 乙: -2 })] };
    expect(drawn(ring).series[0]?.data).toEqual([
      { name: '甲', value: 9, itemStyle: { color: PART_INKS[0] } },
      { name: '乙', value: 0, itemStyle: { color: PART_INKS[1] } },
    ]);
  });

  const course = (actual: readonly [number, number][], expected: readonly [number, number][]): ChartData => ({
    ...{ kind: 'lines', summary: '', by: '日期' },
    series: [
      { name: '实际', tone: 'actual', points: points(actual) },
      { name: '计划', tone: 'expected', points: points(expected) },
    ],
  });
  const points = (all: readonly [number, number][]) =>
    all.map(([x, value]) => ({ at: `${x}日`, x, value, text: `${value} 单` }));
  const labelsOf = (chart: ChartData) =>
    drawn(chart).series.map(({ data }) => {
      const last = data[data.length - 1];
      return typeof last === 'object' ? last?.label : undefined;
    });

  it.each([
    ['rising above the plan: above it, to the left', 0, 15, 12, 'top', 'right'],
    ['rising below the plan: below it, to the right', 0, 15, 3, 'bottom', 'left'],
    ['falling below the plan: below it, to the left', 9, 15, 3, 'bottom', 'right'],
    ['near the start: inside of the picture', 0, 3, 12, 'top', 'left'],
    ['near the end: inside of the picture', 0, 29, 3, 'bottom', 'right'],
  ] as const)('of a course: %s', (_, start, day, value, position, align) => {
    const chart = course(
      [
        [1, start],
        [day, value],
      ],
      [
        [1, 0],
        [30, 15],
      ],
    );
    const [own, plan] = labelsOf(chart);
    expect(own).toMatchObject({ position, align, formatter: expect.stringMatching(/^实际 \d+ 单$/) });
    expect(plan).toMatchObject({ position: 'right', formatter: '计划\n15 单' });
  });

  it('of a course names both ends of its axis and nothing between', () => {
    const { xAxis } = drawn(
      course(
        [[2, 0]],
        [
          [1, 0],
          [30, 15],
        ],
      ),
    );
    expect([xAxis.min, xAxis.max]).toEqual([1, 30]);
    expect([1, 15, 30].map(xAxis.axisLabel.formatter)).toEqual(['1日', '', '30日']);
  });

  it('of a single point has an axis', () => {
    const { xAxis } = drawn(course([[5, 1]], []));
    expect(xAxis.max).toBeGreaterThan(xAxis.min);
  });

  it('does not move', () => expect(drawn(GRADES).animation).toBe(false));
});
