// Does what a bad function does, as the event asks.
let calls = 0;

exports.main = async ({ how }) => {
  calls += 1;
  if (how === 'throw') throw new Error('broken on purpose');
  if (how === 'loop') for (;;);
  if (how === 'hang') return new Promise(() => undefined);
  if (how === 'exit') process.exit(3);
  if (how === 'crash') {
    setImmediate(() => {
      throw new Error('outside of any promise');
    });
    return new Promise(() => undefined);
  }
  if (how === 'eat') {
    const eaten = [];
    for (;;) eaten.push(new Array(100_000).fill(eaten.length));
  }
  if (how === 'eat buffers') {
    const eaten = [];
    for (;;) {
      eaten.push(Buffer.alloc(1024 * 1024, 1));
      await new Promise((done) => setImmediate(done));
    }
  }
  if (how === 'keep buffers') return { kept: Buffer.alloc(80 * 1024 * 1024).length };
  if (how === 'circle') {
    const circle = {};
    circle.self = circle;
    return circle;
  }
  if (how === 'nothing') return undefined;
  return { calls };
};
