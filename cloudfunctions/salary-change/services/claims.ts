import type { Instant } from '#contracts/common';
import { findStates } from '../../approvals/engine';
import { AppError } from '../../shared/errors/app-error';
import { changeClaims, findClaims, type SalaryClaim } from '../data/salary-claims';

/** Longer than any function can run: a claim without its request is of a call that died. */
const CALL_MS = 60_000;

/** The people among these whose salary another change waits for. One read, and one more if any has a claim. */
export async function findWaiting(
  employeeIds: readonly string[],
  requestId: string,
  now: Instant,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(employeeIds);
  const claims = (await findClaims()).filter(({ employeeId }) => wanted.has(employeeId));
  const held = await heldBy(
    claims.filter((claim) => claim.requestId !== requestId),
    now,
  );
  return new Map(held.map((claim) => [claim.employeeId, claim.requestId]));
}

/** Claims these people for a request, all or none; the same again changes nothing. @throws AppError SALARY_INVALID, BUSY */
export const claimPeople = (employeeIds: readonly string[], requestId: string, now: Instant): Promise<void> =>
  changeClaims(async (claims) => {
    const wanted = new Set(employeeIds);
    const others = claims.filter((claim) => wanted.has(claim.employeeId) && claim.requestId !== requestId);
    const [held] = await heldBy(others, now);
    if (held) throw waitingError(employeeIds, held.employeeId);
    const own = claims.filter((claim) => claim.requestId === requestId);
    if (own.length === wanted.size && others.length === 0) return null;
    const rest = claims.filter(({ employeeId }) => !wanted.has(employeeId));
    return [...rest, ...[...wanted].map((employeeId) => ({ employeeId, requestId, at: now }))];
  });

const waitingError = (employeeIds: readonly string[], employeeId: string) =>
  new AppError('SALARY_INVALID', {
    ...{ line: employeeIds.indexOf(employeeId) + 1, employeeId, field: 'employeeId' },
    ...{ rule: 'waiting', day: '' },
  });

/** Claims whose request waits or is not entered yet, or may still be on its way. */
async function heldBy(claims: readonly SalaryClaim[], now: Instant): Promise<readonly SalaryClaim[]> {
  if (claims.length === 0) return [];
  const states = await findStates([...new Set(claims.map(({ requestId }) => requestId))]);
  return claims.filter(({ requestId, at }) => {
    const found = states.get(requestId);
    if (!found) return now - at < CALL_MS;
    return found.state === 'pending' || (found.state === 'approved' && found.effects === 'due');
  });
}
