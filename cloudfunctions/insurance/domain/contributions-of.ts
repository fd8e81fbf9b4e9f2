import type { Day, Month } from '#contracts/common';
import type { Bases, ContributionKind, InsuranceChoice, SideRate } from '#contracts/insurance';
import type { Contributed, Fen, PayInput, PayRule, PayStep, PayWarning } from '#contracts/pay';
import { by, decimal, exactText, plus, ratio, times } from '../../shared/figures/ratio';
import { appliedBase, baseWarnings } from './applied-base';
import { checkBases } from './check-bases';
import type { CityPack } from './city-pack';
import { ratesOn } from './rates-on';
import { isFund, roundContribution } from './round-contribution';
import { versionOn, warningsOf, withoutRepeats } from './version-on';

export const CONTRIBUTION_KINDS: readonly ContributionKind[] = [
  'pension',
  'medical',
  'unemployment',
  'injury',
  'maternity',
  'fund',
  'supplementaryFund',
];

export interface ContributionQuestion {
  /** The city's rules with what HR has entered, see `withOwnRules`. */
  readonly pack: CityPack;
  readonly choice: InsuranceChoice;
  readonly month: Month;
  readonly bases: Bases;
}

/** One kind of contribution, or what is missing for it. */
interface Line {
  readonly employee: PayStep;
  readonly employer: PayStep;
  readonly warnings: readonly PayWarning[];
}

/**
 * Insurance and fund of one person for one month, for both sides, from the rules that hold on the first day of the
 * month. Each kind: base within floor and cap, times the rate, plus a fixed amount, rounded once; a missing base gives
 * no line and a warning.
 * @throws AppError BASE_INVALID, RATE_OUT_OF_RANGE, PAY_RULE_MISSING
 */
export function contributionsOf(question: ContributionQuestion): Contributed {
  checkBases(question.bases);
  const lines = CONTRIBUTION_KINDS.flatMap((kind) => lineOf(kind, question));
  return {
    employee: sumOf(lines.map(({ employee }) => employee).filter(isPaid)),
    employer: sumOf(lines.map(({ employer }) => employer).filter(isPaid)),
    warnings: withoutRepeats([...missingBases(question), ...lines.flatMap(({ warnings }) => warnings)]),
  };
}

function lineOf(kind: ContributionKind, { pack, choice, month, bases }: ContributionQuestion): Line[] {
  const own = baseFor(kind, bases);
  if (own === null || bases.without?.includes(kind)) return [];
  const day = `${month}-01` as Day;
  const answer = ratesOn(kind, { pack, day, choice, isLocal: bases.isLocal ?? false });
  if (!answer) return [];
  const limits = versionOn(pack.limits[kind], day, `cn.${pack.city}.${kind}`);
  const { rates } = answer;
  const base = appliedBase(own, limits);
  const step = (side: SideRate) => sideStep(kind, base, side, rates.rule, pack);
  return [
    {
      employee: step(rates.employee),
      employer: step(rates.employer),
      warnings: [
        ...answer.warnings,
        ...baseWarnings(base),
        ...warningsOf(rates.rule, day),
        ...warningsOf(limits.rule, day),
      ],
    },
  ];
}

function sideStep(
  kind: ContributionKind,
  base: PayStep,
  side: SideRate,
  rule: PayRule,
  pack: CityPack,
): PayStep {
  const fixed = side.fixed ?? (0 as Fen);
  const share = by(times(ratio(base.amount), decimal(side.percent)), ratio(100));
  const amount = roundContribution(kind, plus(share, ratio(fixed)), pack.fundRounding);
  const inYuan = isFund(kind) && pack.fundRounding === 'yuan';
  const inputs: PayInput[] = [
    { name: 'base', kind: 'money', value: base.amount },
    { name: 'rate', kind: 'percent', value: exactText(decimal(side.percent)) },
  ];
  return {
    id: kind,
    amount,
    formula: fixed ? 'insurance.shareAndFixed' : inYuan ? 'insurance.shareInYuan' : 'insurance.share',
    inputs: fixed ? [...inputs, { name: 'fixed', kind: 'money', value: fixed }] : inputs,
    rule,
    parts: [base],
  };
}

/** The base of one insurance if it differs, otherwise that of all insurances or of the fund. */
const baseFor = (kind: ContributionKind, { own, insurance, fund }: Bases): Fen | null =>
  own?.[kind] ?? (isFund(kind) ? fund : insurance);

/** A kind that nobody of this side pays, such as injury by the employee, is no line. */
const isPaid = ({ amount }: PayStep): boolean => amount > 0;

const sumOf = (parts: readonly PayStep[]): PayStep => ({
  id: 'contributions',
  amount: parts.reduce((sum, { amount }) => sum + amount, 0) as Fen,
  formula: null,
  inputs: [],
  rule: null,
  parts,
});

function missingBases({ bases, pack }: ContributionQuestion): PayWarning[] {
  const isMissing = (kinds: readonly ContributionKind[]) =>
    kinds.some((kind) => baseFor(kind, bases) === null && !bases.without?.includes(kind));
  const insurances = CONTRIBUTION_KINDS.filter((kind) => !isFund(kind) && pack.limits[kind].length > 0);
  const warning = (zh: string, en: string): PayWarning => ({
    code: 'no-base',
    inputs: [{ name: 'missing', kind: 'text', value: { 'zh-CN': zh, en } }],
    rule: null,
  });
  return [
    ...(isMissing(insurances) ? [warning('社保', 'Insurance')] : []),
    ...(isMissing(['fund']) ? [warning('公积金', 'Housing fund')] : []),
  ];
}
