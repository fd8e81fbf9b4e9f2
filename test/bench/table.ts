import type { Spread } from './figures';

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
}

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

/** The rows as one aligned table. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['figure', 'ours', 'naive or peer', 'ratio', 'target', ''];
  const body = rows.map((r) => [r.figure, r.ours, r.peer, r.ratio, r.target, r.passed ? 'pass' : 'MISSED']);
  const widths = head.map((_, at) => Math.max(...[head, ...body].map((line) => line[at]?.length ?? 0)));
  const lineOf = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [lineOf(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(lineOf)].join('\n');
}
