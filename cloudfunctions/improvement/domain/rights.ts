import type { Day } from '#contracts/common';
import type { PlanBrief, PlanView } from '#contracts/improvement';
import { type Plan, stateOn } from './plan';

/** What somebody is to the person of a plan. */
export interface Standing {
  readonly isSelf: boolean;
  /** A manager up the line who is employed, or HR where nobody is above. */
  readonly isManager: boolean;
  readonly isHr: boolean;
}

/** The person, those above and HR; for everybody else there is no plan. */
export const canRead = ({ isSelf, isManager, isHr }: Standing): boolean => isSelf || isManager || isHr;

/** Nobody is the manager of themselves, so nobody agrees for both and nobody judges their own plan. */
export function rightsOf(plan: Plan, who: Standing, today: Day): PlanView['may'] {
  const state = stateOn(plan, today);
  const isWriter = who.isSelf || who.isManager;
  const isOpen = state === 'draft' || state === 'agreed' || state === 'running';
  const isAgreed = state === 'agreed' || state === 'running';
  const own = plan.agreed[who.isSelf ? 'person' : 'manager'];
  return {
    edit: isWriter && isOpen,
    agree: isWriter && isOpen && own === null && plan.measures.length > 0,
    report: isWriter && isAgreed,
    decide: who.isManager && !who.isSelf && isAgreed,
    // What an appraisal asks for is not dropped by the person whom it is for.
    drop:
      state === 'draft' && (who.isManager || who.isHr || plan.source.kind !== 'appraisal') && canRead(who),
    take: who.isSelf && state === 'done' && plan.next !== null,
  };
}

/** What waits for somebody: an agreement that the other one has given or asked for, a verdict once the days are over. */
export function waitsFor(plan: Plan, who: Standing, today: Day): PlanBrief['waits'] {
  const { agree, decide } = rightsOf(plan, who, today);
  if (agree) return 'agree';
  return decide && plan.until < today ? 'decide' : null;
}
