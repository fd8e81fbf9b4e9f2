import type { Objective } from '#contracts/goal';
import { departmentOf } from './consent';
import { foundBy } from './push/found-by';
import { type Proposal, proposalsOf } from './push/proposal';
import type { Sheet } from './sheet';

/** Who answers for a department now; null if it is not known. */
type Leaders = (departmentId: string) => readonly string[] | null;

/** A sheet in which everything that waits for the leader of a department waits for the one of now; null if it does already. */
export function readdressed(sheet: Sheet, leaders: Leaders): Sheet | null {
  const { owner } = sheet;
  const own = owner.kind === 'department' ? leaders(owner.id) : null;
  const proposals = proposalsOf(sheet).map(
    (each): Proposal => (own && each.state === 'open' ? { ...each, asks: own } : each),
  );
  const objectives = sheet.objectives.map((each) => withLeaders(each, leaders));
  const changed = { ...sheet, objectives, ...(sheet.proposals && { proposals }) };
  const after = { ...changed, ...foundBy(changed) };
  return same(after.asked, sheet.asked ?? []) && same(after.askedLeaders, sheet.askedLeaders ?? [])
    ? null
    : after;
}

function withLeaders(objective: Objective, leaders: Leaders): Objective {
  const alignedTo = objective.alignedTo.map((each) => {
    const department = each.consent?.state === 'waiting' ? departmentOf(each) : null;
    const asks = department === null ? null : leaders(department);
    return each.consent && asks ? { ...each, consent: { ...each.consent, asks } } : each;
  });
  return { ...objective, alignedTo };
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at]);
