import type { AccountSpan } from '../../accounts/rules';
import type { KindAnswer } from './define-kind';

type Changes = Pick<KindAnswer, 'onSubmit' | 'onApprove' | 'onReject' | 'onCancel'>;

/** What a request of one span without minutes of the ledger writes. `kept`: a rejected span stays, marked. */
export function spanChanges(requestId: string, span: AccountSpan, kept = false): Changes {
  const write = (value: AccountSpan | null) => ({ spans: { [requestId]: value }, entries: {} });
  const gone = kept ? { ...span, state: 'rejected' as const } : null;
  return {
    onSubmit: write(span),
    onApprove: write({ ...span, state: 'approved' }),
    onReject: write(gone),
    onCancel: write(gone),
  };
}
