/**
 * What a chart shows. Texts are finished: in the language of the page, with units, and masked where they must be, because the
 * chart formats nothing. What is null is drawn as a gap.
 */
export interface ChartData {
  /** `ring`: parts of a whole. `bars`: values beside each other. `lines`: a course. */
  readonly kind: 'ring' | 'bars' | 'lines';
  /** One sentence above it that says what it shows. */
  readonly summary: string;
  /** What the values are by: the head of the first column of the table, such as 日期. */
  readonly by: string;
  /** A ring has one. */
  readonly series: readonly ChartSeries[];
  /** In the middle of a ring, such as the sum of its parts. */
  readonly middle?: string;
}

export interface ChartSeries {
  readonly name: string;
  /** `expected`: what was planned, advised or there before; it steps back behind what is `actual`. */
  readonly tone: 'actual' | 'expected';
  readonly points: readonly ChartPoint[];
}

export interface ChartPoint {
  /** Name of its place: a day, a part, a grade. */
  readonly at: string;
  /** Place of lines, in any unit; without one they are as far apart as they are many. */
  readonly x?: number;
  readonly value: number | null;
  readonly text: string;
}
