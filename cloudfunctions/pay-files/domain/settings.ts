import type { LocalText } from '#contracts/common';
import type { PayFileSettings } from '#contracts/pay-files';
import type { CostCentre } from './paid-person';

/** Accounts of 企业会计准则, which most charts of accounts follow; the company changes what it has otherwise. */
export const USUAL_SETTINGS: PayFileSettings = {
  payer: { name: '', account: '', bank: '' },
  accounts: {
    wagesPayable: { code: '2211.01', name: '应付职工薪酬-工资' },
    insurancePayable: { code: '2211.02', name: '应付职工薪酬-社会保险费' },
    fundPayable: { code: '2211.03', name: '应付职工薪酬-住房公积金' },
    bank: { code: '1002', name: '银行存款' },
    incomeTax: { code: '2221.01', name: '应交税费-应交个人所得税' },
    keptInsurance: { code: '2241.01', name: '其他应付款-社会保险费' },
    keptFund: { code: '2241.02', name: '其他应付款-住房公积金' },
    keptOther: { code: '2241.03', name: '其他应付款-其他' },
    owed: { code: '1221', name: '其他应收款-员工' },
  },
  expense: { code: '6602.01', name: '管理费用-工资' },
  centres: [],
};

interface Department {
  readonly _id: string;
  readonly name: LocalText;
  /** Ids from the root down to the parent. */
  readonly path: readonly string[];
}

/** Departments are cost centres; their expense is that of the nearest department above which has one of its own. */
export function centreOf(department: Department | undefined, settings: PayFileSettings): CostCentre {
  if (!department) return { id: '-', name: { 'zh-CN': '', en: '' }, account: settings.expense };
  const nearest = [...department.path, department._id].reverse();
  const own = nearest
    .map((id) => settings.centres.find(({ departmentId }) => departmentId === id))
    .find((each) => each !== undefined);
  return { id: department._id, name: department.name, account: own?.account ?? settings.expense };
}
