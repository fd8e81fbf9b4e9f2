import type { RequestDetail } from '../../../typings/contracts/requests';
import { paymentBrief } from '../../expense/actions/list-payments';
import { findPayment } from '../../expense/data/expense-payments';
import { findHandoverOfRequest } from '../../resignation/data/handover-tasks';
import type { RequestDocument } from '../domain/request/request';

/** What an approved expense or resignation has led to; one more read for these, none for others. */
export async function followedFrom({
  _id,
  kind,
  state,
  cancels,
}: RequestDocument): Promise<Pick<RequestDetail, 'payment' | 'handover'>> {
  const none = { payment: null, handover: null };
  if (state !== 'approved' || cancels !== null) return none;
  if (kind === 'expense') {
    const payment = await findPayment(_id);
    return { ...none, payment: (payment && paymentBrief(payment)[0]) ?? null };
  }
  if (kind !== 'resignation') return none;
  const tasks = (await findHandoverOfRequest(_id)).filter((task) => task.state !== 'dropped');
  const open = tasks.filter((task) => task.state === 'open').length;
  return { ...none, handover: tasks.length > 0 ? { open, total: tasks.length } : null };
}
