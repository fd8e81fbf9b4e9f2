// Runs a script of a test over the unmodified SDK, as a deployed function would use it.
const { request } = require('node:http');
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const Script = Object.getPrototypeOf(async () => undefined).constructor;

/** What the test sees of an error: the SDK's errors carry more than JSON keeps. */
function seen(error) {
  const { errCode, code, errMsg, message } = Object(error);
  return { errCode, code, text: errMsg ?? message ?? String(error) };
}

/** Posts a body to the gateway as it is, without the SDK to put it right. @returns the answer's text */
function post(body, headers = {}) {
  const { URL: gateway } = JSON.parse(process.env.TCB_CONTEXT_CNFG);
  return new Promise((resolve, reject) => {
    const asked = request(gateway, { method: 'POST', headers }, async (reply) => {
      const chunks = [];
      for await (const chunk of reply) chunks.push(chunk);
      resolve(Buffer.concat(chunks).toString());
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

exports.main = async (event, context) => {
  const db = cloud.database();
  const script = new Script(
    'cloud',
    'db',
    '_',
    '$',
    'event',
    'context',
    'seen',
    'post',
    'require',
    event.script,
  );
  return script(cloud, db, db.command, db.command.aggregate, event, context, seen, post, require);
};
