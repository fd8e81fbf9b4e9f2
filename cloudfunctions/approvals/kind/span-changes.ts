import type { AccountSpan } from '../../accounts/rules';
import type { KindAnswer } from './kind';

type Changes = Pick<KindAnswer, 'onSubmit' | 'onApprove' | 'onReject' | 'onCancel'>;

/**
 * The account changes of a request with a single span and no ledger entries. `keepRejected`: a rejected span is
 * kept with that state instead of being removed.
 */
export function spanChanges(requestId: string, span: AccountSpan, keepRejected = false): Changes {
  const write = (value: AccountSpan | null) => ({ spans: { [requestId]: value }, entries: {} });
  const removed = keepRejected ? { ...span, state: 'rejected' as const } : null;
  return {
    onSubmit: write(span),
    onApprove: write({ ...span, state: 'approved' }),
    onReject: write(removed),
    onCancel: write(removed),
  };
}
