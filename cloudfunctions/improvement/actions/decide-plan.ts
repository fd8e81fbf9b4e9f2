import { nullable, optional, picklist, strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { ImprovementContract, MetricValue, PeerValues } from '#contracts/improvement';
import { briefOf } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { decided } from '../domain/changes';
import { requireSoundVerdict } from '../domain/check-draft';
import { effectOf } from '../domain/effect';
import type { Plan } from '../domain/plan';
import { noPlan, refused } from '../domain/refused';
import { nextGoal, peers, planId, reason, valueAfter } from '../inputs/plan';
import { changePlan } from '../services/change-plan';
import type { Known } from '../services/load-plan';
import { compareIn } from '../services/metric-figures';
import { tell } from '../services/tell';

type Input = ImprovementContract['decidePlan']['input'];

/**
 * The verdict of somebody above: reached, partly or not, with a reason, the value after and what follows. The effect is worked
 * out here and kept with what it was worked out from. Idempotent: the same verdict with other figures or another next goal is
 * not the same, and is refused.
 * @throws AppError NOT_FOUND, PLAN_REFUSED, VERSION_CONFLICT, BUSY
 */
export const decidePlan = employeeAction<ImprovementContract['decidePlan']>({
  input: strictObject({
    ...{ id: planId, rev: revision, result: picklist(['reached', 'partly', 'not']), reason },
    ...{ after: valueAfter, peers: optional(peers), next: nullable(nextGoal) },
  }),
  allow: can('update', 'Plans'),
  texts: ({ reason: why, next }) =>
    [why, ...(next ? [next.title, next.keyResult, next.unit] : [])].filter(Boolean),
  async run({ input, me, now }) {
    const { id, rev, result, reason: why, next } = input;
    const verdict = { result, reason: why, by: briefOf(me), at: now };
    const { plan } = await changePlan({ id, rev }, { me, now }, async (stored, known) => {
      if (known.who.isSelf) throw refused('own');
      if (!known.who.isManager) throw noPlan();
      requireSoundVerdict(stored, input);
      return decided(stored, { verdict, next, ...(await measured(stored, input, known, now)) });
    });
    await tell('plan.decided', plan, [plan.employeeId], me, now);
    return { id, rev: plan.rev };
  },
});

/** The value after and the effect; neither where nothing was measured. */
async function measured({ metric }: Plan, input: Input, known: Known, now: Instant) {
  const found = metric && input.after ? await valuesOf(metric, input, known, now) : null;
  if (!metric || !found) return { after: null, effect: null };
  return { after: found.after, effect: effectOf(metric, found.after, found.peers) };
}

async function valuesOf(
  metric: NonNullable<Plan['metric']>,
  { after, peers: typed }: Input,
  { person }: Known,
  now: Instant,
): Promise<{ readonly after: MetricValue; readonly peers: PeerValues | null } | null> {
  if (after?.typed) return { after: after.typed, peers: typed ?? null };
  const { keyResult } = metric;
  if (!keyResult || !after?.cycleId) throw refused('no-figure');
  return compareIn(after.cycleId, { metric, keyResult }, person, { today: dayOf(now), now });
}
