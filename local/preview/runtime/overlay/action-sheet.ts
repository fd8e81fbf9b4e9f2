import { make, makeButton, overlayLayer } from './layer';
import { t } from './words';

export interface ActionSheetOptions {
  itemList?: string[];
  itemColor?: string;
  alertText?: string;
}

/** Resolves with the index of the chosen item, null if it was cancelled. */
export function showActionSheet({
  itemList = [],
  itemColor,
  alertText,
}: ActionSheetOptions): Promise<number | null> {
  return new Promise((resolve) => {
    const mask = make('div', 'mp-mask mp-bottom');
    const sheet = make('div', 'mp-sheet');
    const close = (index: number | null): void => {
      mask.remove();
      resolve(index);
    };
    if (alertText) sheet.append(make('p', 'mp-sheet-hint', alertText));
    itemList.forEach((text, index) => {
      const item = makeButton('mp-sheet-item', text, () => close(index));
      item.style.color = itemColor ?? '';
      sheet.append(item);
    });
    sheet.append(makeButton('mp-sheet-item mp-sheet-cancel', t('cancel'), () => close(null)));
    mask.addEventListener('click', (event) => {
      if (event.target === mask) close(null);
    });
    mask.append(sheet);
    overlayLayer().append(mask);
  });
}
