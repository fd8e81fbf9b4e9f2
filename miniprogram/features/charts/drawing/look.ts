/** Colours by the name of their token, read from the page, so that a chart follows theme and font size. */
export const INKS = ['brand', 'info', 'warn', 'ok', 'bad', 'ink-3', 'ink-2', 'line'] as const;

export type Ink = (typeof INKS)[number];

export interface Look {
  readonly inks: Readonly<Record<Ink, string>>;
  /** Of small text, px. */
  readonly fontPx: number;
}

/** Parts of a ring, in their order; no more are told apart. */
export const PART_INKS: readonly Ink[] = ['brand', 'info', 'warn', 'ok', 'bad', 'ink-3'];

export const partInk = (index: number): Ink => PART_INKS[index % PART_INKS.length] ?? 'brand';
