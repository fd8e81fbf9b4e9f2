import type { AppraisalPerson, AppraisalPlan } from '#contracts/appraisal-cycle';
import type { Gap, GapKind } from '#contracts/appraisal-cycles';
import type { LocalText } from '#contracts/common';

const SHOWN = 20;

/** What is known of the company when a cycle is looked at before it starts. */
export interface LookAhead {
  readonly people: readonly AppraisalPerson[];
  /** Everybody who is employed, appraised or not. */
  readonly employed: number;
  readonly withGoals: ReadonlySet<string>;
}

const partKinds = ({ scheme }: Pick<AppraisalPlan, 'scheme'>): ReadonlySet<string> =>
  new Set(scheme.parts.map(({ kind }) => kind));

type Test = (person: AppraisalPerson) => boolean;

function testsOf(
  plan: AppraisalPlan,
  { employed, withGoals }: LookAhead,
): readonly (readonly [GapKind, Test])[] {
  const kinds = partKinds(plan);
  const { review } = plan;
  const { threshold = 0, peers = { least: 0, most: 0 } } = review ?? {};
  // Neither oneself nor who rates in another relation can be a peer.
  const colleagues: (person: AppraisalPerson) => number = ({ managerId, reports }) =>
    employed - 1 - (managerId === null ? 0 : 1) - reports.length;
  return [
    ['no-manager', ({ managerId }) => kinds.has('manager') && managerId === null],
    ['no-questionnaire', ({ questionnaireId }) => review !== null && questionnaireId === null],
    ['no-goals', ({ person }) => kinds.has('goals') && !withGoals.has(person.id)],
    ['few-colleagues', (person) => kinds.has('peer') && colleagues(person) < peers.least],
    ['few-reports', ({ reports }) => kinds.has('report') && reports.length > 0 && reports.length < threshold],
  ];
}

/** Who could not be appraised completely, and why. Kinds without anybody are left out. */
export function gapsOf(plan: AppraisalPlan, look: LookAhead): Gap[] {
  return testsOf(plan, look).flatMap(([kind, isMissing]) => {
    const found = look.people.filter(isMissing).map(({ person }) => person);
    return found.length === 0 ? [] : [{ kind, count: found.length, people: found.slice(0, SHOWN) }];
  });
}

const PART_OF: Readonly<Partial<Record<GapKind, string>>> = {
  'no-manager': 'manager',
  'no-goals': 'goals',
  'few-colleagues': 'peer',
  'few-reports': 'report',
};

/** The parts that would be missing because of these gaps, and for how many people. */
export const missingOf = (
  { scheme }: Pick<AppraisalPlan, 'scheme'>,
  gaps: readonly Gap[],
): { readonly part: LocalText; readonly people: number }[] =>
  gaps.flatMap(({ kind, count }) => {
    const part = scheme.parts.find((each) => each.kind === PART_OF[kind]);
    return part ? [{ part: part.name, people: count }] : [];
  });

/** How many answers would be asked for, without those of customers. */
export function reviewsOf(
  { review }: Pick<AppraisalPlan, 'review'>,
  people: readonly AppraisalPerson[],
): number {
  if (!review) return 0;
  const asks = (relation: keyof typeof review.weights) => review.weights[relation] !== undefined;
  return people.reduce(
    (sum, { managerId, reports, questionnaireId }) =>
      questionnaireId === null
        ? sum
        : sum +
          (asks('self') ? 1 : 0) +
          (asks('manager') && managerId !== null ? 1 : 0) +
          (asks('peer') ? review.peers.least : 0) +
          (asks('report') ? reports.length : 0),
    0,
  );
}
