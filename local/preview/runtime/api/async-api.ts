import { privacyItemOf } from '../../shared/privacy-items';
import { reportError } from '../problem-log';
import { ApiFailure } from './api-failure';
import { requirePrivacy } from './privacy';

/** What every asynchronous `wx` API takes. */
export interface Callbacks {
  success?: (result: object) => void;
  fail?: (failure: object) => void;
  complete?: (outcome: object) => void;
}

export type Api = (options?: object & Callbacks) => unknown;

/**
 * The shape of most `wx` APIs: callbacks if any was given, otherwise a promise. What WeChat's privacy guide names is
 * refused or asked for here, whichever module it stands in.
 */
export function asyncApi<Options extends object>(
  name: string,
  run: (options: Options) => object | undefined | Promise<object | undefined>,
): Api {
  return (options = {}) => {
    const work = outcome(name, async () => {
      // No await for the others: what WeChat allows inside a tap only has to run in it.
      if (privacyItemOf(name)) await requirePrivacy(name);
      return run(options as unknown as Options);
    });
    return promiseOrCallbacks(work, options);
  };
}

/** Returns the promise, unless callbacks were given: then these get its outcome. */
export function promiseOrCallbacks(
  work: Promise<object>,
  { success, fail, complete }: Callbacks,
): Promise<object> | undefined {
  if (!success && !fail && !complete) return work;
  work.then(
    (result) => callBack([success, complete], result),
    (failure: object) => callBack([fail, complete], failure),
  );
  return undefined;
}

async function outcome(name: string, run: () => Promise<object | undefined>): Promise<object> {
  try {
    return { ...(await run()), errMsg: `${name}:ok` };
  } catch (error) {
    if (!(error instanceof ApiFailure)) reportError(error, `wx.${name}`);
    const reason = error instanceof ApiFailure ? error.reason : `fail ${(error as Error).message}`;
    const more = error instanceof ApiFailure ? error.more : {};
    throw Object.assign(new Error(`${name}:${reason}`), { ...more, errMsg: `${name}:${reason}` });
  }
}

function callBack(callbacks: readonly (((value: object) => void) | undefined)[], value: object): void {
  for (const callback of callbacks) {
    try {
      callback?.(value);
    } catch (error) {
      reportError(error);
    }
  }
}
