/**
 * One fresh process: how long does it take to load a function, and to refuse a request?
 * Usage: node function-load.js <module> [refuse|admit]. Prints one JSON line. Plain JavaScript, so that
 * nothing but the module itself is loaded.
 */
const [, , target, request] = process.argv;
const EVENTS = {
  refuse: { action: 'fly', input: {} },
  // Well-formed, but nobody is calling: it is refused only after the SDK was asked who it is.
  admit: { action: 'today', input: {} },
};

async function measure() {
  const before = performance.now();
  const { main } = require(target === 'wx-server-sdk' ? require.resolve(target) : target);
  const load = performance.now() - before;
  if (!request) return { load };
  const started = performance.now();
  const reply = await main(EVENTS[request], {});
  const answer = performance.now() - started;
  return { load, answer, code: reply.error?.code };
}

measure().then((result) => {
  console.log(JSON.stringify(result));
  process.exit(0);
});
