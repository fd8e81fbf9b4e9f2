import type { Day, Instant } from '#contracts/common';
import type { Payslip, PayslipBrief, PayslipState } from '#contracts/payslips';
import { dayOf } from '../../shared/calendar/company-time';
import { disputeUntil } from './dispute';
import { linesOf } from './slip-changes';
import type { StoredSlip } from './stored-slip';

/** How far its owner is with the version of a run; a version that was recalled and published again is new. */
export function stateOf(slip: StoredSlip, version: number): PayslipState {
  if (slip.disputes.some(({ answer }) => answer === null)) return 'disputed';
  if (slip.confirmedVersion === version) return 'confirmed';
  return slip.readVersion === version ? 'read' : 'new';
}

export const briefOfSlip = (slip: StoredSlip, version: number): PayslipBrief => ({
  month: slip.month,
  paidOn: slip.paidOn,
  version,
  state: stateOf(slip, version),
});

interface Published {
  readonly version: number;
  readonly publishedAt: Instant;
  readonly before: StoredSlip | null;
  readonly openUntil: Day | null;
}

/** A slip as its owner reads it: without warnings, which are for payroll. */
export function slipView(
  slip: StoredSlip,
  { version, publishedAt, before, openUntil }: Published,
  now: Instant,
): Payslip {
  const { content, disputes, confirmedAt, confirmedVersion, rev } = slip;
  const until = disputeUntil(publishedAt);
  return {
    ...briefOfSlip(slip, version),
    rev,
    net: content.net,
    employer: content.employer,
    before: before && {
      month: before.month,
      net: before.content.totals.net,
      ...linesBefore(before),
    },
    counted: content.taxYear.counted.map(({ month }) => month),
    openUntil,
    // Who has left reads it, and writes to payroll.
    disputeUntil: openUntil === null && dayOf(now) <= until ? until : null,
    disputes,
    confirmedAt: confirmedVersion === version ? confirmedAt : null,
  };
}

function linesBefore({ content }: StoredSlip) {
  const all = [...linesOf(content)];
  return {
    lines: Object.fromEntries(all.map(([path, { amount }]) => [path, amount])),
    names: Object.fromEntries(all.flatMap(([path, { name }]) => (name ? [[path, name]] : []))),
  };
}
