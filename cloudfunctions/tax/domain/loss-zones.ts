import type { Fen } from '#contracts/pay';
import { by, compared, minus, type Ratio, ratio } from '../../shared/figures/ratio';
import type { TaxTable } from './packs/tables';
import { taxInBand } from './tax-on';

/** Above `from` and below `until`, more bonus brings less than `from` brings. */
export interface LossZone {
  readonly from: Fen;
  /** Exactly where the net is that of `from` again; may be a fraction of a fen. */
  readonly until: Ratio;
}

const WHOLE = ratio(1);

/**
 * Where a bonus that is taxed by itself brings less than a smaller one: after each edge of the table only one month's quick
 * deduction is allowed for twelve months' income. The net at an upper edge `U` is reached again at `x` where
 * `x − (x × rate − quick) = net(U)`, so `x = (net(U) − quick) / (1 − rate)` in the next band.
 * @param months by which the bonus is divided to find its band
 */
export function lossZones(table: TaxTable, months: number): readonly LossZone[] {
  return table.slice(1).map((next, index) => {
    const band = table[index];
    const edge = ((band?.upTo ?? 0) * months) as Fen;
    const net = band ? minus(ratio(edge), taxInBand(band, ratio(edge))) : ratio(0);
    const kept = minus(WHOLE, ratio(next.percent, 100));
    return { from: edge, until: by(minus(net, ratio(next.quick)), kept) };
  });
}

/** The zone in which a bonus lies, or null. */
export function lossZoneOf(zones: readonly LossZone[], bonus: Fen): LossZone | null {
  return zones.find(({ from, until }) => bonus > from && compared(ratio(bonus), until) < 0) ?? null;
}

/** The smallest bonus above the zone in whole fen. */
export const endOf = ({ until }: LossZone): Fen => {
  const whole = Number(BigInt(until.n) / BigInt(until.d));
  return (compared(ratio(whole), until) < 0 ? whole + 1 : whole) as Fen;
};
