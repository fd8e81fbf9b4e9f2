import { bilingual, choiceField, flow, reasonField, shippedType, step } from '../request-types/rules-shipped';

/** The default request type; a company adds its own seals as options. */
export const sealType = shippedType(
  'seal',
  bilingual('用印申请', 'Use of a seal'),
  [
    choiceField('seal', bilingual('印章', 'Seal'), {
      company: bilingual('公章', 'Company seal'),
      contract: bilingual('合同专用章', 'Contract seal'),
      finance: bilingual('财务专用章', 'Finance seal'),
      representative: bilingual('法定代表人名章', "Legal representative's seal"),
    }),
    { id: 'copies', kind: 'number', label: bilingual('份数', 'Copies'), required: true, from: 1, to: 999 },
    {
      id: 'files',
      kind: 'file',
      label: bilingual('用印文件', 'Documents to be sealed'),
      required: true,
      most: 9,
    },
    reasonField(true),
  ],
  flow([
    step('department', bilingual('部门负责人', 'Head of department'), { by: 'department-head' }),
    step('administration', bilingual('行政', 'Administration'), { by: 'role', role: 'admin' }),
  ]),
);
