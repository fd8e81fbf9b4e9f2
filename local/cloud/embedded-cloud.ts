import type { HttpBindings } from '@hono/node-server';
import type { CallLog } from './call-log';
import type { Clock } from './clock';
import type { DirectDatabase } from './direct-database';
import type { FileStore } from './files/file-store';
import type { DeployedFunction } from './host/deployed-function';
import type { Outbox } from './openapi/message-center';
import type { SimulatedPhone } from './openapi/simulated-phone';
import type { MessagePush } from './push/message-push';
import type { Timers } from './timers/timers';
import type { InvokeOptions, InvokeResult } from './types';

/** A running embedded cloud: database, storage and functions of one environment, for this machine alone. */
export interface EmbeddedCloud {
  /** Where its HTTP server answers, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Where the data lies. */
  readonly dataDir: string;
  readonly clock: Clock;
  /** Without the SDK: for seeding and tests. */
  readonly db: DirectDatabase;
  /** Runs a function. @throws FunctionError */
  invoke(name: string, event: unknown, options: InvokeOptions): Promise<InvokeResult>;
  /** Resolves once this call from outside and every function that it started have ended; a caller may not wait for them. */
  whenEnded(requestId: string): Promise<void>;
  /** Answers the requests of a Mini Program in the browser. `bindings`: Node's request and response. */
  handleClientRequest(request: Request, bindings: HttpBindings): Response | Promise<Response>;
  /** Opens the control requests and the console; also in server.json, which only its owner reads. */
  readonly token: string;
  /** Every deployed function as its config.json has it, or why that cannot be used. */
  functions(): Promise<(DeployedFunction | { name: string; problem: string })[]>;
  /** Calls from outside that have ended: of phones, timers and consoles. */
  readonly calls: Pick<CallLog, 'list'>;
  readonly files: Pick<FileStore, 'list' | 'read'>;
  /** Functions that run by the clock. */
  readonly timers: Pick<Timers, 'list' | 'runs' | 'runNow' | 'runDue'>;
  /** Subscribe messages that functions sent. */
  readonly outbox: Outbox;
  /** Messages of WeChat's servers to functions. */
  readonly push: Pick<MessagePush, 'deliver'>;
  /** Makes the codes and signatures of a phone for `openapi.soter` and `openapi.phonenumber`. */
  readonly phone: SimulatedPhone;
  /** The person allows one message of this template; a send without that fails with 43101. */
  grantSubscription(openid: string, templateId: string): Promise<void>;
  close(): Promise<void>;
}
