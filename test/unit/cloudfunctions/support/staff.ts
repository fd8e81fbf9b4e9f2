import { type Company, seed } from './company';

/** Bound people whom the company of five lacks; their OPENIDs. */
export const STAFF = {
  manager: 'openid-manager',
  hr: 'openid-hr',
  payroll: 'openid-payroll',
  other: 'openid-other-manager',
} as const;

const text = (words: string) => ({ 'zh-CN': words, en: words });

/** The manager of the five bound, HR (E0011), a manager of nobody (E0012) and payroll (E0013), for the seed. */
export function staffDocuments(): Record<'employees' | 'bindings', Record<string, unknown>[]> {
  const manager = seed().employees?.find(({ _id }) => _id === 'E0005');
  return {
    employees: [
      { ...manager, _id: 'E0011', name: '人事', nameEn: 'HR', roles: ['employee', 'hr'], job: text('HR') },
      { ...manager, _id: 'E0013', name: '薪酬', nameEn: 'Payroll', roles: ['employee', 'payroll'] },
      { ...manager, _id: 'E0012', name: '另一位主管', nameEn: 'Other manager' },
    ],
    bindings: [
      { _id: STAFF.manager, employeeId: 'E0005' },
      { _id: STAFF.hr, employeeId: 'E0011' },
      { _id: STAFF.payroll, employeeId: 'E0013' },
      { _id: STAFF.other, employeeId: 'E0012' },
    ],
  };
}

export async function addStaff(company: Company): Promise<void> {
  for (const [collection, documents] of Object.entries(staffDocuments()))
    await company.db.insertMany(collection, documents);
}

/** Changes one employee in the database. */
export async function changeEmployee(
  company: Company,
  id: string,
  change: Record<string, unknown>,
): Promise<void> {
  await company.db.updateMany('employees', { _id: id }, { $set: change });
}

/** Puts a file into cloud storage as the phone does. @returns its file id */
export async function upload(
  company: Company,
  openid: string,
  path: string,
  content: Buffer,
): Promise<string> {
  const url = `${company.url}/client/upload?path=${encodeURIComponent(path)}`;
  const reply = await fetch(url, {
    method: 'POST',
    body: new Uint8Array(content),
    headers: { 'x-demo-openid': openid },
  });
  return ((await reply.json()) as { fileID: string }).fileID;
}
