import { CloudError, type CloudErrorCode } from './cloud-error';
import type { CallRecord } from './types';

/** A function call that failed; `call` says what it had cost and logged until then. */
export class FunctionError extends CloudError {
  constructor(
    code: CloudErrorCode,
    message: string,
    readonly call: CallRecord,
  ) {
    super(code, message);
    this.name = 'FunctionError';
  }
}
