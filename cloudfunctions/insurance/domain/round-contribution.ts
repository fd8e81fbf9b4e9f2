import type { ContributionKind } from '#contracts/insurance';
import type { Fen } from '#contracts/pay';
import { by, type Ratio, ratio } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import type { FundRounding } from './city-pack';

const YUAN = ratio(100);

/**
 * Rounds what one side pays. No statute says how: agencies round each insurance and each side to the fen, half up; the
 * published limits of the fund fit whole yuan of each side, half up, but for a few cities that keep the fen.
 */
export function roundContribution(kind: ContributionKind, exact: Ratio, fund: FundRounding): Fen {
  return isFund(kind) && fund === 'yuan' ? ((toFen(by(exact, YUAN)) * 100) as Fen) : toFen(exact);
}

export const isFund = (kind: ContributionKind): boolean => kind === 'fund' || kind === 'supplementaryFund';
