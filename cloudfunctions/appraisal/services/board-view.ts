import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { BoardRow, BoardView } from '#contracts/appraisal-results';
import type { PersonBrief } from '#contracts/person';
import { departmentsById } from '../../people/public';
import type { Employee } from '../../shared/kernel/employee';
import type { ListedResult } from '../data/results';
import { distributionOf } from '../domain/distribution';
import { type StoredBoard, standing } from '../domain/stored-result';
import { mayOpenAgain } from './calibrator';
import { nameOfCycle } from './cycles';
import { peopleNames } from './people-names';

type Reopenings = ReadonlyMap<string, readonly { readonly reason: string }[]>;

/** A board as a calibrator sees it. Their own row is left out: others decide it, and nobody knows a grade before all do. */
export async function boardView(
  cycle: AppraisalCycle,
  board: StoredBoard,
  members: readonly ListedResult[],
  reopenings: Reopenings,
  me: Employee,
  now: number,
): Promise<BoardView> {
  const others = members.filter(({ person }) => person.id !== me._id);
  const changers = others.flatMap(({ row }) => row?.changes.map(({ by }) => by) ?? []);
  const keepers = [...board.events, ...cycle.amendments.map(({ by }) => ({ by: by.id }))].map(({ by }) => by);
  const nameOf = await peopleNames([...changers, ...keepers], now);
  const unit = (await departmentsById([board.unitId], now)).get(board.unitId);
  const rows = others.flatMap((each) => rowOf(each, board, nameOf, reopenings));
  return {
    cycle: nameOfCycle(cycle),
    unitId: board.unitId,
    unit: unit?.name ?? { 'zh-CN': board.unitId, en: board.unitId },
    rev: board.rev,
    state: board.state,
    events: board.events.map((event) => ({ ...event, by: nameOf(event.by) })),
    rule: cycle.scheme.grades,
    parts: cycle.scheme.parts.map(({ id, name, share }) => ({ id, name, share })),
    distribution: distributionOf(
      cycle.scheme.grades,
      rows.map(({ after }) => after),
    ),
    rows: rows.sort((a, b) => b.shown - a.shown || (a.person.id < b.person.id ? -1 : 1)),
    ungraded: others.flatMap(({ person, shown, row, ungraded }) =>
      row === null ? [{ person, shown, reason: ungraded ?? 'nothing-scored' }] : [],
    ),
    mayOpen: board.state === 'locked' && (await mayOpenAgain(board, me, now)),
    isOn: others.length < members.length,
    tenure: board.tenure,
    reopened: cycle.amendments
      .filter(({ what }) => what === 'deadline')
      .map(({ at, by, reason }) => ({ at, by, reason })),
  };
}

function rowOf(
  { person, job, hiredOn, row, parts, managerId }: ListedResult,
  { severity }: StoredBoard,
  nameOf: (id: string) => PersonBrief,
  reopenings: Reopenings,
): BoardRow[] {
  if (!row) return [];
  const { rev, before } = row;
  const { shown, grade: after } = standing(row);
  const appealed = row.appealed ? { shown: row.shown, grade: row.after } : null;
  const changes = row.changes.map((change) => ({ ...change, by: nameOf(change.by) }));
  const found = severity.find(({ raterId }) => raterId === managerId)?.difference ?? null;
  const reopened = reopenings.get(person.id)?.map(({ reason }) => reason) ?? [];
  const said = { changes, appealed, parts, severity: found, reopened };
  return [{ person, job, hiredOn, rev, shown, before, after, ...said }];
}
