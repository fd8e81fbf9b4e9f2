import type { GradeRule } from '#contracts/appraisal';
import type { GradeTally } from '#contracts/appraisal-results';
import type { Day } from '#contracts/common';

/** Whole years with the company from which groups of tenure begin. */
export const TENURES = [0, 1, 3, 5, 10] as const;

/** People who were scored, the sum of their points in hundredths, and how many of them have each grade. */
export interface GroupTally {
  readonly people: number;
  readonly hundredths: number;
  readonly counts: readonly GradeTally[];
}

export interface KeyedTally extends GroupTally {
  readonly key: string;
}

/**
 * What the people of a unit add to each group that calibrators compare: the unit, groups of tenure by the years from which
 * they begin, and the managers who rated them by employee number. Raters of anonymous groups have no place here, nor has
 * anything about a person that the law protects.
 */
export interface BoardGroups {
  readonly unit: GroupTally;
  readonly tenure: readonly KeyedTally[];
  readonly raters: readonly KeyedTally[];
}

/** What of a result counts in groups. */
export interface GroupMember {
  readonly hiredOn: Day;
  readonly managerId: string | null;
  /** What the manager alone gave. */
  readonly managerPoints: number | null;
  readonly shown: number | null;
  /** Null: none was given. */
  readonly grade: string | null;
}

const noTally = (grades: GradeRule['grades']): GroupTally => ({
  ...{ people: 0, hundredths: 0 },
  counts: grades.map(({ id }) => ({ grade: id, count: 0 })),
});

/** The groups of a unit. @param on the last day of the cycle */
export function groupsOf(
  members: readonly GroupMember[],
  { grades }: Pick<GradeRule, 'grades'>,
  on: Day,
): BoardGroups {
  const none: BoardGroups = { unit: noTally(grades), tenure: [], raters: [] };
  return members.reduce((groups, member) => counted(groups, member, on, 1), none);
}

/** The groups with one person more (`sign` 1) or less (−1). Who has no score counts nowhere. */
export function counted(groups: BoardGroups, member: GroupMember, on: Day, sign: 1 | -1): BoardGroups {
  const { shown, managerId, managerPoints, grade } = member;
  if (shown === null) return groups;
  const add = (tally: GroupTally, points: number): GroupTally => ({
    people: tally.people + sign,
    hundredths: tally.hundredths + sign * Math.round(points * 100),
    counts: tally.counts.map((each) => (each.grade === grade ? { grade, count: each.count + sign } : each)),
  });
  const none: GroupTally = {
    ...{ people: 0, hundredths: 0 },
    counts: groups.unit.counts.map((each) => ({ grade: each.grade, count: 0 })),
  };
  const addTo = (tallies: readonly KeyedTally[], key: string, points: number): KeyedTally[] => {
    const found = tallies.some((each) => each.key === key);
    const all = found ? tallies : [...tallies, { ...none, key }];
    return all.map((each) => (each.key === key ? { ...add(each, points), key } : each));
  };
  const isRated = managerId !== null && managerPoints !== null;
  return {
    unit: add(groups.unit, shown),
    tenure: addTo(groups.tenure, tenureOf(member.hiredOn, on), shown),
    raters: isRated ? addTo(groups.raters, managerId, managerPoints) : groups.raters,
  };
}

function tenureOf(hiredOn: Day, on: Day): string {
  const years = wholeYears(hiredOn, on);
  return String(TENURES.filter((from) => from <= years).at(-1) ?? 0);
}

/** Whole years from one day to another, 0 at least. */
export function wholeYears(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return Math.max(0, to.slice(4) < from.slice(4) ? years - 1 : years);
}
