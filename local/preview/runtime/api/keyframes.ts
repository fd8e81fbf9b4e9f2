import { rpxToVw } from '../../build/rpx';
import { domOf } from '../framework/backend';
import { transformOf } from './animation';
import type { Instance } from './selector-query';

/** One frame of `this.animate`: style properties, transforms as properties of their own, `offset` and `ease`. */
type Frame = Readonly<Record<string, unknown>>;

const inVw = (value: unknown): string | number =>
  typeof value === 'number' ? value : rpxToVw(String(value));

function keyframeOf(frame: Frame): Keyframe {
  const transforms: string[] = [];
  const keyframe: Keyframe = {};
  for (const [name, value] of Object.entries(frame)) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    const transform = transformOf(name, values.map(inVw));
    if (transform !== undefined) transforms.push(transform);
    else if (name === 'ease') keyframe.easing = String(value);
    else if (name === 'offset') keyframe.offset = Number(value);
    else keyframe[name] = inVw(value);
  }
  if (transforms.length > 0) keyframe.transform = transforms.join(' ');
  return keyframe;
}

const elementsOf = ({ _$: component }: Instance, selector: string): HTMLElement[] =>
  (component.getShadowRoot()?.querySelectorAll(selector) ?? [])
    .map((element) => domOf(element))
    .filter((dom) => dom !== null);

/**
 * Plays keyframes on the selected elements of the component and keeps the last one.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/view/animation.html
 */
export function animate(
  owner: Instance,
  selector: string,
  frames: readonly Frame[],
  duration: number,
  done?: () => void,
): void {
  const played = elementsOf(owner, selector).map((dom) =>
    dom.animate(frames.map(keyframeOf), { duration, fill: 'forwards' }),
  );
  // A cleared animation has not ended.
  Promise.all(played.map(({ finished }) => finished)).then(
    () => done?.(),
    () => undefined,
  );
}

/** Removes the styles that `animate` left; then calls `done`. */
export function clearAnimation(
  owner: Instance,
  selector: string,
  options?: object | (() => void),
  done?: () => void,
): void {
  for (const dom of elementsOf(owner, selector)) for (const played of dom.getAnimations()) played.cancel();
  const told = typeof options === 'function' ? (options as () => void) : done;
  told?.();
}
