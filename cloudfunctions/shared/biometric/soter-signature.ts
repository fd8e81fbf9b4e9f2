import { openApi } from '../platform/cloud';

/** WeChat's error code for a malformed signature. */
const DATA_FORMAT_ERROR = 47_001;

/** Whether WeChat confirms that the user's phone signed this result. Not a database call. */
export async function isSoterSigned(openid: string, json: string, signature: string): Promise<boolean> {
  try {
    const { isOk } = (await openApi().soter.verifySignature({
      openid,
      jsonString: json,
      jsonSignature: signature,
    })) as { isOk: boolean };
    return isOk;
  } catch (error) {
    if (Object(error).errCode === DATA_FORMAT_ERROR) return false;
    throw error;
  }
}
