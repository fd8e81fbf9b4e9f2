import { defineKind } from '../approvals/kind/define-kind';
import { plainRules } from './domain/plain-rules';

/** A type of the company's own: form, flow and timeline, without an effect. */
export const custom = defineKind({ name: 'custom', types: [], decide: plainRules });
