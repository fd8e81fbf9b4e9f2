import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { DistributionView, GroupLabel, GroupView } from '#contracts/appraisal-results';
import { departmentsById } from '../../people/public';
import { type BoardGroups, counted, type KeyedTally, TENURES } from '../domain/board-groups';
import { type ComparedGroup, comparedGroups, mergedByKey, sumOf } from '../domain/compared-groups';
import { LEAST } from '../domain/prepared-board';
import { memberOf, type StoredBoard, type StoredResult } from '../domain/stored-result';
import { nameOfCycle } from './cycles';
import { peopleNames } from './people-names';

interface GroupedBoard extends StoredBoard {
  readonly groups: BoardGroups;
}

/** Boards that have groups: those of calibrations from before they were kept have none. */
const grouped = (boards: readonly StoredBoard[]): GroupedBoard[] =>
  boards.filter((board): board is GroupedBoard => board.groups !== undefined);

/** The boards without what one person adds to theirs, so that nobody works out their own score from a mean. */
export const withoutReader = (
  boards: readonly StoredBoard[],
  own: StoredResult | null,
  { to }: Pick<AppraisalCycle, 'to'>,
): StoredBoard[] =>
  boards.map((board) =>
    own && board.groups && board._id === own.boardId
      ? { ...board, groups: counted(board.groups, memberOf(own), to, -1) }
      : board,
  );

/**
 * How scores and grades are spread over some boards of a cycle.
 * @param all boards of the cycle, without the reader
 * @param shown ids of those whose groups are shown
 */
export async function distributionView(
  cycle: AppraisalCycle,
  all: readonly StoredBoard[],
  shown: ReadonlySet<string>,
  now: number,
): Promise<DistributionView> {
  const everybody = grouped(all);
  const boards = everybody.filter(({ _id }) => shown.has(_id));
  const total = sumOf(everybody.map(({ groups }) => groups.unit));
  const rated = sumOf(everybody.flatMap(({ groups }) => groups.raters));
  const units = boards.map(({ unitId, groups }): KeyedTally => ({ ...groups.unit, key: unitId }));
  const departments = comparedGroups(units, total, LEAST);
  const tenure = comparedGroups(inYears(boards), total, LEAST);
  const raters = comparedGroups(mergedByKey(boards.flatMap(({ groups }) => groups.raters)), rated, LEAST);
  const [known, nameOf] = await Promise.all([
    departmentsById(aloneIn(departments), now),
    peopleNames(aloneIn(raters), now),
  ]);
  return {
    cycle: nameOfCycle(cycle),
    grades: cycle.scheme.grades.grades.map(({ id, name }) => ({ id, name })),
    ...{ least: LEAST, people: total.people },
    departments: departments.map((each) =>
      viewOf(each, (id) => ({
        kind: 'department',
        name: known.get(id)?.name ?? { 'zh-CN': id, en: id },
      })),
    ),
    tenure: tenure.map((each) => viewOf(each, tenureLabel)),
    raters: raters.map((each) => viewOf(each, (id) => ({ kind: 'rater', person: nameOf(id) }))),
  };
}

/** Groups of tenure in the order of their years. */
const inYears = (boards: readonly GroupedBoard[]): KeyedTally[] =>
  mergedByKey(boards.flatMap(({ groups }) => groups.tenure)).sort((a, b) => Number(a.key) - Number(b.key));

const tenureLabel = (key: string): GroupLabel => {
  const from = Number(key);
  return { kind: 'tenure', from, to: TENURES.find((next) => next > from) ?? null };
};

const aloneIn = (groups: readonly ComparedGroup[]): string[] =>
  groups.flatMap(({ keys }) => (keys.length === 1 ? keys : []));

const viewOf = (
  { keys, people, counts, mean, others, difference }: ComparedGroup,
  labelOf: (key: string) => GroupLabel,
): GroupView => {
  const [key = ''] = keys;
  const isAlone = keys.length === 1;
  return {
    id: isAlone ? key : 'rest',
    label: isAlone ? labelOf(key) : { kind: 'rest', groups: keys.length },
    ...{ people, grades: counts, mean, others, difference },
  };
};
