import type { Day, Instant } from '#contracts/common';
import type { MetricKeyResult, MetricOption, PeerValues, PlanMetric } from '#contracts/improvement';
import { type AppraisalSheet, findGoalCycles, findSheetsIn } from '../../goals/public';
import { findGroupAfter } from '../../people/public';
import { isEmployedOn } from '../../people/rules';
import type { Employee } from '../../shared/kernel/employee';
import { figuresIn, sameFigure } from '../domain/metric-of';
import { peerMeans } from '../domain/peer-means';
import { refused } from '../domain/refused';

/** People of one department who are compared. */
const MAX_PEERS = 99;

/** Figures of somebody that can be a metric, in these cycles of goals: one read. */
export async function optionsOf(
  employeeId: string,
  cycleIds: readonly string[],
  now: Instant,
): Promise<readonly MetricOption[]> {
  const sheets = await findSheetsIn(cycleIds, [employeeId]);
  const cycles = await findGoalCycles(
    sheets.map(({ cycleId }) => cycleId),
    now,
  );
  return sheets.flatMap((sheet) => {
    const cycle = cycles.get(sheet.cycleId);
    return cycle ? figuresIn(sheet).map((figure) => ({ ...figure, from: cycle.from, to: cycle.to })) : [];
  });
}

/** The metric as the key result has it, whatever was sent with it. @throws AppError PLAN_REFUSED if it has no figure */
export async function readMetric(metric: PlanMetric, employeeId: string, now: Instant): Promise<PlanMetric> {
  const { keyResult, baseline, target } = metric;
  if (!keyResult) return metric;
  const options = await optionsOf(employeeId, [keyResult.cycleId], now);
  const found = options.find(({ keyResultId }) => keyResultId === keyResult.keyResultId);
  if (!found) throw refused('no-figure');
  const { title: name, unit, better, value, from, to } = found;
  return { ...metric, name, unit, better, target, baseline: { value, count: baseline.count, from, to } };
}

export interface Compared {
  readonly after: { readonly value: number; readonly count: null; readonly from: Day; readonly to: Day };
  readonly peers: PeerValues | null;
}

/**
 * The same key result in a later cycle, and the mean of those of the same job and department who have it in both: two reads.
 * @throws AppError PLAN_REFUSED without a figure there
 */
export async function compareIn(
  cycleId: string,
  { metric, keyResult }: { readonly metric: PlanMetric; readonly keyResult: MetricKeyResult },
  person: Employee,
  { today, now }: { readonly today: Day; readonly now: Instant },
): Promise<Compared> {
  const { people } = await findGroupAfter({ departmentId: person.departmentId }, '', MAX_PEERS);
  const peers = people.filter(
    (each) =>
      each._id !== person._id && isEmployedOn(each, today) && each.job['zh-CN'] === person.job['zh-CN'],
  );
  const sheets = await findSheetsIn(
    [keyResult.cycleId, cycleId],
    [person._id, ...peers.map(({ _id }) => _id)],
  );
  const cycle = (await findGoalCycles([cycleId], now)).get(cycleId);
  const figureOf = (id: string, inCycle: string): number | null => valueIn(sheets, id, inCycle, metric);
  const value = figureOf(person._id, cycleId);
  if (!cycle || value === null) throw refused('no-figure');
  const means = peerMeans(
    peers.map(({ _id }) => [figureOf(_id, keyResult.cycleId), figureOf(_id, cycleId)] as const),
  );
  return { after: { value, count: null, from: cycle.from, to: cycle.to }, peers: means };
}

function valueIn(
  sheets: readonly AppraisalSheet[],
  employeeId: string,
  cycleId: string,
  metric: PlanMetric,
): number | null {
  const sheet = sheets.find((each) => each.employeeId === employeeId && each.cycleId === cycleId);
  return (sheet && sameFigure(sheet, metric)?.value) ?? null;
}
