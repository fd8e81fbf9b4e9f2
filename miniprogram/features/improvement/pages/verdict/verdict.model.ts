import type { Day } from '#contracts/common';
import type { ImprovementContract, MetricOption, PlanView, VerdictResult } from '#contracts/improvement';
import { cleanLine, cleanText } from '../../../../common/clean-text';
import type { Failure } from '../../../../services/client-error';
import { isNoNumber, numberIn } from '../../number-in';

type Input = ImprovementContract['decidePlan']['input'];

/** What is typed, by the field. */
export interface VerdictTexts {
  readonly reason: string;
  readonly value: string;
  readonly count: string;
  readonly peersBefore: string;
  readonly peersAfter: string;
  readonly people: string;
  readonly nextTitle: string;
  readonly nextResult: string;
  readonly start: string;
  readonly target: string;
  readonly unit: string;
}

export const NO_TEXTS: VerdictTexts = {
  ...{ reason: '', value: '', count: '', peersBefore: '', peersAfter: '', people: '' },
  ...{ nextTitle: '', nextResult: '', start: '', target: '', unit: '' },
};

export interface VerdictModel {
  readonly id: string;
  readonly plan: PlanView | null;
  readonly today: Day;
  readonly result: VerdictResult | null;
  readonly texts: VerdictTexts;
  /** The value after comes from the key result of a cycle, or is typed in. */
  readonly by: 'keyResult' | 'typed';
  readonly options: readonly MetricOption[] | null;
  readonly cycleId: string;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** Later figures of the same key result. */
export const laterFigures = ({ options, plan }: VerdictModel): readonly MetricOption[] => {
  const metric = plan?.metric;
  if (!metric) return [];
  return (options ?? []).filter(
    ({ title, unit, from }) => title === metric.name && unit === metric.unit && from > metric.baseline.from,
  );
};

function afterOf({ plan, by, cycleId, texts, today }: VerdictModel): Input['after'] | 'missing' {
  if (!plan?.metric) return null;
  if (by === 'keyResult') return cycleId === '' ? 'missing' : { cycleId, typed: null };
  const value = numberIn(texts.value);
  if (isNoNumber(texts.value) || isNoNumber(texts.count)) return 'missing';
  if (value === null) return null;
  const typed = {
    value,
    count: numberIn(texts.count),
    from: plan.from,
    to: today < plan.from ? plan.from : today,
  };
  return { cycleId: null, typed };
}

function peersOf({ by, texts }: VerdictModel): Pick<Input, 'peers'> | 'missing' {
  const all = [texts.peersBefore, texts.peersAfter, texts.people];
  if (by === 'keyResult' || all.every((text) => text.trim() === '')) return {};
  const [before = null, after = null, people = null] = all.map(numberIn);
  if (before === null || after === null || people === null) return 'missing';
  return { peers: { before, after, people } };
}

function nextOf({ texts }: VerdictModel): Input['next'] | 'missing' {
  const [title, keyResult] = [cleanLine(texts.nextTitle), cleanLine(texts.nextResult)];
  if (title === '' && keyResult === '') return null;
  const [start, target] = [numberIn(texts.start), numberIn(texts.target)];
  if (title === '' || keyResult === '' || start === null || target === null || start === target)
    return 'missing';
  return { title, keyResult, start, target, unit: cleanLine(texts.unit) };
}

/** What would be sent; null as long as something is missing. */
export function decisionOf(model: VerdictModel): Omit<Input, 'id' | 'rev'> | null {
  const reason = cleanText(model.texts.reason);
  const [after, peers, next] = [afterOf(model), peersOf(model), nextOf(model)];
  if (!model.result || reason === '') return null;
  if (after === 'missing' || peers === 'missing' || next === 'missing') return null;
  return { result: model.result, reason, after, next, ...(after?.typed && peers) };
}
