import { defineKind } from '../approvals/kind/registry';
import { sealRules } from './domain/seal-rules';
import { sealType } from './shipped-type';

/** 用印申请 Use of a seal: approved by the department head, then by administration. */
export const seal = defineKind({
  name: 'seal',
  types: [sealType],
  decide: sealRules,
  firstValues: () => ({ copies: 1 }),
});
