import type { Invocation } from '../gateway/invocations';
import type { Identity } from '../identity';
import type { FunctionVariables } from '../types';

export interface PlatformSettings {
  gatewayUrl: string;
  envId: string;
  appId: string;
  variables?: FunctionVariables;
}

/** Only this machine calls. */
const CLIENT_ADDRESS = '127.0.0.1';

/**
 * The environment variables that the SDK reads: the gateway's address and the caller. The secrets are dummies that
 * the SDK requires; the session token identifies the call. The platform's variables override a function's own ones
 * of the same name.
 */
export function callEnvironment(
  { token, requestId, functionName, identity, source }: Invocation,
  { gatewayUrl, envId, appId, variables = {} }: PlatformSettings,
): Record<string, string> {
  return {
    ...variables[functionName],
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: token,
    TENCENTCLOUD_APPID: '1250000000',
    TENCENTCLOUD_UIN: '100000000000',
    SCF_NAMESPACE: envId,
    SCF_FUNCTIONNAME: functionName,
    SCF_FUNCTIONVERSION: '$LATEST',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: gatewayUrl }),
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE,TCB_SEQID,TCB_SESSIONTOKEN,TCB_TRACELOG',
    TCB_ENV: envId,
    TCB_SOURCE: source,
    TCB_SEQID: requestId,
    SILENCE: 'true',
    ...identityVariables(identity, appId),
  };
}

/** A console run, a timer and a client without a login carry no OPENID; a pushed message carries that of its user. */
function identityVariables(identity: Identity, appId: string): Record<string, string> {
  const caller = { WX_CLIENTIP: CLIENT_ADDRESS, WX_CLIENTIPV6: `::ffff:${CLIENT_ADDRESS}` };
  const keys = 'WX_CLIENTIP,WX_CLIENTIPV6';
  if (identity.kind === 'timer') return { WX_CONTEXT_KEYS: keys, TRIGGER_SRC: 'timer' };
  if (identity.kind === 'push') return userVariables(keys, identity.openid, appId);
  if (identity.kind !== 'user') return { WX_CONTEXT_KEYS: keys, ...caller };
  const { openid, unionid } = identity;
  return {
    ...caller,
    ...userVariables(keys, openid, appId),
    ...(unionid === undefined ? {} : { WX_UNIONID: unionid }),
  };
}

const userVariables = (keys: string, openid: string, appId: string): Record<string, string> => ({
  WX_CONTEXT_KEYS: `${keys},WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN`,
  WX_OPENID: openid,
  WX_APPID: appId,
});
