import type { CloudPort, DemoPerson } from '../cloud-port';

/** A WeChat user whom no employee is bound to: for the binding page. */
const UNBOUND: DemoPerson = { openid: 'demo-unbound-user', name: '未绑定用户', role: 'unbound' };

/** The selectable people: the demo people, and at least one who is not bound yet. */
export async function listPeople(cloud: CloudPort): Promise<readonly DemoPerson[]> {
  const people = await cloud.people();
  return people.some(({ role }) => role === 'unbound') ? people : [...people, UNBOUND];
}
