import type { ChartData } from '../../../components/chart-waiting/chart-data';
import { type Look, partInk } from './look';

/** Parts of a whole; their names and figures are texts beside it. What is below 0 has no part. */
export function ringOption({ series }: ChartData, { inks }: Look): object {
  const data = (series[0]?.points ?? []).map(({ at, value }, index) => ({
    name: at,
    value: Math.max(0, value ?? 0),
    itemStyle: { color: inks[partInk(index)] },
  }));
  return {
    series: [
      {
        type: 'pie',
        radius: ['66%', '96%'],
        silent: true,
        label: { show: false },
        labelLine: { show: false },
        itemStyle: { borderWidth: 0 },
        data,
      },
    ],
  };
}
