import { defineKind } from '../approvals/kind/registry';
import { fieldRules } from './domain/field-rules';
import { fieldType } from './shipped-type';

/** 外勤打卡 Field punch that needs approval; queued by attendance. */
export const fieldPunch = defineKind({
  name: 'field',
  types: [fieldType],
  usesAccount: true,
  changesDays: true,
  evidence: ['punchKey', 'day', 'time', 'photo'],
  decide: fieldRules,
});
