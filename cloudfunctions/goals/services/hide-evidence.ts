import type { Instant } from '#contracts/common';
import type { FileUnderCheck } from '../../shared/files/checked-files';
import { hideFile } from '../../shared/files/server-files';
import { notify } from '../../shared/outbox/outbox';

/**
 * Hides a picture that WeChat refused: its copy is moved, and every check-in that has it shows that it is not there, because
 * links are made each time. So nothing has to be found, also not a check-in that is being booked. Its owner is told. Idempotent.
 */
export async function hideEvidence({ employeeId, fileId }: FileUnderCheck, now: Instant): Promise<void> {
  await hideFile(fileId);
  await notify({
    _id: `${employeeId}-hidden-${fileId.slice(fileId.lastIndexOf('/') + 1)}`,
    event: 'picture.hidden-goal',
    to: [employeeId],
    data: {},
    aboutId: null,
    at: now,
    template: null,
  });
}
