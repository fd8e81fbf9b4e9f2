import type { Instant } from '#contracts/common';
import type { ReviewRelation, ReviewViewer } from '#contracts/review';
import type {
  ReviewAnswer,
  ReviewCycle,
  ReviewScale,
  ReviewSnapshot,
  ReviewUnit,
} from '../../../../cloudfunctions/reviews/domain/review';
import { type Answers, choices, type Sight } from './attacker';
import type { ReviewRules } from './rules';

/** Who rates what: `peer 5` are five peers who rate every item, `peer 1 a` is one who rates the item a only. */
type Raters = readonly string[];

/** People of a cycle, and everybody who rates them. */
export interface World {
  readonly threshold: number;
  readonly items: readonly string[];
  readonly people: Readonly<Record<string, { readonly unit?: string; readonly raters: Raters }>>;
  /** Relations that are asked an item; absent: all. */
  readonly asks?: Readonly<Record<string, readonly ReviewRelation[]>>;
  /** Parents by unit. */
  readonly units?: Readonly<Record<string, string | null>>;
  /** Raters of the same number are the same person for everybody, as colleagues in a small team are. */
  readonly areShared?: boolean;
}

export const CLOSED = 1_000 as Instant;
const LATE = 2_000 as Instant;
const REOPENED = 3_000 as Instant;
const WEIGHTS = { self: 10, manager: 20, peer: 30, report: 25, customer: 15 } as const;

interface Place {
  readonly person: string;
  readonly rater: string;
  readonly relation: ReviewRelation;
  readonly item: string;
  readonly isLate: boolean;
}

/** The single answers of a world, in a fixed order: what an attacker wants to know. */
export function placesOf(world: World): Place[] {
  return Object.entries(world.people).flatMap(([person, { raters }]) => {
    let number = 0;
    return raters.flatMap((text) => {
      const [relation = '', count = '', items] = text.replace(' late', '').split(' ');
      return Array.from({ length: Number(count) }, () => {
        number += 1;
        const name = world.areShared ? `rater-${relation}-${number}` : `rater-${person}-${number}`;
        const rater = relation === 'self' ? person : name;
        return world.items
          .filter((item) => !items || items.includes(item))
          .map((item) => ({
            person,
            rater,
            relation: relation as ReviewRelation,
            item,
            isLate: text.endsWith(' late'),
          }));
      }).flat();
    });
  });
}

/** Anonymous answers: the others have one known author, and everybody who sees them may. */
export const secretsOf = (places: readonly Place[]): number[] =>
  places.flatMap(({ relation }, index) => (relation === 'self' || relation === 'manager' ? [] : [index]));

/** The answers as they are stored. */
function answersAbout(person: string, places: readonly Place[], values: Answers): ReviewAnswer[] {
  const answers = new Map<string, ReviewAnswer & { ratings: Record<string, number> }>();
  places.forEach((place, index) => {
    if (place.person !== person) return;
    const { rater, relation, isLate } = place;
    const answer = answers.get(rater) ?? {
      rater,
      relation,
      at: isLate ? LATE : (CLOSED as Instant),
      ratings: {},
      texts: {},
    };
    answer.ratings[place.item] = values[index] as number;
    answers.set(rater, answer);
  });
  return [...answers.values()];
}

function cycleOf(world: World, scale: ReviewScale, closedAt: Instant | null = CLOSED): ReviewCycle {
  return {
    threshold: world.threshold,
    scale,
    items: world.items.map((id) => {
      const relations = world.asks?.[id];
      return { id, kind: 'rating', ...(relations && { relations }) };
    }),
    weights: WEIGHTS,
    closedAt,
  };
}

const askedIn = (raters: Raters): ReviewRelation[] =>
  raters.map((text) => text.split(' ')[0] as ReviewRelation);

/** Persons in the order of the world. */
function snapshotsOf(
  rules: ReviewRules,
  world: World,
  cycle: ReviewCycle,
  places: readonly Place[],
  values: Answers,
  before: readonly (ReviewSnapshot | null)[] = [],
): (ReviewSnapshot | null)[] {
  return Object.entries(world.people).map(([person, { raters }], index) => {
    const review = { person, asked: askedIn(raters), answers: answersAbout(person, places, values) };
    return rules.publishReview(cycle, review, before[index]);
  });
}

/**
 * Everything of a cycle that a viewer sees: persons and units, shortly before the close, at the close, and once the cycle was
 * opened again and late answers have come in. The exact fractions are seen as well, as rules that calculate with them do.
 */
export function sightOf(rules: ReviewRules, world: World, scale: ReviewScale, viewer: ReviewViewer): Sight {
  const places = placesOf(world);
  const units = Object.entries(world.units ?? {}).map(([id, parent]): ReviewUnit => ({ id, parent }));
  const people = Object.entries(world.people);
  const seen = (snapshot: ReviewSnapshot | null) =>
    snapshot && [rules.viewFor(viewer, snapshot.figures), snapshot.exact];
  return (values) => {
    const arrived = places.flatMap((place, index) =>
      place.isLate || place.rater === lastOf(places, place.person) ? [] : [index],
    );
    const early = snapshotsOf(
      rules,
      world,
      cycleOf(world, scale, null),
      arrived.map((index) => places[index] as Place),
      arrived.map((index) => values[index] as number),
    );
    const cycle = cycleOf(world, scale);
    const atClose = snapshotsOf(rules, world, cycle, places, values);
    const later = snapshotsOf(rules, world, cycleOf(world, scale, REOPENED), places, values, atClose);
    const members = people.map(([person, { unit, raters }], index) => ({
      unit: unit ?? 'none',
      review: { person, asked: askedIn(raters), answers: answersAbout(person, places, values) },
      snapshot: atClose[index] as ReviewSnapshot,
    }));
    const ofUnits = units.length === 0 ? [] : (rules.publishUnits(cycle, units, members) ?? []);
    return {
      persons: [early, atClose, later].map((snapshots) => snapshots.map(seen)),
      units: ofUnits.map(({ figures, exact }) => {
        const view = rules.unitViewFor(viewer, figures);
        return view && [view, exact];
      }),
    };
  };
}

/** Who answers last before the close. */
const lastOf = (places: readonly Place[], person: string): string | undefined =>
  places.filter((place) => place.person === person && !place.isLate).at(-1)?.rater;

/** Groups of raters that know their own answers: everybody alone, and together up to so many. */
export function coalitions(places: readonly Place[], size: number): number[][] {
  const raters = [...new Set(secretsOf(places).map((index) => places[index]?.rater as string))];
  const named = places.flatMap(({ relation }, index) =>
    relation === 'self' || relation === 'manager' ? [index] : [],
  );
  return choices(raters, Math.min(size, raters.length)).map((allies) => [
    ...named,
    ...places.flatMap(({ rater }, index) =>
      allies.includes(rater) && !named.includes(index) ? [index] : [],
    ),
  ]);
}
