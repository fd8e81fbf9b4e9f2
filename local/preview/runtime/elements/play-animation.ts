import type { AnimationStep } from '../api/animation';

/** Plays the `animation` attribute of a built-in: one step after the other. */
export async function playAnimation(element: HTMLElement, value: unknown): Promise<void> {
  const { actions = [] } = (value ?? {}) as { actions?: readonly AnimationStep[] };
  for (const { transform, styles, timing } of actions) {
    const { duration, delay, timingFunction, transformOrigin } = timing;
    // A style before the first frame has no start value.
    await new Promise(requestAnimationFrame);
    element.style.transition = `all ${duration}ms ${timingFunction} ${delay}ms`;
    element.style.transformOrigin = transformOrigin;
    element.style.transform = transform;
    Object.assign(element.style, styles);
    await new Promise((resolve) => setTimeout(resolve, duration + delay));
  }
}
