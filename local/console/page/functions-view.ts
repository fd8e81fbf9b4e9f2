import { el } from '../../preview/panel/dom';
import { instantOfChinaTime } from '../../preview/shared/china-time';
import type { FunctionStatus, RunText } from '../shared/console-api';
import { callApi } from './call-api';
import { type Draft, exampleList, shippedExamples } from './example-list';
import { IdentityPicker } from './identity-picker';
import { failure, field, fill } from './parts';
import { type Route, sideList } from './route';
import { callsTable, replyView } from './run-view';
import { t } from './words';

/** The last run of each function, until the page is closed. */
const drafts = new Map<string, Draft>();

export async function functionsView({ item }: Route): Promise<HTMLElement[]> {
  const [functions, { now }] = await Promise.all([callApi('functions', {}), callApi('state', {})]);
  const chosen = functions.find(({ name }) => name === item) ?? functions[0];
  const calls = el('div', { className: 'calls' });
  const showCalls = (): Promise<void> => fill(calls, async () => [callsTable(await callApi('runs', {}))]);
  await showCalls();
  const body = el('section', { className: 'body' }, [
    ...(chosen ? functionParts(chosen, now, showCalls) : []),
    el('h2', { textContent: t('recentRuns') }),
    calls,
  ]);
  return [sideList('functions', functions, chosen?.name), body];
}

function functionParts(status: FunctionStatus, now: number, ended: () => Promise<void>): HTMLElement[] {
  const { name, timeoutMs, memoryMb, timer, problem } = status;
  const title = el('h2', { textContent: name });
  if (problem !== null) return [title, failure('', problem)];
  const config = t('config', { timeout: timeoutMs / 1000, memory: memoryMb });
  const timerText = timer ? `${t('timer')} ${timer}` : t('noTimer');
  const reply = el('div', { ariaLive: 'polite' });
  const form = runForm(name, now, (text, trigger) => {
    void fill(reply, async () => [replyView(await callApi('run', text))], trigger).then(ended);
  });
  return [title, el('p', { className: 'label', textContent: `${config} · ${timerText}` }), form, reply];
}

function runForm(
  name: string,
  now: number,
  run: (text: RunText, trigger: HTMLButtonElement) => void,
): HTMLElement {
  const event = el('textarea', { rows: 5, spellcheck: false });
  const instant = el('input', { type: 'datetime-local', step: '1' });
  const identity = new IdentityPicker();
  const submit = el('button', { className: 'primary', textContent: t('run') });
  const draft = (): Draft => ({ event: event.value, ...identity.value });
  const use = (chosen: Draft): void => {
    event.value = chosen.event;
    identity.value = chosen;
  };
  use(drafts.get(name) ?? shippedExamples(name, now)[0] ?? { event: '{}', as: 'console', who: '' });
  const form = el('form', {}, [
    exampleList({ functionName: name, now, draft, use }),
    field(t('event'), event, 'field wide'),
    ...identity.parts,
    field(t('now'), instant),
    el('div', { className: 'buttons' }, [submit]),
  ]);
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    drafts.set(name, draft());
    run({ name, ...draft(), now: instant.value === '' ? null : instantOfChinaTime(instant.value) }, submit);
  });
  return form;
}
