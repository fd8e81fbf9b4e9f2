import { newKey } from '../utils/new-key';
import { ClientError } from './client-error';
import { cloud } from './cloud';
import { deviceId } from './device';
import { isOnline, onNetworkChange } from './network';
import { deletePhoto } from './photo';
import { createPunchQueue, type QueuedPunch } from './punch-queue';
import { readStored, writeStored } from './store';

const extension = (path: string): string => (/\.png$/i.test(path) ? 'png' : 'jpg');

/** Maps an upload error. Rejections by cloud storage are final. */
function uploadError(thrown: unknown): ClientError {
  const { errMsg = '' } = thrown as { errMsg?: string };
  if (/no such file|not exist|ENOENT/i.test(errMsg)) return new ClientError('PHOTO_LOST');
  return new ClientError(
    /INVALID_PARAM|PERMISSION_DENIED/.test(errMsg) ? 'PHOTO_INVALID' : 'CLOUD_UNAVAILABLE',
  );
}

async function upload({ employeeId, punchKey, field }: QueuedPunch): Promise<string> {
  if (!field) throw new ClientError('PHOTO_LOST');
  if (!isOnline()) throw new ClientError('OFFLINE');
  try {
    const { fileID } = await wx.cloud.uploadFile({
      cloudPath: `field-punches/${employeeId}/${punchKey}.${extension(field.photoPath)}`,
      filePath: field.photoPath,
    });
    return fileID;
  } catch (thrown) {
    throw uploadError(thrown);
  }
}

/** The punch queue of this phone. */
export const punches = createPunchQueue({
  load: () => readStored('punches') ?? [],
  save: (items) => writeStored('punches', items),
  newKey,
  upload,
  send: async (input) => (await cloud.attendance.punch({ ...input, device: deviceId() })).data,
  runAfter: (ms, run) => {
    setTimeout(run, ms);
  },
});

/** Sends queued punches when the network reconnects, and deletes pictures that are no longer needed. Called once. */
export function startPunchSync(): void {
  onNetworkChange((online) => {
    if (online) void punches.flush();
  });
  punches.onOutcome(({ punch, outcome }) => {
    // A punch with refused texts is revised with the same picture.
    const isPhotoNeeded =
      outcome.state === 'waiting' || (outcome.state === 'refused' && outcome.failure.code === 'TEXT_REFUSED');
    if (punch.field && !isPhotoNeeded) deletePhoto(punch.field.photoPath);
  });
}

/** Removes a refused punch and its picture. */
export function dismissPunch(punchKey: string): void {
  const punch = punches.items().find((one) => one.punchKey === punchKey);
  punches.dismiss(punchKey);
  if (punch?.field) deletePhoto(punch.field.photoPath);
}
