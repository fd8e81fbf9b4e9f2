import { inviteHash } from '../../cloudfunctions/people/services/invite-hash';

/** A free invite for an employee, as `createInvite` leaves it, good for a day from `now`. */
export const inviteFor = (employeeId: string, code: string, now: number) => ({
  _id: inviteHash(code),
  employeeId,
  expiresAt: now + 86_400_000,
  usedBy: null,
});
