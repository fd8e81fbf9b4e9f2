import '../../../../../miniprogram/features/people/words/words';
import type { Instant } from '#contracts/common';
import {
  batchesOf,
  blankInvites,
  type InvitesModel,
  toggled,
  withAnswer,
} from '../../../../../miniprogram/features/people/pages/invites/invites.model';
import {
  invitesView,
  messageOf,
} from '../../../../../miniprogram/features/people/pages/invites/invites.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { at } from '../../support/today';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const department = { 'zh-CN': '前端组', en: 'Front End' };
const person = (id: string, invitedUntil: Instant | null = null) => ({
  id,
  name: `员工${id}`,
  nameEn: '',
  department,
  invitedUntil,
});
const model = (more: Partial<InvitesModel> = {}): InvitesModel => ({
  ...blankInvites,
  people: [person('E1'), person('E2', at('18:00'))],
  departments: [{ id: 'D1', name: department, parentId: null }],
  ...more,
});
const answer = {
  expiresAt: at('18:00'),
  invites: [{ id: 'E1', name: '员工E1', nameEn: '', code: 'ABCD2345' }],
  refused: [{ id: 'E2', reason: 'roles' as const }],
};

it('says who is not bound yet, and who has a code', () => {
  const { rows, mode, mayMake } = invitesView(model({ chosen: ['E1'] }), zh);
  expect(mode).toBe('ready');
  expect(mayMake).toBe(true);
  expect(rows).toMatchObject([
    { on: true, name: '员工E1', note: 'E1 · 前端组' },
    { on: false, note: expect.stringContaining('邀请码') },
  ]);
  expect(invitesView(model({ people: [] }), zh).mode).toBe('empty');
  expect(invitesView(model({ people: null }), zh).mode).toBe('loading');
});

it('selects one, all that are shown, or none', () => {
  expect(toggled(toggled([], 'E1'), 'E2')).toEqual(['E1', 'E2']);
  expect(toggled(['E1', 'E2'], 'E1')).toEqual(['E2']);
  expect(invitesView(model({ chosen: ['E1', 'E2'] }), en).text.all).toBe('Select none');
});

it('asks for twenty at a time', () => {
  const ids = Array.from({ length: 45 }, (_, index) => `E${index}`);
  expect(batchesOf(ids).map((batch) => batch.length)).toEqual([20, 20, 5]);
  expect(batchesOf(ids).flat()).toEqual(ids);
  expect(batchesOf([])).toEqual([]);
});

it('shows the codes that were made, says who got none, and keeps the others chosen', () => {
  const before = model({ chosen: ['E1', 'E2', 'E3'] });
  const after = { ...before, ...withAnswer(before, answer) };
  expect(after.chosen).toEqual(['E3']);
  const view = invitesView(after, zh);
  expect(view.mode).toBe('made');
  expect(view.invites).toEqual([{ id: 'E1', name: '员工E1', code: 'ABCD 2345' }]);
  expect(view.refused).toEqual([
    { id: 'E2', text: '员工E2：是人事、薪酬或管理员，请兼有相同角色的管理员来发' },
  ]);
  expect(after.people?.[0]?.invitedUntil).toBe(answer.expiresAt);
});

it('replaces the code of a person who is invited again', () => {
  const first = { ...model(), ...withAnswer(model(), answer) };
  const again = { ...answer, invites: [{ ...answer.invites[0], code: 'WXYZ6789' } as never], refused: [] };
  const { made } = withAnswer(first, again);
  expect(made?.invites.map(({ code }) => code)).toEqual(['WXYZ6789']);
});

it('writes what is passed on to the person', () => {
  const text = messageOf('员工E1', 'ABCD2345', at('18:00'), zh);
  expect(text).toContain('员工E1：同心人事的邀请码是 ABCD 2345');
  expect(text).toContain('18:00');
});

it('shows the QR code of one person', () => {
  const open = { ...model(), ...withAnswer(model(), answer), shownId: 'E1' };
  expect(invitesView(open, zh).shown).toEqual({ name: '员工E1', code: 'ABCD2345', grouped: 'ABCD 2345' });
});
