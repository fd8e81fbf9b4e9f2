import type { AroundRequest, SdkRequest } from '../types';
import type { Invocation } from './invocations';

type Answer = Record<string, unknown>;

/**
 * Every request of a running call to the cloud (database, messages, other functions, file contents) passes through
 * here: it is counted, and tests can delay, lose or refuse it.
 */
export function interceptRequest(
  invocation: Invocation,
  about: Pick<SdkRequest, 'action' | 'collection'>,
  aroundRequest: AroundRequest | undefined,
  proceed: () => Promise<Answer>,
): Promise<Answer> {
  const { requestId, origin, functionName, costs } = invocation;
  costs.requests += 1;
  if (about.action.startsWith('database.')) costs.database += 1;
  const ends = {
    killWorker: () => invocation.worker?.kill(),
    overrunTime: () => invocation.worker?.overrun(),
  };
  const request = { requestId, origin, functionName, ordinal: costs.requests, ...about, ...ends };
  return aroundRequest ? aroundRequest(request, proceed) : proceed();
}
