import type { Instant } from '#contracts/common';
import type { FileUnderCheck } from '../../shared/files/checked-files';
import { hideFile } from '../../shared/files/server-files';
import { notify } from '../../shared/outbox/outbox';
import { findTouchedSince, markHidden } from '../data/requests';
import { hiddenMessages, holdsFile, unusedMessage } from '../domain/request/hidden-picture';

/**
 * Hides a picture that WeChat refused: its copy is moved first, so that every link ends, then each request that has it
 * says so, and its people are told. Idempotent; the document of the copy already says that it may not be used again.
 */
export async function hidePicture({ employeeId, fileId, at }: FileUnderCheck, now: Instant): Promise<void> {
  await hideFile(fileId);
  const requests = (await findTouchedSince(employeeId, at)).filter((request) => holdsFile(request, fileId));
  for (const request of requests) {
    await markHidden(request._id, fileId, now);
    for (const message of hiddenMessages(request, fileId, now)) await notify(message);
  }
  if (requests.length === 0) await notify(unusedMessage(employeeId, fileId, now));
}
