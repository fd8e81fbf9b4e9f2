import type { ChartData, ChartPoint, ChartSeries } from '../../../components/chart-waiting/chart-data';
import type { Look } from './look';

/** Right of the end of the axis, for the figure of what ends there. */
const END_EMS = 5.5;

/** A drawn point: where it is, and what it says. */
interface Placed extends ChartPoint {
  readonly x: number;
}

interface Span {
  readonly from: Placed;
  readonly to: Placed;
}

const placed = ({ points }: ChartSeries): Placed[] =>
  points.map((point, index) => ({ ...point, x: point.x ?? index }));

const lastOf = <Each>(all: readonly Each[]): Each | undefined => all[all.length - 1];

/** A course: the last value of each line has its name and figure beside it, and both ends of the axis have theirs. */
export function linesOption({ series }: ChartData, look: Look): object {
  const { inks, fontPx } = look;
  const lines = series.map((each) => ({ ...each, points: placed(each) }));
  const all = lines.flatMap(({ points }) => points).sort((a, b) => a.x - b.x);
  const [from, to] = [all[0], lastOf(all)];
  if (!from || !to) return { series: [] };
  const span = { from, to };
  return {
    grid: { left: 4, right: fontPx * END_EMS, top: fontPx * 2, bottom: fontPx * 2 },
    xAxis: {
      type: 'value',
      min: from.x,
      // A single point would have no axis.
      max: Math.max(to.x, from.x + 1),
      interval: Math.max(to.x - from.x, 1),
      axisLine: { lineStyle: { color: inks.line } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        ...{ color: inks['ink-2'], fontSize: fontPx, alignMinLabel: 'left', alignMaxLabel: 'right' },
        formatter: (x: number) => (x === from.x ? from.at : x === to.x ? to.at : ''),
      },
    },
    yAxis: {
      type: 'value',
      scale: true,
      splitNumber: 3,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { show: false },
      splitLine: { lineStyle: { color: inks.line } },
    },
    series: lines.map((line) => lineOf(line, span, lines, look)),
  };
}

type Line = Omit<ChartSeries, 'points'> & { readonly points: readonly Placed[] };

function lineOf(line: Line, span: Span, lines: readonly Line[], { inks, fontPx }: Look): object {
  const isExpected = line.tone === 'expected';
  const color = isExpected ? inks['ink-3'] : inks.brand;
  const last = lastOf(line.points.filter(({ value }) => value !== null));
  const label = last && {
    ...{ show: true, color, fontSize: fontPx, lineHeight: fontPx * 1.4 },
    ...(last.x === span.to.x
      ? { position: 'right', formatter: `${line.name}\n${last.text}` }
      : { ...sideOf(last, line, lines, span), formatter: `${line.name} ${last.text}` }),
  };
  return {
    type: 'line',
    name: line.name,
    silent: true,
    showSymbol: true,
    symbol: 'circle',
    symbolSize: isExpected ? 0 : 6,
    lineStyle: { color, width: isExpected ? 1.5 : 2.5, type: isExpected ? 'dashed' : 'solid' },
    itemStyle: { color },
    data: line.points.map((point) => ({
      value: [point.x, point.value],
      ...(point === last && { label, symbolSize: isExpected ? 4 : 8 }),
    })),
  };
}

/**
 * Where a label crosses no line: above it or below, away from the other one, and to the side that its own line does not come
 * from at that height; but inside of the picture.
 */
function sideOf(last: Placed, line: Line, lines: readonly Line[], { from, to }: Span): object {
  const below = isBelow(last, line, lines);
  const isRising = (last.value ?? 0) >= (line.points[0]?.value ?? 0);
  const share = to.x === from.x ? 0 : (last.x - from.x) / (to.x - from.x);
  const toTheRight = below === isRising ? share < 0.9 : share < 0.3;
  return { position: below ? 'bottom' : 'top', align: toTheRight ? 'left' : 'right' };
}

/** Below, if the other line is above it there, so that the two do not cross their labels. */
function isBelow({ x, value }: Placed, line: Line, lines: readonly Line[]): boolean {
  const other = lines.find((each) => each !== line);
  const there = other && valueAt(other.points, x);
  return value !== null && there !== undefined && there > value;
}

/** Value of a line at a place, between its two neighbours. */
function valueAt(points: readonly Placed[], x: number): number | undefined {
  const before = lastOf(points.filter((each) => each.x <= x && each.value !== null));
  const after = points.find((each) => each.x >= x && each.value !== null);
  if (!before || !after) return (before ?? after)?.value ?? undefined;
  if (before.x === after.x) return before.value ?? undefined;
  const share = (x - before.x) / (after.x - before.x);
  return (before.value ?? 0) + share * ((after.value ?? 0) - (before.value ?? 0));
}
