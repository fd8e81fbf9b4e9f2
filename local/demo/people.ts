import type { Day } from '#contracts/common';
import { type City, SHIFTS } from './company';
import { demoPeople, MAIN_PERSON, STRANGER_OPENID } from './demo-person';

/** One line of the preview's person chooser. */
export interface PanelPerson {
  readonly openid: string;
  /** Null for a WeChat user that no employee is bound to. */
  readonly employeeId: string | null;
  readonly name: string;
  /** The person's role in the demo; `unbound` for the WeChat user without an employee. */
  readonly role: string;
  readonly city: City;
}

/** The selected people; the preview opens with the first. */
const CHOICES: readonly (readonly [id: string, remark: string])[] = [
  [MAIN_PERSON, ''],
  ['E0009', '主管'],
  ['E0002', '部门负责人'],
  ['E0046', '人事'],
  ['E0058', '薪酬'],
  ['E0004', '管理员'],
  ['E0036', '常跑外勤'],
  ['E0031', '北京'],
  ['E0041', '深圳'],
  ['E0051', '轮班 · 不可外勤'],
  ['E0018', ''],
  ['E0045', '外勤需审批'],
  ['E0057', '新入职'],
  ['E0044', '已离职'],
];

/** Of a larger company: one of each level of its first division. */
const MORE_CHOICES: typeof CHOICES = [
  ['E0061', '事业部负责人'],
  ['E0062', '部门负责人'],
  ['E0063', '组长'],
  ['E0064', ''],
];

/** The people of the panel, of a company of `size`. Their data does not depend on the day. */
export function people(size?: number): PanelPerson[] {
  const choices = [...CHOICES, ...MORE_CHOICES];
  const known = Number(MORE_CHOICES.at(-1)?.[0].slice(1));
  const listed = demoPeople('2026-01-01' as Day, Math.min(size ?? 0, known));
  const everybody = new Map(listed.map((person) => [person.id, person]));
  const bound = choices.flatMap(([id, remark]): PanelPerson[] => {
    const person = everybody.get(id);
    if (!person) return [];
    const words = [person.job['zh-CN'], SHIFTS[person.shift].name['zh-CN'], remark].filter(Boolean);
    return [
      {
        openid: person.openid,
        employeeId: id,
        name: person.name,
        role: words.join(' · '),
        city: person.city,
      },
    ];
  });
  const codes = [...everybody.values()].flatMap(({ inviteCode }) => inviteCode ?? []);
  const stranger: PanelPerson = {
    openid: STRANGER_OPENID,
    employeeId: null,
    name: `未绑定的微信用户（邀请码 ${codes.join('、')}）`,
    role: 'unbound',
    city: 'shanghai',
  };
  return [...bound, stranger];
}
