import type { Month } from '#contracts/common';
import type { ContributionKind, ContributionLine } from '#contracts/insurance';
import type { Fen, PayStep } from '#contracts/pay';
import { linesOf } from '../../insurance/rules';
import type { SlipContent } from './stored-slip';

const CONTRIBUTIONS = 'contributions';
const DIFFERENCES = 'contributionDifferences';

type Slip = Pick<SlipContent, 'net' | 'employer'>;

/**
 * What a slip has taken and added for insurance and fund, by kind and side, as the contribution record keeps it; with what
 * it has paid or taken back for earlier months.
 */
export function contributionLines(slip: Slip): ContributionLine[] {
  const { own, company } = sidesOf(slip);
  if (!own || !company) return [];
  const lines = linesOf({ employee: own, employer: company, warnings: [] });
  return [...lines, ...differenceLines(own, company)];
}

/**
 * What was paid for a month so far: by its own slip, and as differences by those after it. One line for each kind.
 * @param slip null for who had none
 */
export function paidFor(month: Month, slip: Slip | null, later: readonly Slip[]): ContributionLine[] {
  const own = slip ? contributionLines(slip).filter(({ of }) => of === undefined) : [];
  const more = later.flatMap(contributionLines).filter(({ of }) => of === month);
  const sums = new Map<ContributionKind, ContributionLine>();
  for (const { of: _, ...line } of [...own, ...more]) {
    const { employee, employer } = sums.get(line.kind) ?? { employee: 0, employer: 0 };
    sums.set(line.kind, {
      ...line,
      employee: (employee + line.employee) as Fen,
      employer: (employer + line.employer) as Fen,
    });
  }
  return [...sums.values()];
}

/** Both sides; the slip takes the employee's off, and the record says what was paid. */
function sidesOf({ net, employer }: Slip) {
  const [own, company] = [net, employer].map(({ parts }) => parts.find(({ id }) => id === CONTRIBUTIONS));
  return { own: own && { ...own, parts: own.parts.map(paid) }, company };
}

/** A sum with its parts; what was worked out keeps how. */
const paid = (step: PayStep): PayStep => ({
  ...step,
  amount: (0 - step.amount) as Fen,
  parts: step.formula === null ? step.parts.map(paid) : step.parts,
});

function differenceLines(own: PayStep, company: PayStep): ContributionLine[] {
  const [ofOwn, ofCompany] = [monthsOf(own), monthsOf(company)];
  const months = [...new Set([...ofOwn.keys(), ...ofCompany.keys()])].sort();
  return months.flatMap((of) => {
    const [mine, theirs] = [ofOwn.get(of) ?? [], ofCompany.get(of) ?? []];
    const kinds = [...new Set([...mine, ...theirs].map(({ id }) => id as ContributionKind))];
    return kinds.map((kind): ContributionLine => {
      const [one, other] = [mine, theirs].map((steps) => steps.find(({ id }) => id === kind));
      // The base of the amount that is due now; nothing is due any more without one.
      const base = (one ?? other)?.parts[0]?.parts[0]?.amount ?? (0 as Fen);
      return { kind, of, base, employee: one?.amount ?? (0 as Fen), employer: other?.amount ?? (0 as Fen) };
    });
  });
}

const monthsOf = ({ parts }: PayStep): Map<Month, readonly PayStep[]> =>
  new Map(
    (parts.find(({ id }) => id === DIFFERENCES)?.parts ?? []).map((each) => [each.id as Month, each.parts]),
  );
