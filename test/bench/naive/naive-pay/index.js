/**
 * A payroll run as most public examples write it: person by person, a query for everything that a slip needs, and an
 * insertion. The benchmark runs it beside the product on the same embedded cloud.
 */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();

exports.main = async ({ input: { ids, month } }) => {
  const one = async (name, where) => (await db.collection(name).where(where).limit(1).get()).data[0];
  for (const employeeId of ids) {
    const employee = await one('employees', { _id: employeeId });
    const salary = await one('salaries', { _id: employeeId });
    const base = await one('insurance_bases', { _id: employeeId });
    const profile = await one('insurance_profiles', { _id: employee.city });
    const year = await one('tax_years', { _id: `${employeeId}:2026` });
    const time = await one('settled_months', { _id: `${employeeId}:${month}` });
    const data = { employeeId, month, salary, base, profile, year, attended: time.totals.attended };
    await db.collection('naive_payslips').add({ data });
  }
  return { ok: true, data: {} };
};
