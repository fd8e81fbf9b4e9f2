import { CloudError } from '../cloud-error';
import type { OpenApiServices } from '../openapi/open-api';
import type { AroundRequest } from '../types';
import type { Action, ActionContext } from './action';
import { databaseActions } from './actions/database';
import { functionActions } from './actions/functions';
import { storageActions } from './actions/storage';
import { transactionActions } from './actions/transactions';
import type { Invocation, Invocations } from './invocations';
import { sdkRequest } from './sdk-request';

const actions = new Map<string, Action>(
  Object.entries({ ...databaseActions, ...transactionActions, ...functionActions, ...storageActions }),
);

/** What actions use beside the request itself. */
export type Services = Pick<ActionContext, 'store' | 'files' | 'scanRule'> & {
  invocations: Invocations;
  aroundRequest?: AroundRequest;
  openApi: OpenApiServices;
  now(clockOffset: number): number;
  callFunction(
    caller: ActionContext['invocation'],
    name: string,
    eventJson: string,
  ): ReturnType<ActionContext['callFunction']>;
};

/** The running call that a request belongs to. @throws CloudError SIGN_PARAM_INVALID if there is none */
export function callOf(params: ActionContext['params'], { invocations }: Services): Invocation {
  const invocation = invocations.byToken(params.sessionToken);
  if (!invocation)
    throw new CloudError('SIGN_PARAM_INVALID', 'The request belongs to no running function call.');
  return invocation;
}

/**
 * Answers one request of a running call. Whatever the answer rests on is on the disk by then, also for a refusal:
 * "already there" must stay true.
 * @throws CloudError with the platform's code; OPERATION_NOT_SUPPORTED names what is not there yet
 */
export async function answer(
  params: ActionContext['params'],
  invocation: Invocation,
  services: Services,
): Promise<Record<string, unknown>> {
  const name = String(params.action);
  const action = actions.get(name);
  if (!action) throw new CloudError('OPERATION_NOT_SUPPORTED', `The operation ${name} is not supported yet.`);
  invocation.requests += 1;
  if (name.startsWith('database.')) invocation.costs.database += 1;
  const proceed = () => act(action, params, invocation, services);
  const { aroundRequest } = services;
  return aroundRequest ? aroundRequest(sdkRequest(invocation, params), proceed) : proceed();
}

async function act(
  action: Action,
  params: ActionContext['params'],
  invocation: Invocation,
  services: Services,
) {
  const { store, files, scanRule } = services;
  try {
    return await action({
      params,
      invocation,
      store,
      files,
      scanRule,
      now: services.now(invocation.clockOffset),
      callFunction: (callee, eventJson) => services.callFunction(invocation, callee, eventJson),
    });
  } finally {
    await store.durable();
  }
}
