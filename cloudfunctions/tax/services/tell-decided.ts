import type { Instant } from '#contracts/common';
import { notify } from '../../shared/outbox/outbox';

/** Tells a person that a deduction was accepted or returned; what it is about stays on its page. */
export async function tellDecided(
  employeeId: string,
  { id, accept }: { readonly id: string; readonly accept: boolean },
  at: Instant,
): Promise<void> {
  await notify({
    _id: `deduction:${employeeId}:${id}:${accept ? 'accepted' : 'returned'}`,
    event: accept ? 'deduction.accepted' : 'deduction.returned',
    ...{ to: [employeeId], data: {}, aboutId: id, at, template: null },
  });
}
