import type { Spread } from './figures';
import type { Cost } from './measured';

/** One line of the report. */
export interface Row {
  readonly figure: string;
  readonly ours: string;
  /** The naive way or a peer, measured in the same run. */
  readonly peer: string;
  /** Ours over peer. */
  readonly ratio: string;
  readonly target: string;
  readonly passed: boolean;
  /** In the company that it was measured with. */
  readonly people?: number;
  /** What it took, of a row that is measured alone. */
  readonly cost?: Cost;
}

/** What a row was measured with, and what that took. */
export const measuredRow = (row: Row, people: number, cost?: Cost): Row => ({
  ...row,
  people,
  ...(cost && { cost }),
});

/** A part that stopped: nothing is known of its figures. */
export const stoppedRow = (part: string, error: unknown): Row => ({
  figure: `${part}: stopped`,
  ours: (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '',
  peer: '–',
  ratio: '–',
  target: '–',
  passed: false,
});

/** A row whose target is "at most `limit`" or "at least `limit`". */
export function row(
  figure: string,
  ours: { readonly text: string; readonly value: number },
  target: { readonly atMost: number } | { readonly atLeast: number },
  peer?: { readonly text: string; readonly value: number },
): Row {
  const passed = 'atMost' in target ? ours.value <= target.atMost : ours.value >= target.atLeast;
  return {
    figure,
    ours: ours.text,
    peer: peer?.text ?? '–',
    ratio: peer ? (ours.value / peer.value).toFixed(2) : '–',
    target: 'atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`,
    passed,
  };
}

/** `12.3 ms (11.9–14.0)`. */
export function ms({ median, low, high }: Spread): { text: string; value: number } {
  const short = (figure: number): string => figure.toFixed(figure < 10 ? 2 : 0);
  return { text: `${short(median)} ms (${short(low)}–${short(high)})`, value: median };
}

export function count(value: number, unit = ''): { text: string; value: number } {
  return { text: `${Math.round(value).toLocaleString('en')}${unit && ` ${unit}`}`, value };
}

const MB = 1024 * 1024;
const HEAD = [
  ...['figure', 'people', 'ours', 'naive or peer', 'ratio'],
  ...['wall s', 'CPU s', 'peak MB', 'target', 'met'],
];

/** The rows as one aligned table. */
export function tableOf(rows: readonly Row[]): string {
  const body = rows.map(({ figure, people, ours, peer, ratio, cost, target, passed }) => [
    ...[figure, people?.toLocaleString('en') ?? '–', ours, peer, ratio],
    ...(cost ? [cost.wall.toFixed(1), cost.cpu.toFixed(1), (cost.peak / MB).toFixed(0)] : ['–', '–', '–']),
    ...[target, passed ? 'yes' : 'NO'],
  ]);
  const widths = HEAD.map((_, at) => Math.max(...[HEAD, ...body].map((line) => line[at]?.length ?? 0)));
  const lineOf = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [lineOf(HEAD), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(lineOf)].join('\n');
}
