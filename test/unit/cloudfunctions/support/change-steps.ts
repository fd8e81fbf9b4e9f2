import { newKey, PEOPLE, type RequestCompany, type Who } from './request-company';

const text = (words: string) => ({ 'zh-CN': words, en: words });

export const holiday = (...list: string[]) =>
  list.map((day) => ({ day, kind: 'holiday', name: text('春节') }));
export const makeup = (day: string) => [{ day, kind: 'makeup', name: text('补班') }];
/** The company's days of 2027, which has no public arrangement yet. */
export const year = (list: object[], rev = 0) => ({ year: '2027', rev, days: list });

/** What people and HR do in tests of changes that touch requests, and what is read afterwards. */
export function stepsIn(company: RequestCompany) {
  const submit = async (who: Who, typeId: string, values: object) => {
    const { data, error } = await company.ask(who, 'submit', { key: newKey(), typeId, version: 1, values });
    expect(error).toBeUndefined();
    return data;
  };
  const approve = async ({ id, rev }: { id: string; rev: number }, by: Who = 'head'): Promise<void> => {
    const { data, error } = await company.ask(by, 'decide', { id, rev, verb: 'approve' });
    expect(error).toBeUndefined();
    // Three days and more need the manager's manager as well.
    if (data.state === 'pending' && by === 'head') await approve(data, 'boss');
  };
  const leave = async (leaveType: string, from: string, to: string, who: Who = 'staff') =>
    submit(who, 'leave', { leaveType, period: { unit: 'day', from, to }, reason: '家事', files: [] });
  const approvedLeave = async (leaveType: string, from: string, to: string) => {
    const request = await leave(leaveType, from, to);
    await approve(request);
    return request;
  };
  const hr = (action: string, input: object) =>
    company.act(`openid-of-${PEOPLE.hr.toLowerCase()}`, action, input);
  const saveCalendar = async (list: object[], rev = 0) => {
    const { error } = await hr('saveCalendar', year(list, rev));
    expect(error).toBeUndefined();
  };
  const preview = async (cause: string, input: object) =>
    (await company.ask('hr', 'previewChange', { cause, input })).data;
  const stored = (id: string) => company.db.get('requests', id);
  const account = () => company.db.get('accounts', PEOPLE.staff);
  const balance = async (typeId: string) => {
    const { data } = await company.ask('staff', 'balances');
    return data.balances.find(({ type }: { type: { id: string } }) => type.id === typeId);
  };
  const messagesTo = async (who: Who) =>
    (await company.db.find('messages')).filter(
      ({ to, event }) =>
        (to as string[]).includes(PEOPLE[who]) && (event === 'request.recounted' || event === 'change.open'),
    );
  /** The second pass, once no instance remembers the schedule from before. */
  const secondPass = async () => {
    company.clock.advance(180_000);
    await company.tick();
  };
  const day = async (month: string, date: string) => {
    const { data } = await company.act(`openid-of-${PEOPLE.staff.toLowerCase()}`, 'month', { month });
    return data.days.find((each: { day: string }) => each.day === date);
  };

  return {
    submit,
    approve,
    leave,
    approvedLeave,
    hr,
    saveCalendar,
    preview,
    stored,
    account,
    balance,
    messagesTo,
    secondPass,
    day,
  };
}
