import { el } from '../../preview/panel/dom';
import type { TimerLine } from '../shared/console-api';
import { callApi, download } from './call-api';
import { button, bytes, type Cell, field, fill, pager, table, time } from './parts';
import { replyView } from './run-view';
import { valueView } from './value-view';
import { t } from './words';

export async function storageView(): Promise<HTMLElement[]> {
  const prefix = el('input', { spellcheck: false, placeholder: 'faces/' });
  const submit = el('button', { className: 'primary', textContent: t('query') });
  const list = el('div', { ariaLive: 'polite' });
  const show = (offset: number): Promise<void> =>
    fill(
      list,
      async () => {
        const { files, total } = await callApi('files', { prefix: prefix.value, offset });
        const rows = files.map(({ path, bytes: size, modifiedAt }): Cell[] => [
          el('code', { textContent: path }),
          bytes(size),
          time(modifiedAt),
          downloadPart(path),
        ]);
        const headings = [t('path'), t('size'), t('modified'), ''];
        return [pager(offset, total, show), table(headings, rows)];
      },
      submit,
    );
  const buttons = el('div', { className: 'buttons' }, [submit]);
  const form = el('form', {}, [field(t('prefix'), prefix), buttons]);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void show(0);
  });
  await show(0);
  return [el('section', { className: 'body' }, [form, list])];
}

function downloadPart(path: string): HTMLElement {
  const place = el('span');
  const made = button(t('download'), () =>
    fill(
      place,
      async () => {
        await download('file', { path }, path.slice(path.lastIndexOf('/') + 1));
        return [made];
      },
      made,
    ),
  );
  place.append(made);
  return place;
}

export async function timersView(): Promise<HTMLElement[]> {
  const list = el('div');
  const reply = el('div', { ariaLive: 'polite' });
  const show = (): Promise<void> => fill(list, async () => [timersTable(await callApi('timers', {}), run)]);
  const run = (name: string, trigger: HTMLButtonElement): Promise<void> =>
    fill(reply, async () => [replyView(await callApi('runTimer', { name }))], trigger).then(show);
  await show();
  return [el('section', { className: 'body' }, [list, reply])];
}

function timersTable(
  timers: readonly TimerLine[],
  run: (name: string, trigger: HTMLButtonElement) => void,
): HTMLElement {
  const rows = timers.map((timer): Cell[] => {
    const trigger = button(t('runNow'), () => run(timer.functionName, trigger));
    trigger.disabled = timer.running || timer.problem !== null;
    return [
      timer.functionName,
      timer.config ?? timer.problem ?? '',
      timer.running ? t('running') : timer.next === null ? '' : time(timer.next),
      lastRun(timer),
      trigger,
    ];
  });
  return table([t('function'), t('timer'), t('nextDue'), t('lastRun'), ''], rows);
}

function lastRun({ last }: TimerLine): Cell {
  if (!last) return t('never');
  const outcome = last.error ?? t('succeeded');
  return el('span', { className: last.error ? 'bad' : '', textContent: `${time(last.at)} · ${outcome}` });
}

export async function messagesView(): Promise<HTMLElement[]> {
  const list = el('div', { ariaLive: 'polite' });
  const show = (offset: number): Promise<void> =>
    fill(list, async () => {
      const { messages, total } = await callApi('messages', { offset });
      const rows = messages.map(({ at, touser, employeeId, templateId, page, data, by }): Cell[] => [
        time(at),
        el('code', { textContent: employeeId === null ? touser : `${employeeId} · ${touser}` }),
        el('code', { textContent: templateId }),
        valueView(data),
        el('code', { textContent: page ?? '' }),
        by,
      ]);
      const headings = (['at', 'to', 'template', 'data', 'page', 'sentBy'] as const).map((name) => t(name));
      return [pager(offset, total, show), table(headings, rows)];
    });
  await show(0);
  return [el('section', { className: 'body' }, [list])];
}
