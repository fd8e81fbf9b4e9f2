import type { RunAs } from './console-api';

/** An event worth running. `{today}` and `{month}` in it stand for the cloud's own date, in China. */
export interface Example {
  readonly name: { readonly zh: string; readonly en: string };
  readonly event: object;
  readonly as: RunAs;
  /** Employee id or openid of the demo company. */
  readonly who?: string;
}

/** What HR runs from the console, and what shows a developer how a feature answers; by function. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  attendance: [
    {
      name: { zh: 'E0012 的今天', en: 'Today of E0012' },
      event: { action: 'today', input: {} },
      as: 'employee',
      who: 'E0012',
    },
    {
      name: { zh: 'E0012 的本月', en: 'This month of E0012' },
      event: { action: 'month', input: { month: '{month}' } },
      as: 'employee',
      who: 'E0012',
    },
  ],
  people: [
    {
      name: { zh: '生成邀请码', en: 'Make an invite code' },
      event: { action: 'createInvite', input: { employeeId: 'E0060' } },
      as: 'console',
    },
    {
      name: { zh: 'E0012 的资料', en: 'Profile of E0012' },
      event: { action: 'me', input: {} },
      as: 'employee',
      who: 'E0012',
    },
    {
      name: { zh: '未绑定的微信用户', en: 'A WeChat user who is not bound' },
      event: { action: 'me', input: {} },
      as: 'openid',
      who: 'demo_openid_stranger',
    },
  ],
};
