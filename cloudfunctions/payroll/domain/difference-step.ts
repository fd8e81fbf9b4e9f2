import type { Fen, PayStep, SlipRules } from '#contracts/pay';
import type { ComputedSlip } from './computed-slip';
import type { SettledByHand } from './dispute';
import type { MonthFacts } from './pay-facts';
import { linesOf } from './slip-changes';
import { sameText } from './slip-input';

const DIFFERENCE = 'difference';
/** Decided for the month in which it was paid: a recalled run changes it. */
const PAID_ONCE: ReadonlySet<string> = new Set([
  'bonus',
  'severance',
  'notice_pay',
  'unused_leave',
  'comp_time',
]);
const nothing = (id: string): PayStep => ({
  ...{ id, amount: 0 as Fen, formula: null, inputs: [], rule: null, parts: [] },
});

/** For a month that is worked out again to compare what was earned in it. */
export const NO_LAW: Pick<SlipRules, 'contribute' | 'withhold' | 'checkMinimum'> = {
  contribute: () => ({
    ...{ employee: nothing('contributions'), employer: nothing('contributions'), warnings: [] },
  }),
  withhold: () => ({ tax: nothing('tax'), warnings: [] }),
  checkMinimum: () => [],
};

type Slip = Pick<ComputedSlip, 'net'>;

const afterTaxOf = (compiled: MonthFacts['compiled']): ReadonlySet<string> =>
  new Set(
    compiled.filter(({ item }) => item.kind === 'deduction' && !item.isTaxable).map(({ item }) => item.id),
  );

/** Taxes of what is paid once, which no later payment makes up for; that of wages is withheld over the year. */
const TAXES_ONCE: ReadonlySet<string> = new Set(['tax.bonus', 'tax.severance']);

/**
 * Whether a run that works a month out again pays what a line of it comes to more (or less): not of what is taken off after tax, and
 * not of what is paid once, which are settled by hand.
 * @param line as in `PayDispute`
 */
export function isPaidByRuns(line: string, { compiled }: Pick<MonthFacts, 'compiled'>): boolean {
  if (!/^(earnings|deductions)\//.test(line)) return !TAXES_ONCE.has(line);
  return line.startsWith(`earnings/${DIFFERENCE}.`) || isCompared(line, afterTaxOf(compiled));
}

/**
 * The line of a month that comes out differently by now: what differs in its earnings and in what is taken off before tax,
 * less what slips after it have paid of that, and what payroll has settled by itself. None if nothing is left.
 * @param paid as it was locked; null for who had no slip
 * @param later slips after it, in which a difference of it may have been paid
 * @param byHand of its own slip, and of those after it
 */
export function differenceStep(
  { month, compiled }: Pick<MonthFacts, 'month' | 'compiled'>,
  now: Slip,
  paid: Slip | null,
  later: readonly { readonly content: Slip }[],
  byHand: { readonly own: readonly SettledByHand[]; readonly later: readonly SettledByHand[] },
): PayStep[] {
  const afterTax = afterTaxOf(compiled);
  const [lines, before] = [comparedLines(now, afterTax), comparedLines(paid, afterTax)];
  const parts = [...new Set([...lines.keys(), ...before.keys()])].flatMap((path) =>
    partOf(path, lines.get(path), before.get(path)),
  );
  const id = `${DIFFERENCE}.${month}`;
  const settled = later.flatMap(({ content }) => linesOf(content).get(`earnings/${id}`)?.amount ?? []);
  const apart = [
    ...byHand.own.filter(({ line }) => isCompared(line, afterTax)),
    ...byHand.later.filter(({ line }) => line === `earnings/${id}`),
  ].map(({ amount }) => amount);
  const all = [
    ...parts,
    ...takenOff('paid_already', 'difference.paid', settled),
    ...takenOff('settled_apart', 'difference.apart', apart),
  ];
  const amount = all.reduce((sum, part) => sum + part.amount, 0) as Fen;
  if (amount === 0) return [];
  return [{ id, amount, formula: null, inputs: [], rule: null, parts: all }];
}

function takenOff(id: string, formula: string, amounts: readonly Fen[]): PayStep[] {
  const amount = amounts.reduce((sum, each) => sum - each, 0) as Fen;
  return amount === 0 ? [] : [{ ...nothing(id), amount, formula }];
}

/** Lines of what was earned, by path; without differences of other months, and without what was paid once. */
function comparedLines(slip: Slip | null, afterTax: ReadonlySet<string>): Map<string, PayStep> {
  const lines = slip ? [...linesOf(slip)] : [];
  return new Map(lines.filter(([path]) => isCompared(path, afterTax)));
}

function isCompared(path: string, afterTax: ReadonlySet<string>): boolean {
  const id = path.slice(path.indexOf('/') + 1);
  const isEarned = path.startsWith('earnings/') || (path.startsWith('deductions/') && !afterTax.has(id));
  return isEarned && !id.startsWith(`${DIFFERENCE}.`) && !PAID_ONCE.has(id);
}

function partOf(path: string, now: PayStep | undefined, before: PayStep | undefined): PayStep[] {
  const amount = ((now?.amount ?? 0) - (before?.amount ?? 0)) as Fen;
  if (amount === 0) return [];
  const name = now?.name ?? before?.name;
  return [
    {
      ...{ id: path, amount, formula: 'difference' },
      ...(name && { name }),
      inputs: [
        { name: 'line', kind: 'text', value: sameText((now ?? before)?.id ?? path) },
        { name: 'now', kind: 'money', value: now?.amount ?? (0 as Fen) },
        { name: 'paid', kind: 'money', value: before?.amount ?? (0 as Fen) },
      ],
      rule: now?.rule ?? null,
      parts: [],
    },
  ];
}
