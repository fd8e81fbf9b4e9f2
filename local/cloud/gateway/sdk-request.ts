import type { SdkRequest } from '../types';
import type { Params } from './action';
import type { Invocation } from './invocations';

/** What whoever watches the requests of the SDK is told about one of them. */
export function sdkRequest(invocation: Invocation, params: Params): SdkRequest {
  const { requestId, functionName, requests, killWorker } = invocation;
  return {
    requestId,
    functionName,
    ordinal: requests,
    action: String(params.action),
    collection: typeof params.collectionName === 'string' ? params.collectionName : undefined,
    killWorker: () => killWorker?.(),
  };
}
