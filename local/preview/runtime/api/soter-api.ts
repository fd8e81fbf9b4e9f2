import { showModal } from '../overlay/modal';
import { t } from '../overlay/words';
import { currentSettings } from '../phone-state';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';
import { signCheck } from './cloud-api';

const MODES = ['fingerPrint', 'facial', 'speech'];
const MAX_CHALLENGE_LENGTH = 512;

interface Check {
  requestAuthModes: string[];
  challenge: string;
  authContent?: string;
}

const hasSoter = (): boolean => currentSettings().soter !== 'unsupported';

/** Asks the person, unless the panel sets the answer. */
async function isConfirmed(authContent: string): Promise<boolean> {
  const { soter } = currentSettings();
  if (soter !== 'ask') return soter === 'ok';
  const { confirm } = await showModal({
    title: t('soter'),
    content: authContent,
    confirmText: t('confirm'),
    cancelText: t('cancel'),
  });
  return confirm;
}

/** The result of a fingerprint sensor; one simulated chip per browser. */
const CHIP = 'preview-chip';
let counter = 0;

const authenticate = asyncApi<Check>('startSoterAuthentication', async (check) => {
  const { requestAuthModes, challenge, authContent = '' } = check;
  const [authMode] = requestAuthModes.filter((mode) => MODES.includes(mode));
  if (!hasSoter()) throw new ApiFailure('fail not support', { errCode: 90001 });
  if (!authMode) throw new ApiFailure('fail auth mode is invalid', { errCode: 90003 });
  if (!challenge || challenge.length > MAX_CHALLENGE_LENGTH)
    throw new ApiFailure('fail challenge is invalid', { errCode: 90004 });
  if (!(await isConfirmed(authContent))) throw new ApiFailure('fail cancel', { errCode: 90008 });
  counter += 1;
  const resultJSON = JSON.stringify({ raw: challenge, fid: '2', counter, cpu_id: CHIP, uid: '21' });
  const resultJSONSignature = await signCheck(resultJSON);
  return { authMode, resultJSON, resultJSONSignature };
});

/** https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/bio-auth.html */
export const soterApi = {
  checkIsSupportSoterAuthentication: asyncApi('checkIsSupportSoterAuthentication', () => ({
    supportMode: hasSoter() ? ['fingerPrint'] : [],
  })),
  checkIsSoterEnrolledInDevice: asyncApi('checkIsSoterEnrolledInDevice', () => ({ isEnrolled: hasSoter() })),
  startSoterAuthentication: authenticate,
};
