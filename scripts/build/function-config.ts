import { DEPLOYMENTS, type Deployment, RUNTIME, type Timer } from '../../cloudfunctions/deployment';

/** `config.json` of a function, as WeChat DevTools and the embedded cloud read it. */
export function configOf({ timeout, memorySize, timer, openapi }: Deployment): object {
  const triggers = timer ? { triggers: [triggerOf(timer)] } : {};
  return { timeout, memorySize, permissions: { openapi }, ...triggers };
}

/**
 * `cloudbaserc.json`: what `tcb fn deploy` of CloudBase's command line needs to create every function. Each `{{env.X}}`
 * is filled from the file `.env.local` or the environment of the command; one without a value becomes an empty text,
 * which the functions take as not set.
 */
export function cloudbaseConfig(deployments: Readonly<Record<string, Deployment>> = DEPLOYMENTS): object {
  return {
    version: '2.0',
    envId: '{{env.ENV_ID}}',
    functionRoot: './dist/cloudfunctions',
    functions: Object.entries(deployments).map(([name, { timeout, memorySize, timer, variables }]) => ({
      name,
      handler: 'index.main',
      runtime: RUNTIME.name,
      timeout,
      memorySize,
      installDependency: false,
      envVariables: Object.fromEntries(
        variables.map((variable) => [variable.name, `{{env.${variable.name}}}`]),
      ),
      triggers: timer ? [triggerOf(timer)] : [],
    })),
  };
}

const triggerOf = ({ name, cron }: Timer): object => ({ name, type: 'timer', config: cron });
