import { type Company, OFFICE, openCompany, seed } from './company';

/** People beside those of the company, who run it; their OPENIDs. */
export const STAFF = {
  manager: 'openid-manager',
  hr: 'openid-hr',
  admin: 'openid-admin',
  keeper: 'openid-screen-keeper',
  payroll: 'openid-payroll',
} as const;

type Documents = Record<string, Record<string, unknown>[]>;

function person(id: string, more: Record<string, unknown>) {
  const [template] = seed().employees ?? [];
  return { ...template, _id: id, name: `王${id}`, nameEn: `Ming ${id}`, ...more };
}

/** The staff and a second site, which E0001 may not use. */
export function staffDocuments(): Documents {
  return {
    employees: [
      person('E0011', { roles: ['employee', 'hr'], departmentId: 'D1', managerId: null }),
      person('E0012', { roles: ['employee', 'admin'], departmentId: 'D1', managerId: null }),
      person('E0013', { roles: ['employee'], departmentId: 'D1', managerId: null }),
      person('E0014', { roles: ['employee', 'payroll'], departmentId: 'D1', managerId: null }),
    ],
    bindings: [
      { _id: STAFF.manager, employeeId: 'E0005' },
      { _id: STAFF.hr, employeeId: 'E0011' },
      { _id: STAFF.admin, employeeId: 'E0012' },
      { _id: STAFF.keeper, employeeId: 'E0013' },
      { _id: STAFF.payroll, employeeId: 'E0014' },
    ],
    sites: [
      {
        _id: 'S2',
        version: 1,
        name: { 'zh-CN': '二号楼', en: 'Second house' },
        ...OFFICE,
        radius: 200,
        tolerance: 50,
        screenKeepers: ['E0013'],
      },
    ],
  };
}

/** The company with its staff. */
export async function openOffice(now: string, options: Parameters<typeof openCompany>[1] = {}) {
  const company: Company = await openCompany(now, options);
  for (const [name, documents] of Object.entries(staffDocuments()))
    await company.db.insertMany(name, documents);
  return company;
}

/** This many more employees, each like this one. @returns their documents */
export async function addCopies({ db }: Pick<Company, 'db'>, employeeId: string, count: number) {
  const template = await db.get('employees', employeeId);
  const copies = Array.from({ length: count }, (_, index) => ({
    ...template,
    _id: `F${String(index).padStart(4, '0')}`,
  }));
  await db.insertMany('employees', copies);
  return copies;
}
