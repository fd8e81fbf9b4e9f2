// Gets or adds documents over the SDK, some at once, and tells how long it took.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

exports.main = async ({ how, count, atOnce }) => {
  const rows = cloud.database().collection('rows');
  const work = {
    get: (n) => rows.doc(`d${n}`).get(),
    add: (n) => rows.add({ data: { n, team: `t${n % 100}`, text: 'x'.repeat(200) } }),
  };
  let left = count;
  const one = async () => {
    while (left > 0) {
      left -= 1;
      await work[how](left);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: atOnce }, one));
  return { seconds: (performance.now() - started) / 1000 };
};
