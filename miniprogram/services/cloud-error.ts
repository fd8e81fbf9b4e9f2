import { ClientError } from './client-error';
import { isOnline } from './network';

interface CloudFailure {
  readonly errMsg?: string;
  readonly errCode?: number;
}

/** Cloud development is not enabled for this account (开通云开发), or the environment id does not exist. */
const ENV_NOT_FOUND = -601034;

/** Maps an error of `wx.cloud` to the closed set. Missing setup by the administrator has its own codes. */
export function cloudError(thrown: unknown): ClientError {
  if (thrown instanceof ClientError) return thrown;
  const { errMsg = '', errCode } = thrown as CloudFailure;
  if (!isOnline()) return new ClientError('OFFLINE');
  if (/time ?-?d? ?out|TIME_LIMIT/i.test(errMsg)) return new ClientError('TIMEOUT');
  if (/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|offline/i.test(errMsg))
    return new ClientError('OFFLINE');
  if (errCode === ENV_NOT_FOUND || /-601034|env(ironment)? not (exist|found)|invalid_?env/i.test(errMsg))
    return new ClientError('CLOUD_NOT_SET_UP');
  if (/FunctionName .*not be found|FUNCTION_NOT_FOUND|function .*not (exist|found)/i.test(errMsg))
    return new ClientError('FUNCTION_MISSING');
  return new ClientError('CLOUD_UNAVAILABLE');
}
