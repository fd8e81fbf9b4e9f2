import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

/**
 * Installs WeChat's compiler into its own folder when it is missing or old. It is a program of its own because
 * TypeScript read as CommonJS cannot import the installer.
 */
try {
  ensureInstalled(fileURLToPath(new URL('../../tools/wechat-compiler', import.meta.url)));
} catch (error) {
  console.error(error?.expected ? `${path.join('tools', 'wechat-compiler')}: ${error.message}` : error);
  process.exit(1);
}
