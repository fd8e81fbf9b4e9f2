import type { Day, Instant } from '#contracts/common';
import type { Fact, Warning } from '#contracts/fact';
import type { AwayDay } from '#contracts/form';
import type { RequestState } from '#contracts/request';
import { addDays, midnight } from '../../../shared/calendar/company-time';
import type { TeamAbsence } from '../../kind/kind';
import type { RequestDocument } from '../request/request';

/** The fields of a team's requests needed to see who is away when and how requests were decided. */
export const TEAM_FIELDS = [
  'applicant',
  'applicantId',
  'teamId',
  'typeId',
  'kind',
  'title',
  'state',
  'cancels',
  'spanFrom',
  'spanTo',
] as const satisfies readonly (keyof RequestDocument)[];

export type TeamRequest = Pick<RequestDocument, (typeof TEAM_FIELDS)[number] | '_id'>;

type Subject = Omit<TeamRequest, 'applicant' | 'state'>;

const PENDING_OR_APPROVED: readonly RequestState[] = ['pending', 'approved'];
/** How far back similar requests are counted, days. */
export const SIMILAR_DAYS = 180;
const MAX_NAMES = 5;

/** Approved and pending absences of a team. `isAway`: whether requests of a kind are absences. */
export const absencesOf = (
  team: readonly TeamRequest[],
  teamId: string,
  isAway: (kind: string) => boolean,
): TeamAbsence[] =>
  team
    .filter(
      (other) =>
        other.teamId === teamId &&
        other.cancels === null &&
        isAway(other.kind) &&
        PENDING_OR_APPROVED.includes(other.state),
    )
    .map(({ applicant, spanFrom, spanTo, state }) => ({
      employeeId: applicant.id,
      name: applicant.name,
      nameEn: applicant.nameEn,
      from: spanFrom,
      to: spanTo,
      decided: state === 'approved',
    }));

/** How many others of the team, and whether the person, are away on each of these days; days without anybody are left out. */
export function awayDays(absences: readonly TeamAbsence[], me: string, days: readonly Day[]): AwayDay[] {
  return days.flatMap((day) => {
    const [start, end] = [midnight(day), midnight(addDays(day, 1))];
    const away = absences.filter(({ from, to }) => from < end && start < to);
    const people = new Set(away.map(({ employeeId }) => employeeId));
    const own = people.delete(me);
    return people.size > 0 || own ? [{ day, people: people.size, ...(own && { own }) }] : [];
  });
}

export interface TeamFacts {
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
}

/**
 * Who else of the team is away in that time, with a warning if nobody would be present. `size` includes the
 * applicant.
 */
export function awayFacts(
  request: Subject,
  team: readonly TeamRequest[],
  size: number,
  isAway: (kind: string) => boolean,
): TeamFacts {
  if (!isAway(request.kind) || request.cancels !== null) return { facts: [], warnings: [] };
  const { spanFrom, spanTo, applicantId } = request;
  const overlaps = ({ from, to }: { from: Instant; to: Instant }) => from < spanTo && spanFrom < to;
  const others = absencesOf(team, request.teamId, isAway).filter(
    (absence) => absence.employeeId !== applicantId && overlaps(absence),
  );
  const people = [...new Map(others.map((absence) => [absence.employeeId, absence])).values()];
  if (people.length === 0) return { facts: [], warnings: [] };
  const shown = people.slice(0, MAX_NAMES);
  const names = {
    'zh-CN': shown.map(({ name }) => name).join('、'),
    en: shown.map(({ name, nameEn }) => nameEn || name).join(', '),
  };
  const isAlone = size > 1 && people.length + 1 >= size;
  return {
    facts: [{ code: 'TEAM_AWAY', data: { team: size, away: people.length, names } }],
    warnings: isAlone ? [{ code: 'ALONE', data: { team: size }, tone: 'warn' }] : [],
  };
}

/** How similar requests of the team were decided. */
export function similarFacts(request: Subject, team: readonly TeamRequest[]): Fact[] {
  const similar = team.filter(
    (other) =>
      other._id !== request._id &&
      other.teamId === request.teamId &&
      other.cancels === null &&
      other.typeId === request.typeId &&
      other.title['zh-CN'] === request.title['zh-CN'],
  );
  const approved = similar.filter(({ state }) => state === 'approved' || state === 'cancelled').length;
  const rejected = similar.filter(({ state }) => state === 'rejected').length;
  return approved + rejected === 0
    ? []
    : [{ code: 'SIMILAR', data: { approved, rejected, days: SIMILAR_DAYS } }];
}
