// Runs a script of a test over the unmodified SDK, as a deployed function would use it.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const Script = Object.getPrototypeOf(async () => undefined).constructor;

/** What the test sees of an error: the SDK's errors carry more than JSON keeps. */
function seen(error) {
  const { errCode, code, errMsg, message } = Object(error);
  return { errCode, code, text: errMsg ?? message ?? String(error) };
}

exports.main = async (event, context) => {
  const db = cloud.database();
  const script = new Script('cloud', 'db', '_', '$', 'event', 'context', 'seen', 'require', event.script);
  return script(cloud, db, db.command, db.command.aggregate, event, context, seen, require);
};
