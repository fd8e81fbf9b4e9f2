import type { Month } from '#contracts/common';
import type { ContributionKind, ContributionLine } from '#contracts/insurance';
import type { Contributed, Fen, PayStep } from '#contracts/pay';
import { CONTRIBUTION_KINDS } from './contributions-of';

/** A month that was paid, and what it comes to by the rules and bases of today. */
export interface Recalculated {
  readonly month: Month;
  readonly paid: readonly ContributionLine[];
  readonly now: Contributed;
}

interface Differences {
  readonly employee: PayStep;
  readonly employer: PayStep;
}

/** The lines of a month as they are recorded: both sides by kind. */
export function linesOf({ employee, employer }: Contributed): ContributionLine[] {
  return CONTRIBUTION_KINDS.flatMap((kind) => {
    const [own, company] = [stepOf(employee, kind), stepOf(employer, kind)];
    const base = (own ?? company)?.parts[0]?.amount;
    return base === undefined
      ? []
      : [{ kind, base, employee: own?.amount ?? ZERO, employer: company?.amount ?? ZERO }];
  });
}

/**
 * What a back-dated change of bases, limits or rates comes to: one entry per month and kind, what is due now less what
 * was paid. Null if every month stays as it was paid.
 */
export function differencesOf(months: readonly Recalculated[]): Differences | null {
  const employee = sideOf(months, 'employee');
  const employer = sideOf(months, 'employer');
  return employee.parts.length + employer.parts.length === 0 ? null : { employee, employer };
}

type Side = 'employee' | 'employer';
const ZERO = 0 as Fen;

function sideOf(months: readonly Recalculated[], side: Side): PayStep {
  const parts = months.map((month) => monthStep(month, side)).filter(({ parts }) => parts.length > 0);
  return { ...SUM, id: 'contributionDifferences', amount: sum(parts), parts };
}

function monthStep({ month, paid, now }: Recalculated, side: Side): PayStep {
  const parts = CONTRIBUTION_KINDS.flatMap((kind): PayStep[] => {
    const before = paid.find((line) => line.kind === kind)?.[side] ?? ZERO;
    const step = stepOf(now[side], kind);
    const due = step?.amount ?? ZERO;
    if (due === before) return [];
    return [
      {
        id: kind,
        amount: (due - before) as Fen,
        formula: 'insurance.difference',
        inputs: [
          { name: 'due', kind: 'money', value: due },
          { name: 'paid', kind: 'money', value: before },
        ],
        rule: step?.rule ?? null,
        parts: step ? [step] : [],
      },
    ];
  });
  return { ...SUM, id: month, amount: sum(parts), parts };
}

const SUM = { formula: null, inputs: [], rule: null } as const;

const sum = (steps: readonly PayStep[]): Fen => steps.reduce((total, { amount }) => total + amount, 0) as Fen;

const stepOf = ({ parts }: PayStep, kind: ContributionKind): PayStep | undefined =>
  parts.find(({ id }) => id === kind);
