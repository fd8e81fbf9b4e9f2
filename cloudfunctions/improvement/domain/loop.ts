import type { Day } from '#contracts/common';
import type { PlanLoop } from '#contracts/improvement';
import type { Plan } from './plan';

type Read = Pick<Plan, 'employeeId' | 'metric' | 'source' | 'until'>;

export const sheetOf = (cycleId: string, employeeId: string): string => `${cycleId}:p-${employeeId}`;

/** The goal that a plan comes from: its key result, or the cycle that was appraised (`a-<cycle of goals>`). */
export function goalOf({ employeeId, metric, source }: Read): PlanLoop['goal'] {
  const appraised = source.kind === 'appraisal' ? source.cycleId.replace(/^a-/, '') : null;
  const cycleId = metric?.keyResult?.cycleId ?? appraised;
  if (cycleId === null) return null;
  const title = metric?.keyResult ? metric.name : null;
  return { cycleId, sheetId: sheetOf(cycleId, employeeId), title };
}

/** Cycles that a next goal can be for: the month after the plan's last day, this month, this quarter and this year. */
export function nextCyclesOf({ until }: Pick<Plan, 'until'>, today: Day): readonly string[] {
  const [year, month] = [Number(until.slice(0, 4)), Number(until.slice(5, 7))];
  const after = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  const present = today.slice(0, 7);
  const [latest = after] = [after, present].sort().reverse();
  const quarter = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
  return [...new Set([latest, present, quarter, today.slice(0, 4)])];
}
