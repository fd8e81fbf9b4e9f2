import { defineKind } from '../approvals/kind/define-kind';
import { bilingual } from '../request-types/rules-shipped';
import { plainRules } from './domain/plain-rules';

/** A type of the company's own: form, flow and timeline, without an effect. */
export const custom = defineKind({
  name: 'custom',
  label: bilingual('其他', 'Other'),
  types: [],
  decide: plainRules,
});
