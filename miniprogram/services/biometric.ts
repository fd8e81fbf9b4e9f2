import type { PunchInput } from '#contracts/punch';
import { failureOf } from './client-error';
import { cloud } from './cloud';
import { words } from './language';

export type BiometricAnswer = NonNullable<PunchInput['biometric']>;

type Mode = 'fingerPrint' | 'facial';
const isMode = (mode: string): mode is Mode => mode === 'fingerPrint' || mode === 'facial';

/**
 * Fingerprint or face check for a site that asks for or requires one, done by the phone; biometric data never leaves it. Null if
 * the phone does not support it, the person cancels, or the server is unreachable; the punch is then sent without, which a site that requires
 * one refuses.
 */
export async function checkOnPhone(siteId: string): Promise<BiometricAnswer | null> {
  const modes = await supportedModes();
  if (modes.length === 0) return null;
  const answer = await cloud.attendance.soterChallenge({ siteId }).catch(failureOf);
  return 'now' in answer ? authenticate(modes, answer.data.challenge, words().t('doors.authContent')) : null;
}

/** What of a person this phone can check; nothing where it cannot. */
export function supportedModes(): Promise<Mode[]> {
  return new Promise((resolve) => {
    if (!wx.checkIsSupportSoterAuthentication) return resolve([]);
    wx.checkIsSupportSoterAuthentication({
      success: ({ supportMode }) => resolve(supportMode.filter(isMode)),
      fail: () => resolve([]),
    });
  });
}

/** Has the phone check its owner. `authContent`: what it says meanwhile. */
export function authenticate(
  requestAuthModes: Mode[],
  challenge: string,
  authContent: string,
): Promise<BiometricAnswer | null> {
  return new Promise((resolve) => {
    wx.startSoterAuthentication({
      requestAuthModes,
      challenge,
      authContent,
      success: ({ resultJSON, resultJSONSignature }) => resolve({ resultJSON, resultJSONSignature }),
      fail: () => resolve(null),
    });
  });
}
