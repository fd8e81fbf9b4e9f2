import type { ChartData } from '../../../../components/chart-waiting/chart-data';
import type { Words } from '../../../../locales/words';
import { barsHeight } from '../../drawing/bars';
import { type Ink, partInk } from '../../drawing/look';

/** Px of the picture. */
const LINES_HEIGHT = 180;
const RING_HEIGHT = 150;
/** Before the size of the text is known. */
const USUAL_FONT = 12;

/** A text and its place. */
interface Cell {
  readonly id: number;
  readonly text: string;
}

export interface ChartView {
  readonly kind: ChartData['kind'] | 'none';
  readonly summary: string;
  /** What a screen reader reads instead of the picture: the sentence and every figure. */
  readonly label: string;
  readonly height: number;
  readonly middle: string;
  /** Parts of a ring, which are read beside it. */
  readonly parts: readonly (Cell & { readonly at: string; readonly ink: Ink })[];
  /** Names of series that the picture does not name itself. */
  readonly keys: readonly { readonly name: string; readonly tone: string }[];
  readonly head: readonly Cell[];
  readonly rows: readonly { readonly key: number; readonly cells: readonly Cell[] }[];
  readonly none: string;
}

/** What a chart shows, apart from the picture. */
export function chartView(chart: ChartData | null, words: Words, fontPx = USUAL_FONT): ChartView {
  const series = chart?.series ?? [];
  const hasData = series.some(({ points }) => points.some(({ value }) => value !== null));
  if (!chart || !hasData) return { ...NOTHING, summary: chart?.summary ?? '', none: words.t('chart.none') };
  const { kind, summary, by, middle = '' } = chart;
  const parts = kind === 'ring' ? (series[0]?.points ?? []) : [];
  return {
    ...{ kind, summary, middle, none: '' },
    label: [summary, ...series.map((each) => spoken(each, words))].join('\n'),
    height: kind === 'bars' ? barsHeight(chart, fontPx) : kind === 'ring' ? RING_HEIGHT : LINES_HEIGHT,
    parts: parts.map(({ at, text }, id) => ({ id, at, text, ink: partInk(id) })),
    keys: kind === 'bars' && series.length > 1 ? series.map(({ name, tone }) => ({ name, tone })) : [],
    head: cellsOf([by, ...series.map(({ name }) => name)]),
    rows: kind === 'ring' ? [] : rowsOf(chart, words),
  };
}

const NOTHING: ChartView = {
  ...{ kind: 'none', summary: '', label: '', height: 0, middle: '', none: '' },
  ...{ parts: [], keys: [], head: [], rows: [] },
};

const spoken = ({ name, points }: ChartData['series'][number], words: Words): string =>
  words.t('chart.part', {
    name,
    values: points
      .map(({ at, text }) => words.t('chart.pair', { at, text }))
      .join(words.t('common.separator')),
  });

/** Two may be the same. */
const cellsOf = (texts: readonly string[]): Cell[] => texts.map((text, id) => ({ id, text }));

/** A row for each place that any series has, in order. */
function rowsOf({ series }: ChartData, words: Words): ChartView['rows'] {
  const places = new Map<string, { at: string; order: number }>();
  for (const { points } of series)
    for (const [index, { at, x }] of points.entries()) {
      const key = keyOf({ at, x });
      if (!places.has(key)) places.set(key, { at, order: x ?? index });
    }
  const sorted = [...places].sort(([, a], [, b]) => a.order - b.order);
  return sorted.map(([key, { at }], row) => ({
    key: row,
    cells: cellsOf([
      at,
      ...series.map(({ points }) => points.find((each) => keyOf(each) === key)?.text ?? words.t('chart.gap')),
    ]),
  }));
}

const keyOf = ({ at, x }: { readonly at: string; readonly x?: number }): string => `${x ?? ''} ${at}`;
