import type { Language } from '#contracts/common';
import type { RequestState } from '#contracts/request';

export const REQUEST_STATES: Readonly<Record<Language, Readonly<Record<RequestState, string>>>> = {
  'zh-CN': {
    pending: '审批中',
    returned: '已退回',
    approved: '已同意',
    rejected: '已拒绝',
    withdrawn: '已撤回',
    cancelled: '已撤销',
  },
  en: {
    pending: 'Pending',
    returned: 'Returned',
    approved: 'Approved',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    cancelled: 'Cancelled',
  },
};

/** Halves of a day. */
export const HALVES: Readonly<Record<Language, Readonly<Record<1 | 2, string>>>> = {
  'zh-CN': { 1: '上午', 2: '下午' },
  en: { 1: 'first half', 2: 'second half' },
};
