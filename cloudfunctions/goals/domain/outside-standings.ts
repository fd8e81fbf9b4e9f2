import type { Standing } from '#contracts/goal';
import type { CheckIn, Sheet } from './sheet';
import { measuresOf, withCheckIns } from './standings';

/** Whether a check-in is a value that a system outside has sent; `source` of others is the system's name. */
const isOutside = ({ source }: Pick<CheckIn, 'source'>): boolean =>
  source !== 'check-in' && source !== 'report';

/**
 * What systems outside say that key results stand at: only of those about which one has said something. What the person reports
 * of the same key result is no part of it.
 */
export const outsideStandings = ({
  objectives,
  outside = {},
  log,
}: Pick<Sheet, 'objectives' | 'outside' | 'log'>): Readonly<Record<string, Standing>> =>
  withCheckIns(outside, log.filter(isOutside), measuresOf(objectives));
