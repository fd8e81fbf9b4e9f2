import type { CallRecord, FinishedCall } from '../../cloud';
import type { RunReply } from '../../cloud/control-route';
import { el } from '../../preview/panel/dom';
import { bytes, type Cell, failure, table, time } from './parts';
import { fold, valueView } from './value-view';
import { t } from './words';

/** How a run ended: its outcome, what it returned, what it cost and what it logged. */
export function replyView(reply: RunReply): HTMLElement {
  const parts = reply.ok
    ? [el('p', { className: 'good', textContent: t('succeeded') }), valueView(reply.call.result)]
    : [failure(reply.code, reply.message)];
  return el('div', { className: 'card reply' }, [...parts, ...(reply.call ? recordParts(reply.call) : [])]);
}

/** The last calls of every function; each expands to its details. */
export function callsTable(calls: readonly FinishedCall[]): HTMLElement {
  const rows = calls.map((call): Cell[] => {
    const outcome = call.error
      ? el('span', { className: 'bad', textContent: call.error.code })
      : el('span', { className: 'good', textContent: t('succeeded') });
    const details = fold(costsOf(call), false, () =>
      el('div', {}, [
        ...(call.error ? [failure(call.error.code, call.error.message)] : []),
        ...recordParts(call),
      ]),
    );
    const identity = el('code', { textContent: identityOf(call) });
    return [time(call.at), call.functionName, identity, outcome, details];
  });
  return table([t('at'), t('function'), t('as'), t('status'), ''], rows);
}

function identityOf({ as }: FinishedCall): string {
  if (as.kind === 'user') return as.openid;
  if (as.kind === 'push') return `${t('push')} ${as.openid}`;
  return as.kind === 'timer' ? `${t('timer')} ${as.name}` : t('console');
}

function costsOf({ costs, ms }: CallRecord): string {
  const { database, scanned, returned, bytesSent, bytesReceived } = costs;
  const transferred = bytes(bytesSent + bytesReceived);
  return t('costs', { ms: Math.round(ms), database, scanned, returned, bytes: transferred });
}

function recordParts(call: CallRecord): Node[] {
  const { warnings, logs, requestId } = call;
  const parts: Node[] = [el('p', { className: 'costs', textContent: `${costsOf(call)} · ${requestId}` })];
  if (warnings.length > 0)
    parts.push(el('h3', { className: 'warn', textContent: t('warnings') }), valueView(warnings));
  if (logs.length > 0)
    parts.push(
      el('h3', { textContent: t('logs') }),
      el('pre', {
        textContent: logs.map(({ at, level, text }) => `${time(at)} ${level} ${text}`).join('\n'),
      }),
    );
  return parts;
}
