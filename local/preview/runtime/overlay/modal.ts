import { make, makeButton, overlayLayer } from './layer';
import { t } from './words';

export interface ModalOptions {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  confirmText?: string;
  cancelColor?: string;
  confirmColor?: string;
  editable?: boolean;
  placeholderText?: string;
}

export interface ModalAnswer {
  readonly confirm: boolean;
  readonly cancel: boolean;
  /** What was typed, if the dialog was editable. */
  readonly content: string | null;
}

/** WeChat's dialog; resolves with the button that was pressed. */
export function showModal(options: ModalOptions): Promise<ModalAnswer> {
  return new Promise((resolve) => {
    const mask = make('div', 'mp-mask mp-center');
    const box = make('div', 'mp-modal');
    box.setAttribute('role', 'dialog');
    if (options.title) box.append(make('h3', '', options.title));
    const field = options.editable ? editor(options) : null;
    box.append(field ?? make('p', '', options.content ?? ''));
    const close = (confirm: boolean): void => {
      mask.remove();
      resolve({ confirm, cancel: !confirm, content: field && confirm ? field.value : null });
    };
    const buttons = make('div', 'mp-modal-buttons');
    if (options.showCancel !== false) {
      const cancel = makeButton('mp-cancel', options.cancelText ?? t('cancel'), () => close(false));
      cancel.style.color = options.cancelColor ?? '';
      buttons.append(cancel);
    }
    const confirm = makeButton('mp-confirm', options.confirmText ?? t('confirm'), () => close(true));
    confirm.style.color = options.confirmColor ?? '';
    buttons.append(confirm);
    box.append(buttons);
    mask.append(box);
    overlayLayer().append(mask);
  });
}

function editor({ content, placeholderText }: ModalOptions): HTMLTextAreaElement {
  const field = document.createElement('textarea');
  field.value = content ?? '';
  field.placeholder = placeholderText ?? '';
  return field;
}
