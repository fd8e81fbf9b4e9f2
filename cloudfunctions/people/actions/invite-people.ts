import { array, maxLength, minLength, pipe, strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { PeopleContract } from '#contracts/people';
import { recordAccess } from '../../shared/audit/record-access';
import { dayOf } from '../../shared/calendar/company-time';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { employeeId, integerBetween } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findBindingsOf } from '../data/bindings';
import { findEmployeesByIds } from '../data/employees';
import { addInvite, removeInvites, removeInvitesOf } from '../data/invites';
import { inviteRefusal } from '../domain/may-invite';
import { briefOf } from '../rules';
import { inviteHash } from '../services/invite-hash';
import { newCode } from '../services/new-code';

const MAX_PEOPLE = 20;
const MAX_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Codes for several people. Two reads; writes: the audit record, the removal of older codes, and one per code. The
 * record is written before a code exists, so that no code is unaccounted for.
 */
export const invitePeople = employeeAction<PeopleContract['invite']>({
  input: strictObject({
    employeeIds: pipe(array(employeeId), minLength(1), maxLength(MAX_PEOPLE)),
    days: integerBetween(1, MAX_DAYS),
  }),
  allow: can('update', 'Invites'),
  async run({ input, me, now }) {
    const ids = [...new Set(input.employeeIds)].sort();
    const [people, bindings] = await Promise.all([findEmployeesByIds(ids), findBindingsOf(ids)]);
    const bound = new Set(bindings.map((binding) => binding.employeeId));
    const byId = new Map(people.map((person) => [person._id, person]));
    const refused = ids.flatMap((id) => {
      const reason = inviteRefusal(byId.get(id), me, bound.has(id), dayOf(now));
      return reason ? [{ id, reason }] : [];
    });
    const invited = ids.flatMap((id) => (refused.some((one) => one.id === id) ? [] : (byId.get(id) ?? [])));
    const expiresAt = (now + input.days * DAY_MS) as Instant;
    if (invited.length === 0) return { expiresAt, invites: [], refused };
    const invitedIds = invited.map(({ _id }) => _id);
    const reader = { readerId: me._id, readerName: me.name, at: now };
    await recordAccess({ ...reader, what: 'invites', aboutId: 'invites', ownerIds: invitedIds, expiresAt });
    await removeInvitesOf(invitedIds);
    const invites = await Promise.all(
      invited.map(async (person) => ({ ...briefOf(person), code: await addCode(person._id, expiresAt) })),
    );
    return { expiresAt, invites, refused };
  },
});

/** Of two who invite the same person at once, the code of the later one counts. @throws AppError BUSY */
function addCode(id: string, expiresAt: Instant): Promise<string> {
  return retryOnConflict(3, async () => {
    const code = newCode();
    const added = await addInvite({ _id: inviteHash(code), employeeId: id, expiresAt, usedBy: null });
    if (added === 'added') return code;
    await removeInvites(id);
    return conflict;
  });
}
