import { isExact, isSmall, plus, type Ratio, ratio, reduced, times } from './ratio';

/** A weighted mean that is never rounded on the way. */
export class ExactMean {
  private n = 0;
  private d = 1;
  private weights = 0;
  /** What did not fit into `n / d`, which are exact integers. */
  private rest: Ratio | null = null;

  /**
   * @param weight whole, not below zero
   * @param value may have a common divisor: values of one denominator are the fastest to add up
   */
  add(weight: number, value: Ratio): void {
    this.weights += weight;
    if (isSmall(value)) {
      const isSame = value.d === this.d;
      const d = isSame ? this.d : this.d * value.d;
      const before = isSame ? this.n : this.n * value.d;
      const added = isSame ? weight * value.n : weight * value.n * this.d;
      const n = before + added;
      // Of both signs, the sum may be exact where what it is made of is not.
      if (isExact(d) && isExact(before) && isExact(added) && isExact(n)) {
        this.n = n;
        this.d = d;
        return;
      }
    }
    this.rest = plus(this.rest ?? ratio(0), times(value, ratio(weight)));
  }

  /** In lowest terms; null if nothing has a weight. */
  mean(): Ratio | null {
    const found = this.unreduced();
    return found && reduced(found);
  }

  /** For what is only rounded: to find the lowest terms takes longer than all else. Null if nothing has a weight. */
  unreduced(): Ratio | null {
    if (this.weights === 0) return null;
    const bottom = this.d * this.weights;
    if (this.rest === null && isExact(bottom)) return { n: this.n, d: bottom };
    return times(plus(this.rest ?? ratio(0), ratio(this.n, this.d)), ratio(1, this.weights));
  }
}
