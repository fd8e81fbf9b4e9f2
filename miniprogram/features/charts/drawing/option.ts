import type { ChartData } from '../../../components/chart-waiting/chart-data';
import { barsOption } from './bars';
import { linesOption } from './lines';
import type { Look } from './look';
import { ringOption } from './ring';

const DRAWINGS = { ring: ringOption, bars: barsOption, lines: linesOption } as const;

/** What echarts draws: nothing moves, because a chart is read and not played with. */
export const optionOf = (chart: ChartData, look: Look): Readonly<Record<string, unknown>> => ({
  animation: false,
  textStyle: { fontSize: look.fontPx, fontFamily: 'sans-serif' },
  ...DRAWINGS[chart.kind](chart, look),
});
