import { CloudError } from '../cloud-error';
import type { FileStore } from '../files/file-store';
import type { OpenApiServices } from '../openapi/open-api';
import type { Store } from '../store/store';
import type { Invocation } from './invocations';
import type { ScanRule } from './scan-watch';

export type Params = Readonly<Record<string, unknown>>;

/** The services that an action may use. */
export interface ActionContext {
  params: Params;
  invocation: Invocation;
  /** Server date, epoch ms. */
  now: number;
  store: Store;
  files: FileStore;
  scanRule: ScanRule;
  openApi: OpenApiServices;
  /** Runs another function on behalf of this call; the reply is JSON. */
  callFunction(name: string, eventJson: string): Promise<string>;
}

/** Answers one request of the SDK; a requestId is added to the reply. */
export type Action = (context: ActionContext) => Record<string, unknown> | Promise<Record<string, unknown>>;

/** @throws CloudError INVALID_PARAM if the field is not a text */
export function textParam(params: Params, name: string): string {
  const value = params[name];
  if (typeof value !== 'string' || value === '')
    throw new CloudError('INVALID_PARAM', `The parameter ${name} must be a text.`);
  return value;
}

/** @throws CloudError INVALID_PARAM if the field is not a list of at most `max` entries */
export function listParam(params: Params, name: string, max: number): unknown[] {
  const value = params[name];
  if (!Array.isArray(value) || value.length > max)
    throw new CloudError('INVALID_PARAM', `The parameter ${name} must be a list of at most ${max}.`);
  return value;
}

/** @throws CloudError INVALID_PARAM if the field is there and not an integer from 0 */
export function countParam(params: Params, name: string): number | undefined {
  const value = params[name];
  if (value === undefined) return undefined;
  if (!Number.isSafeInteger(value) || Number(value) < 0)
    throw new CloudError('INVALID_PARAM', `The parameter ${name} must be an integer from 0.`);
  return Number(value);
}
