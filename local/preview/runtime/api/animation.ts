export interface AnimationTiming {
  duration?: number;
  delay?: number;
  timingFunction?: string;
  transformOrigin?: string;
}

export interface AnimationStep {
  readonly transform: string;
  readonly styles: Readonly<Record<string, string>>;
  readonly timing: Required<AnimationTiming>;
}

type Values = readonly (number | string)[];
type Unit = 'px' | 'deg' | '';

/** Functions of a transform, and the unit of a plain number in each. */
const TRANSFORMS: Readonly<Record<string, Unit>> = {
  rotate: 'deg',
  rotateX: 'deg',
  rotateY: 'deg',
  rotateZ: 'deg',
  rotate3d: '',
  scale: '',
  scaleX: '',
  scaleY: '',
  scaleZ: '',
  scale3d: '',
  skew: 'deg',
  skewX: 'deg',
  skewY: 'deg',
  translate: 'px',
  translateX: 'px',
  translateY: 'px',
  translateZ: 'px',
  translate3d: 'px',
  matrix: '',
  matrix3d: '',
};
const STYLES: Readonly<Record<string, Unit>> = {
  opacity: '',
  backgroundColor: '',
  width: 'px',
  height: 'px',
  left: 'px',
  right: 'px',
  top: 'px',
  bottom: 'px',
};
const DEFAULT_TIMING: Required<AnimationTiming> = {
  duration: 400,
  delay: 0,
  timingFunction: 'linear',
  transformOrigin: '50% 50% 0',
};

const withUnit = (value: number | string, unit: Unit): string =>
  typeof value === 'number' ? `${value}${unit}` : value;

/** CSS of one function of a transform; undefined if there is none of this name. */
export function transformOf(name: string, values: Values): string | undefined {
  const unit = TRANSFORMS[name];
  if (unit === undefined) return undefined;
  // Three numbers for the axis, then the angle.
  const unitAt = (index: number): Unit => (name === 'rotate3d' && index === 3 ? 'deg' : unit);
  return `${name}(${values.map((value, index) => withUnit(value, unitAt(index))).join(', ')})`;
}

type Recorder = Record<string, (...values: (number | string)[]) => Recorder> & {
  /** Not documented, but libraries read and write `option.transition.duration`. */
  option: { readonly transition: AnimationTiming; transformOrigin: string };
  step(timing?: AnimationTiming): Recorder;
  export(): { actions: AnimationStep[] };
};

/** https://developers.weixin.qq.com/miniprogram/dev/api/ui/animation/wx.createAnimation.html */
export function createAnimation(defaults: AnimationTiming = {}): Recorder {
  const transforms = new Map<string, string>();
  const styles: Record<string, string> = {};
  let steps: AnimationStep[] = [];
  const { transformOrigin, ...transition } = { ...DEFAULT_TIMING, ...defaults };
  const option = { transition, transformOrigin };
  const recorder = {
    option,
    step(timing: AnimationTiming = {}) {
      const transform = [...transforms.values()].join(' ');
      steps.push({
        transform,
        styles: { ...styles },
        timing: { ...option.transition, transformOrigin: option.transformOrigin, ...timing },
      });
      return recorder;
    },
    export() {
      const actions = steps;
      steps = [];
      return { actions };
    },
  } as Recorder;
  const record = (unit: Unit, apply: (values: Values, unit: Unit) => void) => {
    return (...values: (number | string)[]): Recorder => {
      apply(values, unit);
      return recorder;
    };
  };
  for (const [name, unit] of Object.entries(TRANSFORMS)) {
    recorder[name] = record(unit, (values) => {
      transforms.set(name, transformOf(name, values) ?? '');
    });
  }
  for (const [name, unit] of Object.entries(STYLES)) {
    recorder[name] = record(unit, ([value = 0]) => {
      styles[name] = withUnit(value, unit);
    });
  }
  return recorder;
}
