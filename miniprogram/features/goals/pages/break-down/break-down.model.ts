import type { Day } from '#contracts/common';
import type { DivisionRow } from '#contracts/goal-break-down';
import type { PushResult } from '#contracts/goal-push';
import type { GoalsContract } from '#contracts/goals';
import { exactSum } from '../../../../common/goals/progress';
import { readNumber } from '../../../../common/read-number';
import type { Failure } from '../../../../services/client-error';
import { divided, lastWeights } from '../../divide';
import { keyOfOwner } from '../push/push.model';

export type Way = 'even' | 'last' | 'hand' | 'paste';
export const WAYS: readonly Way[] = ['even', 'last', 'hand', 'paste'];

type Division = GoalsContract['division']['output'];

export interface BreakDownModel {
  readonly sheetId: string;
  readonly id: string;
  /** Of the objective that is pushed; a repeated call is recognised by it. */
  readonly objectiveId: string;
  readonly data: Division | null;
  readonly way: Way;
  /** As typed, by the key of whom they are for; empty for who gets nothing. */
  readonly targets: Readonly<Record<string, string>>;
  readonly pasted: string;
  readonly unmatched: readonly string[];
  readonly weight: string;
  readonly deadline: Day;
  readonly refused: PushResult['refused'];
  readonly changed: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

export type Metric = { readonly start: number; readonly target: number; readonly unit: string };

export const metricOf = ({ data }: Pick<BreakDownModel, 'data'>): Metric | null =>
  data && 'target' in data.measure ? data.measure : null;

/** Who has no share yet. */
export const freeRows = ({ data }: Pick<BreakDownModel, 'data'>): readonly DivisionRow[] =>
  (data?.rows ?? []).filter(({ share }) => share === null);

/** What is to be divided: the target without what others have of it already. */
function leftOf(model: Pick<BreakDownModel, 'data'>): number {
  const taken = (model.data?.rows ?? []).reduce((sum, { share }) => exactSum(sum, share?.target ?? 0), 0);
  return exactSum(metricOf(model)?.target ?? 0, -taken);
}

/** Targets of everybody who has none yet, evenly or by what they reached last time. */
export function proposed(model: Pick<BreakDownModel, 'data'>, way: 'even' | 'last'): Record<string, string> {
  const rows = freeRows(model);
  const values = rows.map(({ last }) => last?.value ?? last?.target ?? null);
  const weights = way === 'even' ? rows.map(() => 1) : lastWeights(values);
  const shares = divided(Math.max(0, leftOf(model)), weights);
  return Object.fromEntries(rows.map(({ owner }, at) => [keyOfOwner(owner), String(shares[at] ?? 0)]));
}

/** The typed targets, completed in their proportion to what is to be divided. */
export function filledUp(model: BreakDownModel): Record<string, string> {
  const rows = freeRows(model).filter(({ owner }) => numberOf(model, keyOfOwner(owner)) !== null);
  const weights = rows.map(({ owner }) => numberOf(model, keyOfOwner(owner)) ?? 0);
  const shares = divided(Math.max(0, leftOf(model)), weights);
  const more = rows.map(({ owner }, at) => [keyOfOwner(owner), String(shares[at] ?? 0)]);
  return { ...model.targets, ...Object.fromEntries(more) };
}

/** Null for who gets nothing, and for what is no number. */
function numberOf({ targets }: Pick<BreakDownModel, 'targets'>, key: string): number | null {
  const read = readNumber((targets[key] ?? '').trim());
  return 'value' in read ? read.value : null;
}

export interface Total {
  /** With what others have already. */
  readonly sum: number;
  readonly whole: number;
  /** Above zero: what is not divided yet. */
  readonly left: number;
}

export function totalOf(model: BreakDownModel): Total {
  const whole = metricOf(model)?.target ?? 0;
  const taken = exactSum(whole, -leftOf(model));
  const sum = freeRows(model).reduce(
    (total, { owner }) => exactSum(total, numberOf(model, keyOfOwner(owner)) ?? 0),
    taken,
  );
  return { sum, whole, left: exactSum(whole, -sum) };
}

/** What would be sent: everybody who gets a share. */
export const chosenRows = (model: BreakDownModel) =>
  freeRows(model).flatMap(({ owner }) => {
    const target = numberOf(model, keyOfOwner(owner));
    return target === null || target === metricOf(model)?.start ? [] : [{ owner, target }];
  });

export type BreakDownProblem = 'needRows' | 'needNumber' | 'needWeight' | 'tooMany' | 'wrongWay';

const MAX_ROWS = 50;

export function problemOf(model: BreakDownModel): BreakDownProblem | null {
  const typed = freeRows(model).filter(({ owner }) => (model.targets[keyOfOwner(owner)] ?? '').trim() !== '');
  if (typed.some(({ owner }) => numberOf(model, keyOfOwner(owner)) === null)) return 'needNumber';
  const rows = chosenRows(model);
  if (rows.length === 0) return 'needRows';
  if (rows.length > MAX_ROWS) return 'tooMany';
  if (isOtherWay(model, rows)) return 'wrongWay';
  const weight = readNumber(model.weight);
  const isWhole = 'value' in weight && Number.isInteger(weight.value);
  return isWhole && weight.value >= 1 && weight.value <= 100 ? null : 'needWeight';
}

/** A share below zero of what is to rise; a start is divided by functions, which say so for themselves. */
function isOtherWay(model: BreakDownModel, rows: readonly { readonly target: number }[]): boolean {
  const { start, target } = metricOf(model) ?? { start: 0, target: 0 };
  return start === 0 && rows.some((row) => row.target * target < 0);
}
