import type { Day, Instant } from '#contracts/common';
import type { Employee } from '../../shared/kernel/employee';
import { type Binding, bindings } from './bindings';
import { employees } from './employees';
import { type Invite, invites } from './invites';

/** People that one call looks through; most of a company is bound. */
const SCANNED = 500;
const FIELDS = ['name', 'nameEn', 'departmentId'] as const;

export interface Unbound extends Pick<Employee, '_id' | (typeof FIELDS)[number]> {
  readonly invite: Invite | null;
}

/**
 * People without a WeChat user, whose employment is not over, by number after `cursor`; with their invites, in one
 * read. `next`: where to go on; null at the end.
 */
export async function findUnboundAfter(
  cursor: string,
  departmentIds: readonly string[] | null,
  today: Day,
  limit: number,
): Promise<{ readonly people: Unbound[]; readonly next: string | null }> {
  const rows = await employees.listFieldsWith<(typeof FIELDS)[number], Binding | Invite>(
    FIELDS,
    (_) => ({
      _id: _.gt(cursor),
      leftOn: _.or([_.eq(null), _.gte(today)]),
      ...(departmentIds && { departmentId: _.in([...departmentIds]) }),
    }),
    SCANNED,
    'employeeId',
    [bindings, invites],
  );
  const unbound = rows.filter(([, others]) => others[bindings.name]?.length === 0);
  const people = unbound.slice(0, limit).map(([{ _id, name, nameEn, departmentId }, others]) => {
    const [invite = null] = (others[invites.name] ?? []) as readonly Invite[];
    return { _id, name, nameEn, departmentId, invite };
  });
  const last =
    unbound.length > limit ? people.at(-1) : rows.length === SCANNED ? rows.at(-1)?.[0] : undefined;
  return { people, next: last?._id ?? null };
}

/** Until when a code is good; null if it is used or has expired. */
export const goodUntil = (invite: Invite | null, now: number): Instant | null =>
  invite && invite.usedBy === null && invite.expiresAt > now ? invite.expiresAt : null;
