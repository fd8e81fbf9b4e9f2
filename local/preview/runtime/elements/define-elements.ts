import { BaseElement } from './base-element';
import { CanvasElement } from './canvas';
import {
  CheckboxElement,
  CheckboxGroupElement,
  LabelElement,
  RadioElement,
  RadioGroupElement,
  SwitchElement,
} from './choice';
import { ButtonElement, FormElement } from './form';
import { IconElement, ProgressElement, SliderElement } from './indicators';
import { MapElement } from './map';
import { MatchMediaElement } from './match-media';
import { CameraElement, ImageElement, WebViewElement } from './media';
import { MovableAreaElement, MovableViewElement } from './movable';
import { OpenDataElement } from './open-data';
import { PageContainerElement } from './page-container';
import { NavigatorElement, PageMetaElement, RootPortalElement } from './page-parts';
import { PickerElement } from './picker';
import { PickerViewColumnElement, PickerViewElement } from './picker-view';
import { RichTextElement } from './rich-text';
import { ScrollViewElement } from './scrolling';
import { SwiperElement } from './swiper';
import { TextElement } from './text';
import { InputElement, TextareaElement } from './text-field';
import { VideoElement } from './video';

const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  button: ButtonElement,
  camera: CameraElement,
  canvas: CanvasElement,
  'cover-image': class extends ImageElement {},
  checkbox: CheckboxElement,
  'checkbox-group': CheckboxGroupElement,
  form: FormElement,
  icon: IconElement,
  image: ImageElement,
  input: InputElement,
  label: LabelElement,
  map: MapElement,
  'match-media': MatchMediaElement,
  'movable-area': MovableAreaElement,
  'movable-view': MovableViewElement,
  navigator: NavigatorElement,
  'open-data': OpenDataElement,
  'page-container': PageContainerElement,
  'page-meta': PageMetaElement,
  picker: PickerElement,
  'picker-view': PickerViewElement,
  'picker-view-column': PickerViewColumnElement,
  progress: ProgressElement,
  radio: RadioElement,
  'radio-group': RadioGroupElement,
  'rich-text': RichTextElement,
  'root-portal': RootPortalElement,
  'scroll-view': ScrollViewElement,
  slider: SliderElement,
  swiper: SwiperElement,
  switch: SwitchElement,
  text: TextElement,
  textarea: TextareaElement,
  video: VideoElement,
  'web-view': WebViewElement,
};

/** Boxes without their own behaviour. */
const PLAIN = ['view', 'swiper-item', 'cover-view'];
/** Above the keyboard of a phone, which does not come up in a browser: not drawn. */
const HIDDEN = ['keyboard-accessory'];
/** Filled by WeChat's servers on a phone: an advertisement, an account to follow. Here they are empty. */
const EMPTY = ['ad', 'ad-custom', 'official-account'];

export function defineElements(): void {
  for (const [name, element] of Object.entries(ELEMENTS)) customElements.define(`wx-${name}`, element);
  for (const name of [...PLAIN, ...EMPTY, ...HIDDEN])
    customElements.define(`wx-${name}`, class extends BaseElement {});
}
