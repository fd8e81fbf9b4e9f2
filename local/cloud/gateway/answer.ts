import { CloudError } from '../cloud-error';
import { answerOpenApi } from '../openapi/answer-open-api';
import type { AroundRequest } from '../types';
import type { Action, ActionContext } from './action';
import { databaseActions } from './actions/database';
import { functionActions } from './actions/functions';
import { storageActions } from './actions/storage';
import { transactionActions } from './actions/transactions';
import { interceptRequest } from './intercept-request';
import type { Invocation, Invocations } from './invocations';

const actions = new Map<string, Action>(
  Object.entries({
    ...databaseActions,
    ...transactionActions,
    ...functionActions,
    ...storageActions,
    'wx.openApi': answerOpenApi,
  }),
);

/** The services that actions use. */
export type Services = Pick<ActionContext, 'store' | 'files' | 'scanRule' | 'openApi'> & {
  invocations: Invocations;
  aroundRequest?: AroundRequest;
  now(clockOffset: number): number;
  callFunction(
    caller: ActionContext['invocation'],
    name: string,
    eventJson: string,
  ): ReturnType<ActionContext['callFunction']>;
};

/** The running call that a request belongs to. @throws CloudError SIGN_PARAM_INVALID if there is none */
export function callOf(token: unknown, { invocations }: Pick<Services, 'invocations'>): Invocation {
  const invocation = invocations.byToken(token);
  if (!invocation)
    throw new CloudError('SIGN_PARAM_INVALID', 'The request belongs to no running function call.');
  return invocation;
}

/**
 * Answers one request of a running call. All writes that the answer depends on are durable by then, also for a
 * refusal: a reported duplicate must survive a crash.
 * @throws CloudError with the platform's code; OPERATION_NOT_SUPPORTED names what is not implemented
 */
export async function answer(
  params: ActionContext['params'],
  invocation: Invocation,
  services: Services,
): Promise<Record<string, unknown>> {
  const name = String(params.action);
  const action = actions.get(name);
  if (!action) throw new CloudError('OPERATION_NOT_SUPPORTED', `The operation ${name} is not supported yet.`);
  const about = {
    action: name === 'wx.openApi' ? `openapi.${params.apiName}` : name,
    collection: typeof params.collectionName === 'string' ? params.collectionName : undefined,
  };
  const proceed = () => act(action, params, invocation, services);
  return interceptRequest(invocation, about, services.aroundRequest, proceed);
}

async function act(
  action: Action,
  params: ActionContext['params'],
  invocation: Invocation,
  services: Services,
) {
  const { store, files, scanRule, openApi } = services;
  try {
    return await action({
      params,
      invocation,
      store,
      files,
      scanRule,
      openApi,
      now: services.now(invocation.clockOffset),
      callFunction: (callee, eventJson) => services.callFunction(invocation, callee, eventJson),
    });
  } finally {
    await store.durable();
  }
}
