/**
 * A punch as most public examples write it: look the day up, insert when there is none, then read it again.
 * The benchmark runs it beside the product on the same embedded cloud.
 */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();

exports.main = async ({ input }) => {
  const { OPENID } = cloud.getWXContext();
  const user = await db.collection('bindings').where({ _id: OPENID }).get();
  const { employeeId } = user.data[0];
  const employee = await db.collection('employees').where({ _id: employeeId }).get();
  const today = db.collection('naive_punches').where({ employeeId, day: '2026-11-23' });
  const before = await today.get();
  if (before.data.length === 0) {
    await db.collection('naive_punches').add({
      data: { employeeId, day: '2026-11-23', name: employee.data[0].name, ...input },
    });
  }
  const after = await today.get();
  return { ok: true, data: after.data };
};
