import type { PhoneCheck } from '#contracts/second-check';
import { authenticate, supportedModes } from '../../services/biometric';
import { words } from '../../services/language';

/** Whether this phone can check a finger or a face. */
export const canCheckOnPhone = async (): Promise<boolean> => (await supportedModes()).length > 0;

/** The finger or the face of the phone's owner; null if it cannot be checked, fails, or the person cancels. */
export async function checkOwner(challenge: string): Promise<PhoneCheck | null> {
  const modes = await supportedModes();
  return modes.length > 0 ? authenticate(modes, challenge, words().t('payLock.authContent')) : null;
}
