import { make, makeButton, overlayLayer } from './layer';
import { t } from './words';

export interface PickerSheet {
  readonly title: string;
  /** Labels of each column, given what is chosen in all of them. */
  readonly columns: (chosen: readonly number[]) => readonly (readonly string[])[];
  readonly chosen: readonly number[];
  readonly columnChanged?: (column: number, index: number) => void;
}

/** WeChat's wheel as lists to tap; resolves with the index in each column, null if cancelled. */
export function showPickerSheet(options: PickerSheet): Promise<readonly number[] | null> {
  return new Promise((resolve) => {
    const chosen = [...options.chosen];
    const mask = make('div', 'mp-mask mp-bottom');
    const sheet = make('div', 'mp-sheet mp-picker');
    const close = (answer: readonly number[] | null): void => {
      mask.remove();
      resolve(answer);
    };
    const head = make('div', 'mp-picker-head');
    const cancel = makeButton('mp-cancel', t('cancel'), () => close(null));
    const confirm = makeButton('mp-confirm', t('confirm'), () => close(chosen));
    head.append(cancel, make('span', '', options.title), confirm);
    const body = make('div', 'mp-picker-columns');
    const draw = (): void => {
      const columns = options.columns(chosen);
      columns.forEach((labels, column) => {
        chosen[column] = Math.max(0, Math.min(chosen[column] ?? 0, labels.length - 1));
      });
      const lists = columns.map((labels, column) =>
        columnList(labels, chosen[column] ?? 0, (index) => {
          chosen[column] = index;
          options.columnChanged?.(column, index);
          draw();
        }),
      );
      body.replaceChildren(...lists);
      for (const list of lists) list.querySelector('.mp-on')?.scrollIntoView({ block: 'center' });
    };
    sheet.append(head, body);
    mask.append(sheet);
    overlayLayer().append(mask);
    draw();
  });
}

function columnList(labels: readonly string[], chosen: number, choose: (index: number) => void): HTMLElement {
  const list = make('div', 'mp-picker-column');
  list.setAttribute('role', 'listbox');
  labels.forEach((label, index) => {
    const item = makeButton(index === chosen ? 'mp-on' : '', label, () => choose(index));
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', String(index === chosen));
    list.append(item);
  });
  return list;
}
