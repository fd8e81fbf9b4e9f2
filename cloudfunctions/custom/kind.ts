import { defineKind } from '../approvals/kind/registry';
import { bilingual } from '../request-types/rules-shipped';
import { plainRules } from './domain/plain-rules';

/** A company's own type: form, flow and timeline, without effects. */
export const custom = defineKind({
  name: 'custom',
  label: bilingual('其他', 'Other'),
  types: [],
  decide: plainRules,
});
