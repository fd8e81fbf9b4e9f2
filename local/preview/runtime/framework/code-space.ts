import type * as glassEasel from 'glass-easel';
import { type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { ComponentJson } from '../../build/component-graph';
import { reportError } from '../problem-log';
import { createBackend } from './backend';

/** One page or component of the bundle. */
export interface ComponentSource {
  readonly path: string;
  readonly json: ComponentJson;
  readonly scope: string;
  readonly isPage: boolean;
  readonly load: () => void;
}

export type Templates = Readonly<Record<string, unknown>>;
type Definition = Record<string, unknown> & {
  behaviors?: unknown[];
  options?: { styleIsolation?: string; addGlobalClass?: boolean };
};
type Define = (definition: Definition) => unknown;

const environment = new MiniProgramEnv();
export const backend = environment.associateBackend(createBackend());
export const codeSpace: CodeSpace = environment.createCodeSpace('', true);

const componentSpace = codeSpace.getComponentSpace();
// `dataset` may be a property of a component: fields must not overwrite those of the node.
componentSpace.updateComponentOptions({ writeIdToDOM: true, writeFieldsToNode: false });
keepIdsAsWritten();

/** `#id` in styles and tests needs the id without the prefix that the adapter adds. */
function keepIdsAsWritten(): void {
  const space = codeSpace as unknown as {
    prepareComponentOptions(path: string, options: unknown): [glassEasel.ComponentOptions, unknown];
  };
  const original = space.prepareComponentOptions;
  space.prepareComponentOptions = function prepare(path, options) {
    const prepared = original.call(this, path, options);
    prepared[0].idPrefixGenerator = null;
    return prepared;
  };
}

const NAMED_BEHAVIORS: Readonly<Record<string, Definition>> = {
  'wx://form-field': { properties: { name: String, value: null } },
  'wx://form-field-group': {},
  'wx://form-field-button': {},
  'wx://component-export': {},
  // Of Skyline.
  'wx://proxy-scroll-view': {},
};
const namedBehaviors = new Map<string, unknown>();
codeSpace.componentEnv('__behaviors', ({ Behavior }) => {
  for (const [name, definition] of Object.entries(NAMED_BEHAVIORS)) {
    namedBehaviors.set(name, (Behavior as unknown as Define)(definition));
  }
});

/** The adapter supports behaviors as objects only. */
function withBehaviors(definition: Definition): Definition {
  if (!definition.behaviors) return definition;
  const behaviors = definition.behaviors.map((each) =>
    typeof each === 'string' ? (namedBehaviors.get(each) ?? unknownBehavior(each)) : each,
  );
  return { ...definition, behaviors };
}

function unknownBehavior(name: string): unknown {
  reportError(new Error(`behavior ${name} is not supported by the preview`));
  return namedBehaviors.get('wx://component-export');
}

/** Registers a component and runs its script with Page, Component and Behavior as globals. */
export function defineComponent(source: ComponentSource, templates: Templates): void {
  const { path, json, scope, load } = source;
  codeSpace.addCompiledTemplate(path, {
    groupList: templates,
    content: templates[path],
    fallbackListenerOnNativeNode: true,
  } as unknown as glassEasel.template.ComponentTemplate);
  codeSpace.addStyleSheet(path, undefined, scope);
  setStaticConfig(path, json);
  codeSpace.componentEnv(path, ({ Page, Component, Behavior }) => {
    const page = Page as unknown as Define;
    const component = Component as unknown as Define;
    const behavior = Behavior as unknown as Define;
    Object.assign(globalThis, {
      Page: (definition: Definition) => page(withBehaviors(definition)),
      Component: (definition: Definition) => {
        isolateByOptions(path, json, definition.options ?? {});
        return component(withBehaviors(definition));
      },
      Behavior: (definition: Definition) => behavior(withBehaviors(definition)),
    });
    try {
      load();
    } catch (error) {
      reportError(error, path);
    }
  });
}

/** The adapter reads style isolation from JSON only; libraries set it in the script. */
function isolateByOptions(
  path: string,
  json: ComponentJson,
  options: NonNullable<Definition['options']>,
): void {
  const fromOptions = options.styleIsolation ?? (options.addGlobalClass ? 'apply-shared' : undefined);
  const styleIsolation = json.styleIsolation ?? fromOptions;
  if (styleIsolation) setStaticConfig(path, { ...json, styleIsolation });
}

function setStaticConfig(path: string, json: ComponentJson): void {
  const config = json as Parameters<CodeSpace['addComponentStaticConfig']>[1];
  codeSpace.addComponentStaticConfig(path, config);
}

/** Prototype that instances of pages and components share: where the adapter put `createSelectorQuery`. */
export function instancePrototype(): Record<string, unknown> {
  codeSpace.addComponentStaticConfig('__probe', { component: true } as never);
  codeSpace.componentEnv('__probe', ({ Component }) => (Component as unknown as Define)({}));
  const probe = backend.createRoot('probe', codeSpace, '__probe').get();
  for (let proto: object | null = Object.getPrototypeOf(probe); proto; proto = Object.getPrototypeOf(proto)) {
    if (Object.hasOwn(proto, 'createSelectorQuery')) return proto as Record<string, unknown>;
  }
  throw new Error('the adapter has no createSelectorQuery to replace');
}
