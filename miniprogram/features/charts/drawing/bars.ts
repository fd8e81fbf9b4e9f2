import type { ChartData, ChartSeries } from '../../../components/chart-waiting/chart-data';
import type { Look } from './look';

/** Px of a bar and around a group of them; text and bar grow together. */
const BAR = 14;
const GAP = 14;
const MARGIN = 8;
/** Of the width, for names; longer ones are cut, the table has them whole. */
const NAME_EMS = 7;
/** Right of the longest bar, for its figure. */
const FIGURE_EMS = 5;

const placesOf = ({ series }: ChartData): readonly string[] => [
  ...new Set(series.flatMap(({ points }) => points.map(({ at }) => at))),
];

/** Px of the picture: as many bars as there are values, one below the other, so that names have room. */
export function barsHeight(chart: ChartData, fontPx: number): number {
  const group = Math.max(chart.series.length * (BAR + 2), fontPx * 1.4) + GAP;
  return Math.round(placesOf(chart).length * group + 2 * MARGIN);
}

/** Values beside each other, each with its figure at its end. */
export function barsOption(chart: ChartData, look: Look): object {
  const { inks, fontPx } = look;
  const places = placesOf(chart);
  return {
    grid: { left: 0, right: fontPx * FIGURE_EMS, top: MARGIN, bottom: MARGIN, containLabel: true },
    xAxis: { type: 'value', show: false, axisLabel: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: places,
      axisLine: { lineStyle: { color: inks.line } },
      axisTick: { show: false },
      axisLabel: { color: inks['ink-2'], fontSize: fontPx, width: fontPx * NAME_EMS, overflow: 'truncate' },
    },
    series: chart.series.map((series) => barsOf(series, places, look)),
  };
}

function barsOf({ name, tone, points }: ChartSeries, places: readonly string[], look: Look): object {
  const { inks, fontPx } = look;
  const isExpected = tone === 'expected';
  const found = places.map((place) => points.find(({ at }) => at === place));
  return {
    type: 'bar',
    name,
    silent: true,
    barWidth: BAR,
    barGap: '15%',
    itemStyle: isExpected
      ? { color: 'transparent', borderColor: inks['ink-3'], borderType: 'dashed', borderWidth: 1 }
      : { color: inks.brand, borderRadius: 3 },
    label: {
      show: true,
      position: 'right',
      color: inks['ink-2'],
      fontSize: fontPx,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => found[dataIndex]?.text ?? '',
    },
    data: found.map((point) => point?.value ?? null),
  };
}
