import type { AppraisalCycle, AppraisalPerson, ReviewPlan } from '#contracts/appraisal-cycle';
import type { Day } from '#contracts/common';
import type { ReviewRelation } from '#contracts/review';
import type { OfficeTodo } from '#contracts/today';

/** A cycle as Today reads it; `review_*` are null or absent where nobody is asked. */
export type Cycle = Pick<AppraisalCycle, '_id' | 'state' | 'answersUntil'> & {
  readonly review_weights?: ReviewPlan['weights'] | null;
  readonly review_peersUntil?: Day | null;
  readonly review_confirmUntil?: Day | null;
};

export type AskedPerson = Pick<
  AppraisalPerson,
  '_id' | 'cycleId' | 'person' | 'questionnaireId' | 'managerId' | 'reports'
>;

/** Colleagues of somebody who is reviewed. */
export interface Peers {
  readonly cycleId: string;
  readonly employeeId: string;
  readonly chosen: readonly string[] | null;
  readonly peers: readonly string[];
  readonly confirmedBy: string | null;
}

export interface Seen {
  /** Whoever the reader is, reports to, or has as a direct report, in any cycle. */
  readonly people: readonly AskedPerson[];
  /** `<cycle>:<subject>` of what the reader has handed in. */
  readonly sent: ReadonlySet<string>;
  readonly today: Day;
  readonly myId: string;
}

const isAsking = ({ state, review_weights: weights, answersUntil }: Cycle, today: Day): boolean =>
  state === 'running' && Boolean(weights) && today <= answersUntil;

/** Reviews of a cycle that the reader is asked for and has not handed in, each person once. */
export function reviewTodo(
  cycle: Cycle,
  { people, sent, today, myId }: Seen,
  asPeer: readonly Peers[],
): OfficeTodo[] {
  if (!isAsking(cycle, today)) return [];
  const { _id: cycleId, answersUntil: until } = cycle;
  const counts = (relation: ReviewRelation) => cycle.review_weights?.[relation] !== undefined;
  const asked = new Set<string>();
  for (const each of people) {
    const relation = relationOf(each, myId);
    if (each.cycleId === cycleId && each.questionnaireId !== null && relation && counts(relation))
      asked.add(each.person.id);
  }
  if (counts('peer'))
    for (const each of asPeer)
      if (each.cycleId === cycleId && areSettled(each, cycle, today)) asked.add(each.employeeId);
  const open = [...asked].filter((id) => !sent.has(`${cycleId}:${id}`));
  return open.length > 0 ? [{ kind: 'reviews', count: open.length, cycleId, until }] : [];
}

function relationOf({ person, managerId, reports }: AskedPerson, myId: string): ReviewRelation | null {
  if (person.id === myId) return 'self';
  if (managerId === myId) return 'manager';
  return reports.includes(myId) ? 'report' : null;
}

const areSettled = ({ confirmedBy }: Peers, { review_confirmUntil: until }: Cycle, today: Day): boolean =>
  confirmedBy !== null || (until !== undefined && until !== null && today > until);

/** Colleagues to choose, for who is reviewed, and to confirm, for their managers. */
export function peersTodos(
  cycle: Cycle,
  { people, today, myId }: Seen,
  { own, waiting }: { readonly own: readonly Peers[]; readonly waiting: readonly Peers[] },
): OfficeTodo[] {
  if (!isAsking(cycle, today) || cycle.review_weights?.peer === undefined) return [];
  const { _id: cycleId, review_peersUntil: choose, review_confirmUntil: confirm } = cycle;
  const isIn = people.some(
    (each) => each.cycleId === cycleId && each.person.id === myId && each.questionnaireId !== null,
  );
  const mine = own.find((each) => each.cycleId === cycleId);
  const isOpen = isIn && choose && today <= choose && !mine?.chosen && !mine?.confirmedBy;
  const toConfirm = waiting.filter((each) => each.cycleId === cycleId);
  return [
    ...(isOpen ? [{ kind: 'peers' as const, count: 1, cycleId, until: choose }] : []),
    ...(confirm && today <= confirm && toConfirm.length > 0
      ? [{ kind: 'peers-confirm' as const, count: toConfirm.length, cycleId, until: confirm }]
      : []),
  ];
}
