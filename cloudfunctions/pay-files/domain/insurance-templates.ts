import type { Day, Language, LocalText } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import { type ContributionId, nameIn, type PaidPerson } from './paid-person';
import { column, type FileColumn, type FileTemplate, someAmount, text } from './template';

const NAMES: Readonly<Record<ContributionId, LocalText>> = {
  pension: { 'zh-CN': '养老', en: 'Pension' },
  medical: { 'zh-CN': '医疗', en: 'Medical' },
  unemployment: { 'zh-CN': '失业', en: 'Unemployment' },
  injury: { 'zh-CN': '工伤', en: 'Injury' },
  maternity: { 'zh-CN': '生育', en: 'Maternity' },
  fund: { 'zh-CN': '公积金', en: 'Fund' },
  supplementaryFund: { 'zh-CN': '补充公积金', en: 'Supplementary fund' },
};
const SIDES = {
  employer: { 'zh-CN': '（单位）', en: ' (company)' },
  employee: { 'zh-CN': '（个人）', en: ' (own)' },
} as const;
const HEADS = {
  employeeId: { 'zh-CN': '工号', en: 'Employee' },
  name: { 'zh-CN': '姓名', en: 'Name' },
  idNumber: { 'zh-CN': '证件号码', en: 'ID number' },
  city: { 'zh-CN': '参保城市', en: 'City' },
  total: { 'zh-CN': '合计', en: 'Total' },
} as const;

const sides = (id: ContributionId, language: Language): FileColumn<PaidPerson>[] => [
  column(NAMES[id][language] + SIDES.employer[language], ({ employer }) => someAmount(employer[id])),
  column(NAMES[id][language] + SIDES.employee[language], ({ employee }) => someAmount(employee[id])),
];
const sum = ({ employee, employer }: PaidPerson): Fen =>
  [...Object.values(employee), ...Object.values(employer)].reduce((all, each) => all + each, 0) as Fen;

/** There is no national file: a list of what is paid of both sides, to compare with what the offices ask for. */
export const insuranceList = (language: Language): FileTemplate<PaidPerson> => ({
  ...{ id: 'insurance-list', name: { 'zh-CN': '社保公积金明细', en: 'Insurance and fund by person' } },
  ...{ format: 'xlsx', sheet: language === 'en' ? 'Insurance and fund' : '社保公积金', total: sum },
  ...{ totalTitle: HEADS.total[language], since: '2026-01-01' as Day },
  columns: [
    column(HEADS.employeeId[language], ({ employeeId }) => text(employeeId)),
    column(HEADS.name[language], (person) => text(nameIn(person, language))),
    column(HEADS.idNumber[language], ({ idNumber }) => text(idNumber)),
    column(HEADS.city[language], ({ city }) => text(city[language])),
    ...(Object.keys(NAMES) as ContributionId[]).flatMap((id) => sides(id, language)),
    column(HEADS.total[language], (person) => someAmount(sum(person))),
  ],
  source: {
    'zh-CN': '内部明细，用于和社保、公积金系统的应缴数核对',
    en: 'A list of our own, to compare with what the offices of insurance and fund ask for',
  },
});

/** The form of 12 columns that one city asks for when somebody joins. */
export const JOINING_FORM: FileTemplate<PaidPerson> = {
  ...{ id: 'insurance-join-12', name: { 'zh-CN': '参保增员表（12 栏）', en: 'Joining form (12 columns)' } },
  ...{ format: 'xlsx', sheet: '增员', total: () => 0 as Fen, totalTitle: null, since: '2026-01-01' as Day },
  columns: [
    column('姓名', ({ name }) => text(name)),
    column('个人代码'),
    column('证件号码', ({ idNumber }) => text(idNumber)),
    column('参保开始年月', ({ hiredOn }) => text(hiredOn.slice(0, 7).replace('-', ''))),
    ...['月缴费工资', '变更原因', '用工形式', '是否补收', '参加工作时间'].map((title) =>
      column<PaidPerson>(title),
    ),
    column('联系电话', ({ phone }) => text(phone)),
    ...['户口性质', '户籍地址'].map((title) => column<PaidPerson>(title)),
  ],
  source: {
    'zh-CN': '一个城市的增员表（城市未注明）；栏目按你所在城市下载的模板核对',
    en: 'The joining form of one city that is not named; compare the columns with the template of your city',
  },
};
