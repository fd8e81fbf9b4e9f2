import type { Instant } from '#contracts/common';
import { dayOf } from '../../shared/calendar/company-time';
import { WARM_AGE_MS, WarmCache } from '../../shared/data/warm-cache';
import { AppError } from '../../shared/errors/app-error';
import { findCycle, findLatestCycles } from '../data/cycles';
import type { Cycle } from '../domain/cycle';

/** Cycles that people can choose from. */
const MAX_CYCLES = 36;

const latest = new WarmCache<readonly Cycle[]>(1, WARM_AGE_MS);

/** The latest cycles, from the warm cache. */
export async function latestCycles(now: Instant): Promise<readonly Cycle[]> {
  const known = latest.get('', now);
  if (known) return known;
  const found = await findLatestCycles(MAX_CYCLES);
  latest.set('', found, now);
  return found;
}

export const forgetCycles = (): void => latest.clear();

/** The cycle with this id, or the one to begin with: the shortest running one that today is in, else the latest. */
export async function chosenCycle(
  cycles: readonly Cycle[],
  id: string | undefined,
  now: Instant,
): Promise<Cycle | null> {
  if (id !== undefined) {
    const found = cycles.find(({ _id }) => _id === id) ?? (await findCycle(id));
    if (!found) throw new AppError('NOT_FOUND', { what: 'cycle' });
    return found;
  }
  const today = dayOf(now);
  const running = cycles.filter(({ state, from, to }) => state === 'running' && from <= today && today <= to);
  const order = ['month', 'quarter', 'year'];
  const [shortest] = [...running].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return shortest ?? cycles.find(({ from }) => from <= today) ?? cycles[0] ?? null;
}
