// @ts-check
/**
 * Calls a handler as the platform does, with `(event, context, callback)`. A promise that it returns is the answer, and
 * its callback is then ignored; else what it returns is; else, if it takes a callback or has called it, what it hands
 * to that.
 * @param {(...args: unknown[]) => unknown} main @param {unknown} event @param {unknown} context
 * @returns {Promise<unknown>}
 */
async function callHandler(main, event, context) {
  let isCalled = false;
  /** @type {(error?: unknown, result?: unknown) => void} */
  let callback = () => undefined;
  const handed = new Promise((resolve, reject) => {
    callback = (error, result) => {
      isCalled = true;
      if (error === undefined || error === null) resolve(result);
      else reject(error);
    };
  });
  handed.catch(() => undefined);
  const returned = main(event, context, callback);
  if (returned !== undefined) return returned;
  return isCalled || main.length > 2 ? handed : undefined;
}

module.exports = { callHandler };
