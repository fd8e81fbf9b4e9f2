import type { ChangeEntry } from './change';
import type { LocalText, NoInput, PageOf } from './common';
import type { CompanyRuleSettings, CompanyRulesAnswer, RuleSource } from './company-rules';
import type { FormField } from './form';
import type { LeaveTypeAnswer, LeaveTypeSettings } from './leave-type';
import type { PersonBrief } from './person';
import type { RecordFault } from './record-fault';
import type { RequestType } from './request-type';

/** Actions of the `requests` function about its rules as data, beside `listTypes` and `saveType`. */
export interface RequestRulesContract {
  /** Administrator: what the editor of a request type needs. Without an id: for a new one. */
  requestType: {
    input: { id?: string };
    output: {
      readonly type: RequestType | null;
      /** Fields that the rules of a shipped kind read: they stay, with their kind and options. */
      readonly needed: readonly FormField[];
      readonly people: readonly PersonBrief[];
      readonly departments: readonly {
        readonly id: string;
        readonly name: LocalText;
        readonly depth: number;
      }[];
      readonly history: readonly ChangeEntry[];
    };
  };
  /** HR and administrators: stored documents that are left out everywhere because they cannot be used. */
  dataFaults: { input: { cursor?: string }; output: PageOf<RecordFault> };
  /** HR and administrators. */
  leaveTypes: {
    input: NoInput;
    output: { readonly types: readonly (LeaveTypeAnswer & { readonly shipped: boolean })[] };
  };
  leaveType: {
    input: { id: string };
    output: LeaveTypeAnswer & { readonly shipped: boolean; readonly history: readonly ChangeEntry[] };
  };
  /** A new type has the expected version 0, as has a shipped one that nobody has changed. */
  saveLeaveType: {
    input: { type: Omit<LeaveTypeSettings, 'version'>; expectedVersion: number };
    output: LeaveTypeAnswer;
  };
  companyRules: {
    input: NoInput;
    output: CompanyRulesAnswer & {
      readonly shipped: CompanyRuleSettings;
      readonly sources: Readonly<Record<RuleSource, LocalText>>;
      readonly history: readonly ChangeEntry[];
    };
  };
  saveCompanyRules: {
    input: { rules: CompanyRuleSettings; expectedVersion: number };
    output: CompanyRulesAnswer;
  };
}
